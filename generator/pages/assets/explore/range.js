// The overview graphic with a range on it: drawn over with mouse or finger, moved with two sliders, or typed.

import { barOf, binEdges, fillBins } from "./bins.js";
import { partsOf, typedDay, typedSpan } from "./days.js";
import { part } from "./element.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 100;

export function makeRange(box, index, language, onChange) {
  const graphic = part(box, "graphic");
  const low = part(box, "low");
  const high = part(box, "high");
  const from = part(box, "from");
  const to = part(box, "to");
  const axis = part(box, "axis");
  let clock = "";
  let edges = null;
  let breaks = new Set();
  let unit = "";

  const bars = () => edges.length - 1;

  function setClock(name) {
    if (name === clock) return;
    clock = name;
    const made = binEdges(index.clocks[name], index.size);
    edges = made && made.edges;
    breaks = made ? made.breaks : new Set();
    unit = made ? made.unit : "";
    part(box, "drawn").hidden = !edges;
    if (!edges) return;
    for (const slider of [low, high]) slider.max = String(bars() - 1);
    drawAxis();
  }

  // What the bars from `first` to `last` mean when typed; the whole width is no choice at all.
  function choose(first, last, settled) {
    onChange({
      from: first <= 0 ? "" : typedDay(edges[first], "from"),
      to: last >= bars() - 1 ? "" : typedDay(edges[last + 1] - 1, "to"),
    }, settled);
  }

  function bounds(choice) {
    const start = typedSpan(choice.from);
    const end = typedSpan(choice.to);
    return [start ? barOf(edges, start[0]) : 0, end ? barOf(edges, end[1]) : bars() - 1];
  }

  function drawAxis() {
    axis.replaceChildren();
    const placed = [];
    const room = unit === "day" || unit === "week" ? 0.36 : 0.25; // share of the width that a label needs
    for (const { bar } of stretches()) {
      const at = bar / bars();
      if (at > 1 - room || placed.some((other) => Math.abs(other - at) < room)) continue;
      placed.push(at);
      const mark = document.createElement("span");
      mark.dir = "auto"; // the axis runs from the left in every language, its words need not
      mark.textContent = axisDate(edges[bar]);
      mark.style.setProperty("--at", `${100 * at}%`);
      axis.append(mark);
    }
  }

  function axisDate(day) {
    const format = { timeZone: "UTC", calendar: "gregory", year: "numeric" };
    if (!unit.startsWith("year")) format.month = "short";
    if (unit === "day" || unit === "week") format.day = "numeric";
    if (partsOf(day)[0] <= 0) format.era = "short";
    // "en" without a country is written as international newsrooms do, as everywhere on the site.
    return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, format).format(new Date(day * 86400000));
  }

  // Where the axis wants a date: after every break, the longest stretches first; an unbroken one in quarters.
  function stretches() {
    if (!breaks.size) return [0, 1, 2, 3].map((n) => ({ bar: Math.floor((bars() * n) / 4) }));
    const starts = [0, ...[...breaks].map((bar) => bar + 1)];
    const found = starts.map((bar, n) => ({ bar, length: (starts[n + 1] ?? bars()) - bar }));
    return found.sort((a, b) => b.length - a.length);
  }

  function draw(facts, first, last) {
    const { within, may } = fillBins(edges, index.clocks[clock], facts);
    let most = 1;
    for (let bar = 0; bar < bars(); bar += 1) most = Math.max(most, within[bar] + may[bar]);
    const height = (count) => (count ? Math.max(4, HEIGHT * Math.sqrt(count / most)) : 0);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", `0 0 ${bars()} ${HEIGHT}`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    for (let bar = 0; bar < bars(); bar += 1) {
      const chosen = bar >= first && bar <= last;
      if (breaks.has(bar)) slashes(svg, bar);
      if (chosen && (first > 0 || last < bars() - 1)) rect(svg, bar, 0, 1, HEIGHT, "cf-explore-band");
      const whole = height(within[bar] + may[bar]);
      const sure = within[bar] ? (whole * within[bar]) / (within[bar] + may[bar]) : 0;
      const out = chosen ? "" : " cf-explore-out";
      if (whole > sure) rect(svg, bar + 0.08, HEIGHT - whole, 0.84, whole - sure, `cf-explore-may${out}`);
      if (sure) rect(svg, bar + 0.08, HEIGHT - sure, 0.84, sure, `cf-explore-sure${out}`);
    }
    graphic.replaceChildren(svg);
  }

  // "//" where the axis is broken.
  function slashes(svg, bar) {
    for (const shift of [0.15, 0.55]) {
      const line = document.createElementNS(SVG, "line");
      const ends = { x1: bar + shift, y1: HEIGHT, x2: bar + shift + 0.3, y2: HEIGHT * 0.82 };
      for (const [key, value] of Object.entries(ends)) line.setAttribute(key, value.toFixed(2));
      line.setAttribute("class", "cf-explore-break");
      svg.append(line);
    }
  }

  function rect(svg, x, y, width, height, name) {
    const made = document.createElementNS(SVG, "rect");
    for (const [key, value] of Object.entries({ x, y, width, height })) made.setAttribute(key, value.toFixed(2));
    made.setAttribute("class", name);
    svg.append(made);
  }

  function slide(settled) {
    let first = Number(low.value);
    let last = Number(high.value);
    if (first > last) [first, last] = document.activeElement === low ? [first, first] : [last, last];
    choose(first, last, settled);
  }
  for (const slider of [low, high]) {
    slider.addEventListener("input", () => slide(false));
    slider.addEventListener("change", () => slide(true));
  }

  for (const field of [from, to]) {
    field.addEventListener("change", () => {
      const wrong = field.value.trim() !== "" && !typedSpan(field.value);
      field.setAttribute("aria-invalid", String(wrong));
      part(box, "wrong").hidden = !wrong;
      if (!wrong) onChange({ from: from.value.trim(), to: to.value.trim() }, true);
    });
  }

  let anchor = -1;
  const barAt = (event) => {
    const area = graphic.getBoundingClientRect();
    const share = (event.clientX - area.left) / area.width;
    return Math.min(bars() - 1, Math.max(0, Math.floor(share * bars())));
  };
  const drag = (event, settled) => choose(Math.min(anchor, barAt(event)), Math.max(anchor, barAt(event)), settled);
  graphic.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    anchor = barAt(event);
    graphic.setPointerCapture(event.pointerId);
  });
  graphic.addEventListener("pointermove", (event) => { if (anchor >= 0) drag(event, false); });
  graphic.addEventListener("pointerup", (event) => {
    if (anchor < 0) return;
    drag(event, true);
    anchor = -1;
  });
  graphic.addEventListener("pointercancel", () => { anchor = -1; }); // the finger scrolls the page instead

  return {
    update(choice, ranged, arrived) {
      setClock(choice.clock);
      if (arrived || document.activeElement !== from) from.value = choice.from;
      if (arrived || document.activeElement !== to) to.value = choice.to;
      if (!edges) return;
      const [first, last] = bounds(choice);
      low.value = String(first);
      high.value = String(last);
      low.setAttribute("aria-valuetext", typedDay(edges[first]));
      high.setAttribute("aria-valuetext", typedDay(edges[last + 1] - 1));
      draw(ranged, first, last);
    },
  };
}
