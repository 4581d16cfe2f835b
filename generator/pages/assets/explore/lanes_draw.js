// A window of time and the facts of each lane in, the picture of them out: true distances, nothing left out.

import { dayNumber, partsOf } from "./days.js";
import { localeOf } from "./calendar.js";

const NAME = 19; // pixels of a lane's name
const DOT = 13; // from one dot to the next
const ROWS = 4; // of dots on each other; more are a bar
const BAND = 12; // a stretch of time
const BANDS = 3;
const DAY = 240; // pixels of a day from which on a dot would claim an hour that nobody states
const TALL = ROWS * DOT; // of the highest bar
const FEW = 12; // up to here a bar grows by one a fact, however high the highest is
const TICK = 84; // pixels between two dates, at least
const SHAPES = { statement: "diamond", plan: "triangle", proposal: "triangle" };
const HOUR = 1 / 24;

function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function drawWindow(view) {
  const { lanes, held, width, rtl, from, to } = view;
  const x = (day) => { const at = ((day - from) / (to - from)) * width; return rtl ? width - at : at; };
  const root = svg("svg", { class: "cf-lanes-live", width, "aria-hidden": null });
  const back = svg("g");
  root.append(back);
  let top = 0;
  lanes.forEach((lane, at) => {
    const made = drawLane(lane, held[at], top, { ...view, x });
    root.append(made.group);
    top = made.base;
  });
  for (const tick of ticks(from, to, width, view)) {
    back.append(svg("line", { class: "cf-lane-grid", x1: x(tick.day), x2: x(tick.day), y1: 0, y2: top }));
    const left = x(tick.day);
    if (left > 30 && left < width - 30) root.append(svg("text", { x: left, y: top + 16 }, tick.label));
  }
  root.setAttribute("height", top + 36);
  return root;
}

function drawLane(lane, facts, top, view) {
  const { x, width, from, to, spans, words } = view;
  const points = new Map(); // column of DOT pixels -> facts
  const stretches = new Map(); // "from to" -> facts
  for (const i of facts) {
    const [start, end] = spans.get(i);
    if (end < from || start > to) continue;
    const wide = ((end - start) / (to - from)) * width;
    if (wide > (end - start > 1 ? DOT : DAY)) push(stretches, `${start} ${end}`, i);
    else push(points, Math.floor(x((start + end) / 2) / DOT), i);
  }
  const most = [...points.values()].reduce((high, held) => Math.max(high, held.length), 0);
  // A lane grows where it must and never shrinks: what is under the pointer stays there.
  lane.rows = Math.max(lane.rows ?? 1, Math.min(most, ROWS));
  lane.bands = Math.max(lane.bands ?? 0, Math.min(stretches.size, BANDS));
  const tall = lane.rows * DOT;
  const floor = top + NAME + tall;
  const base = floor + lane.bands * BAND + 5;
  const name = svg("text", { class: "cf-lane-name", x: view.rtl ? width : 0, y: top + 14, "text-anchor": "start" }, lane.name, " ", svg("tspan", {}, words.number(facts.length)));
  const group = svg("g", { class: "cf-lane" }, svg("line", { class: "cf-lane-base", x1: 0, x2: width, y1: base, y2: base }), lane.href ? svg("a", { href: lane.href }, name) : name);
  const marks = most > ROWS ? bars(points, floor, most, view) : dots(points, floor, view);
  marks.push(...bands(stretches, floor, view));
  marks.forEach((mark, at) => mark.setAttribute("tabindex", at ? -1 : 0));
  group.append(...marks);
  return { group, base };
}

function push(into, key, value) {
  if (!into.has(key)) into.set(key, []);
  into.get(key).push(value);
}

const inOrder = (map) => [...map].sort(([a], [b]) => parseFloat(a) - parseFloat(b));

function mark(view, facts, label, ...shapes) {
  return svg("a", { class: "cf-lane-mark", href: "#", role: "link", "data-of": facts[0], "data-facts": facts.join(" "), "aria-label": label }, svg("title", {}, label), ...shapes);
}

function named(view, facts) {
  const { calendar, spans, words } = view;
  const starts = facts.map((i) => spans.get(i)[0]);
  const ends = facts.map((i) => spans.get(i)[1]);
  const when = calendar.span(Math.floor(Math.min(...starts)), Math.max(Math.ceil(Math.max(...ends)) - 1, Math.floor(Math.min(...starts))));
  return `${when}: ${words.count("facts", facts.length)}`;
}

