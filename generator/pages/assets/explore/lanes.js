// The picture of facts in lanes, alive: nearer and wider by wheel, finger, keys and buttons, from centuries to hours.
// What was built stays until somebody asks for more; then the index of Explore is fetched and the window drawn anew.

import { makeCard } from "./lanes_card.js";
import { drawWindow } from "./lanes_draw.js";
import { typedDay, typedSpan } from "./days.js";
import { isSilent } from "./index.js";
import { openExplore } from "./open.js";
import { keysOf } from "./texts.js";

const CLOSEST = 0.25; // days
const STEP = 1.6; // how much nearer a press of a key or button leads
const GESTURE = 400; // ms without a step end a movement
const SHIFT = 0.3; // of the window, for one press to the side

const page = document.querySelector("[data-cf-lanes]");
let opened = null; // promise of the index and the texts, asked for once

const open = () => (opened ??= openExplore(page).catch((error) => { opened = null; throw error; }));

// The facts of a lane by their number: of its value, of all values that have no lane, or of none.
function factsOf(index, facet, lanes) {
  const { numbers } = index.facets[facet];
  const own = new Map(lanes.map(({ key }, at) => [numbers.get(key), at]).filter(([number]) => number !== undefined));
  const others = lanes.findIndex(({ rest }) => rest === "others");
  const none = lanes.findIndex(({ rest }) => rest === "none");
  const held = lanes.map(() => []);
  const { starts, values } = index.facets[facet];
  for (let i = 0; i < index.size; i += 1) {
    if (isSilent(index.clocks.happened, i)) continue;
    const mine = [...values.subarray(starts[i], starts[i + 1])];
    const at = [...new Set(mine.map((value) => own.get(value)).filter((one) => one !== undefined))];
    if (!at.length) at.push(mine.length ? others : none);
    for (const one of at) held[one]?.push(i);
  }
  return held;
}

function spanOf(index, i) {
  const { from, to } = index.clocks.happened;
  const [first, last] = [from[i] === -Infinity ? to[i] : from[i], to[i] === Infinity ? from[i] : to[i]];
  const minute = index.times.get(i);
  return minute === undefined ? [first, last + 1] : [first + minute / 1440, first + (minute + 1) / 1440];
}

function makePicture(group) {
  const facet = group.dataset.facet;
  const picture = group.querySelector(".cf-lanes");
  const still = picture.querySelector("svg");
  const bar = group.querySelector(".cf-lanes-tools");
  const lanes = [...still.querySelectorAll(".cf-lane")].map((one) => ({
    key: one.dataset.key, rest: one.dataset.rest, count: one.dataset.count, href: one.querySelector("a:has(.cf-lane-name)")?.getAttribute("href"),
    name: one.querySelector(".cf-lane-name").firstChild.data.trim(), height: one.getBBox().height,
  }));
  const card = makeCard(group.querySelector(".cf-lanes-card"), page.dataset);
  let data = null; // what is drawn from
  let whole = null; // the window of everything
  let shown = null; // the window under way; null: the picture as it was built
  let live = null;

  async function load() {
    const { index, texts, words, calendar, language } = await open();
    if (data) return;
    const held = factsOf(index, facet, lanes);
    const spans = new Map();
    let [from, to] = [Infinity, -Infinity];
    for (const i of held.flat()) {
      const span = spanOf(index, i);
      spans.set(i, span);
      from = Math.min(from, span[0]);
      to = Math.max(to, span[1]);
    }
    const kinds = Array.from({ length: index.size }, (_, i) => keysOf(index, "kind", i)[0]);
    const stated = Array.from({ length: index.size }, (_, i) => keysOf(index, "sure", i)[0] === "stated");
    data = { index, texts, words, calendar, language, lanes, held, spans, kinds, stated };
    const room = Math.max((to - from) * 0.02, CLOSEST);
    whole = [from - room, to + room];
  }

  const clamp = ([from, to]) => {
    const most = whole[1] - whole[0];
    const wide = Math.min(Math.max(to - from, CLOSEST), most);
    const start = Math.min(Math.max((from + to - wide) / 2, whole[0]), whole[1] - wide);
    return [start, start + wide];
  };

  function draw() {
    const focused = live?.contains(document.activeElement) ? document.activeElement.dataset.of : null;
    const made = drawWindow({ ...data, from: shown[0], to: shown[1], width: picture.clientWidth, rtl: page.dataset.rtl === "yes" });
    if (live) live.replaceWith(made); else still.after(made);
    live = made;
    still.classList.add("cf-unseen");
    if (focused) live.querySelector(`[data-of="${focused}"]`)?.focus({ preventScroll: true });
    bar.querySelector("[data-cf-do=whole]").disabled = false;
  }

  let settling = 0;
  function show(window) {
    shown = clamp(window);
    draw();
    clearTimeout(settling);
    settling = setTimeout(remember, 300);
  }

  function remember() {
    const address = new URL(location.href);
    for (const name of ["from", "to"]) address.searchParams.delete(name);
    if (shown) {
      address.searchParams.set("from", typedDay(Math.floor(shown[0])));
      address.searchParams.set("to", typedDay(Math.ceil(shown[1]) - 1));
    }
    history.replaceState(history.state, "", address);
  }

  function reset() {
    shown = null;
    live?.remove();
    live = null;
    still.classList.remove("cf-unseen");
    bar.querySelector("[data-cf-do=whole]").disabled = true;
    remember();
  }

  const now = () => shown ?? whole;
  const at = (event) => {
    const box = picture.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    return page.dataset.rtl === "yes" ? 1 - share : share;
  };
  // Without a pointer, nearer leads to where the facts are.
  function middle(from, to) {
    const days = [...data.spans.values()].map(([start, end]) => (start + end) / 2).filter((day) => day >= from && day <= to).sort((a, b) => a - b);
    return days.length ? (days[Math.floor(days.length / 2)] - from) / (to - from) : 0.5;
  }
  // The picture as it was built leaves out empty stretches: there a place tells its day by the column it lies in.
  const columns = picture.dataset.axis.split(";").map((column) => column.split(" ").map(Number));
  function dayAt(share) {
    const [from, to] = now();
    if (shown) return from + (to - from) * share;
    const off = ([left, width]) => Math.max(left - 100 * share, 100 * share - left - width, 0);
    const [left, width, first, end] = columns.reduce((best, one) => (off(one) < off(best) ? one : best));
    return first + (end - first) * Math.min(Math.max((100 * share - left) / width, 0), 1);
  }
  // A movement has one aim from its beginning on: at the ends of time its day cannot stay under the pointer.
  const aimed = { day: 0, until: 0 };
  async function zoom(times, where = null) {
    await load();
    const [from, to] = now();
    const share = where ?? (times > 1 ? middle(from, to) : 0.5);
    if (where !== null && performance.now() > aimed.until) aimed.day = dayAt(where);
    if (where !== null) aimed.until = fingers.size > 1 ? Infinity : performance.now() + GESTURE;
    const fixed = where === null ? from + (to - from) * share : aimed.day;
    const wide = (to - from) / times;
    // What is nearer than an edge of the window comes into its middle.
    const kept = where === null && times > 1 ? 0.5 : share;
    show([fixed - wide * kept, fixed + wide * (1 - kept)]);
  }
  async function shift(part) {
    await load();
    const [from, to] = now();
    show([from + (to - from) * part, to + (to - from) * part]);
  }

  const acts = {
    in: () => zoom(STEP), out: () => zoom(1 / STEP), whole: reset, before: () => shift(-SHIFT), after: () => shift(SHIFT), png: () => savePicture(group),
  };
  group.addEventListener("click", (event) => {
    const act = event.target.closest("[data-cf-do]")?.dataset.cfDo;
    if (act) acts[act]();
  });
  picture.addEventListener("keydown", (event) => {
    const side = page.dataset.rtl === "yes" ? -SHIFT : SHIFT;
    const act = { "+": acts.in, "=": acts.in, "-": acts.out, 0: reset }[event.key]
      ?? (event.shiftKey && { ArrowRight: () => shift(side), ArrowLeft: () => shift(-side) }[event.key]);
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  // A plain wheel scrolls the page, unless the picture is what one works on.
  picture.addEventListener("wheel", (event) => {
    const working = shown && picture.contains(document.activeElement);
    if (!(event.ctrlKey || event.metaKey || working)) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY / 300), at(event));
  }, { passive: false });

  // One finger moves along, two come nearer; up and down still scrolls the page.
  const fingers = new Map();
  let moved = 0;
  picture.addEventListener("pointerdown", (event) => { fingers.set(event.pointerId, event); moved = 0; if (event.pointerType !== "touch") event.preventDefault(); });
  picture.addEventListener("pointermove", async (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const others = [...fingers.values()].filter((one) => one.pointerId !== event.pointerId);
    fingers.set(event.pointerId, event);
    moved += Math.abs(event.clientX - before.clientX);
    if (others.length === 1) {
      const [was, is] = [before, event].map((one) => Math.max(Math.hypot(one.clientX - others[0].clientX, one.clientY - others[0].clientY), 20));
      await zoom(is / was, (at(event) + at(others[0])) / 2);
    } else if (!others.length && shown && moved > 4) {
      shift(at(before) - at(event));
    }
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) picture.addEventListener(name, (event) => { if (fingers.delete(event.pointerId)) aimed.until = 0; });

  // A mark opens its fact below the picture; where several stand together, it leads nearer.
  picture.addEventListener("click", async (event) => {
    if (moved > 4) { event.preventDefault(); return; }
    const mark = event.target.closest(".cf-lane-mark");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const several = mark.dataset.from !== undefined;
    if (!several && !mark.dataset.facts && !/\/f\/[^/]+\/$/.test(mark.getAttribute("href"))) return; // a bar leads to Explore
    event.preventDefault();
    try {
      await load();
      if (several) show([Number(mark.dataset.from), Number(mark.dataset.to)]);
      else card.show(data, mark.dataset.facts ? mark.dataset.facts.split(" ").map(Number) : [await byAddress(data, mark)], mark);
    } catch {
      location.assign(mark.href.baseVal ?? mark.href);
    }
  });
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  new ResizeObserver(() => { if (shown && picture.clientWidth) draw(); }).observe(picture);
  bar.hidden = false;

  const asked = ["from", "to"].map((name) => typedSpan(new URLSearchParams(location.search).get(name) ?? ""));
  return { shows: () => picture.clientWidth > 0, restore: async () => { if (asked[0] && asked[1]) { await load(); show([asked[0][0], asked[1][1] + 1]); } } };
}

async function byAddress({ texts, index }, mark) {
  await texts.loadAll();
  const id = decodeURIComponent(mark.getAttribute("href").split("/").at(-2));
  for (let i = 0; i < index.size; i += 1) if (texts.fact(i).id === id) return i;
  throw new Error(id);
}

// The file as a bitmap of twice its size, with its source line.
async function savePicture(group) {
  const file = group.querySelector("a[download]");
  const text = await (await fetch(file.href)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * image.naturalWidth;
  canvas.height = 2 * image.naturalHeight;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const link = document.createElement("a");
  link.href = canvas.toDataURL("image/png");
  link.download = file.getAttribute("href").split("/").pop().replace(/svg$/, "png");
  link.click();
}

if (page) {
  const pictures = [...page.querySelectorAll(".cf-lanes-group")].map(makePicture);
  const shown = pictures.find((one) => one.shows());
  shown?.restore().catch((error) => console.warn("Chronofact:", error.message));
  page.dataset.ready = "";
}