function dots(points, floor, view) {
  const { index, kinds, stated } = view;
  return inOrder(points).flatMap(([column, facts]) => facts.map((i, row) => {
    const size = Math.min(3.9 + 0.9 * Math.max(index.origins[i], 1), 6.2) / 4.3;
    const use = svg("use", { href: `#cf-m-${SHAPES[kinds[i]] ?? "circle"}`, transform: `translate(${(column + 0.5) * DOT} ${floor - DOT / 2 - row * DOT}) scale(${size.toFixed(2)})` });
    const made = mark(view, [i], named(view, [i]), use);
    if (!stated[i]) made.classList.add("cf-lane-hollow");
    return made;
  }));
}

// Where facts stand too close for dots: how many there are, by what they are. A touch leads nearer.
function bars(points, floor, most, view) {
  const { kinds, spans } = view;
  return inOrder(points).map(([column, facts]) => {
    const high = Math.max(3, Math.min(facts.length, FEW), TALL * Math.sqrt(facts.length / most));
    let at = floor;
    const parts = ["event", "statement", "ahead"].map((kind) => {
      const count = facts.filter((i) => (["event", "statement"].includes(kinds[i]) ? kinds[i] : "ahead") === kind).length;
      at -= (high * count) / facts.length;
      return svg("rect", { class: `cf-lane-${kind}`, x: column * DOT + 1, width: DOT - 2, y: at, height: (high * count) / facts.length });
    });
    const made = mark(view, facts, named(view, facts), ...parts);
    if (facts.length > 1) {
      const [first, last] = [Math.min(...facts.map((i) => spans.get(i)[0])), Math.max(...facts.map((i) => spans.get(i)[1]))];
      const room = (last - first) * 0.5;
      made.dataset.from = first - room;
      made.dataset.to = last + room;
    }
    return made;
  });
}

function bands(stretches, floor, view) {
  const { x, width, words } = view;
  const ends = [];
  return inOrder(stretches).map(([key, facts]) => {
    const [start, end] = key.split(" ").map(Number);
    const [one, other] = [x(start), x(end)];
    const left = Math.max(Math.min(one, other), -4) + 1;
    const right = Math.min(Math.max(one, other), width + 4) - 1;
    let row = ends.findIndex((reached) => reached <= left);
    if (row < 0) row = ends.length < BANDS ? ends.length : BANDS - 1;
    ends[row] = right;
    const y = floor + row * BAND + 3;
    const shapes = [svg("rect", { class: end - start > 1 ? "cf-lane-span" : "cf-lane-span cf-lane-day", x: left, y, width: Math.max(right - left, 2), height: 7, rx: 2 })];
    if (facts.length > 1 && right - left > 30) shapes.push(svg("text", { class: "cf-lane-many", x: (left + right) / 2, y: y + 7 }, words.number(facts.length)));
    return mark(view, facts, named(view, facts), ...shapes);
  });
}

// Dates below the picture: the finest steps that have room, from hours to thousands of years.
function ticks(from, to, width, { language }) {
  const least = ((to - from) * TICK) / width; // days from one to the next
  const locale = localeOf(language);
  const found = [];
  const label = (options, day) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options, ...(partsOf(Math.floor(day))[0] < 1000 ? { era: "short" } : {}) }).format(Math.round(day * 86400000));
  const hours = [1, 3, 6, 12].find((step) => step * HOUR >= least);
  const days = [1, 2, 7, 14].find((step) => step >= least);
  const months = [1, 3, 6].find((step) => step * 28 >= least);
  if (hours) {
    for (let n = Math.ceil(from / (hours * HOUR)); n * hours * HOUR <= to; n += 1) {
      const midnight = (n * hours) % 24 === 0;
      found.push({ day: n * hours * HOUR, label: label(midnight ? { day: "numeric", month: "short" } : { hour: "2-digit", minute: "2-digit" }, n * hours * HOUR) });
    }
  } else if (days) {
    for (let day = Math.ceil(from / days) * days; day <= to; day += days) found.push({ day, label: label({ day: "numeric", month: "short", ...(days > 6 ? { year: "numeric" } : {}) }, day) });
  } else if (months) {
    const [year, month] = partsOf(Math.floor(from));
    for (let n = year * 12 + Math.ceil((month - 1) / months) * months; ; n += months) {
      const day = dayNumber(Math.floor(n / 12), (((n % 12) + 12) % 12) + 1, 1);
      if (day > to) break;
      if (day >= from) found.push({ day, label: label({ month: "short", year: "numeric" }, day) });
    }
  } else {
    let step = 1;
    for (let at = 0; step * 365 < least; at += 1) step *= [2, 2.5, 2][at % 3];
    for (let year = Math.ceil(partsOf(Math.floor(from))[0] / step) * step; ; year += step) {
      const day = dayNumber(year, 1, 1);
      if (day > to) break;
      if (day >= from) found.push({ day, label: label({ year: "numeric" }, day) });
    }
  }
  return found;
}
