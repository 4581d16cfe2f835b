// Columns, their counts and the chosen ones in, the graphic out: bars with their counts, an axis with dates,
// bands for what is wider than a bar. Everything is placed from the side where reading begins.

import { element } from "./element.js";

const TALLEST = 52; // pixels of the highest bar
const SMALLEST = 3;
const LANE = 12;
const FULL_BAR = 4; // facts a bar of full height stands for, at least
const APART = 8; // pixels between two labels
const LINE = 15; // pixels of a line of counts

export function makeGraphic(box, calendar, words) {
  let made = null;
  let labels = [];

  // The axis stays as it is while facts are chosen; bars and bands come and go.
  function setColumns(columns, unit) {
    made = { columns, unit };
    const share = 100 / columns.length;
    const place = (node, at, width = 1) => {
      node.style.setProperty("--at", `${at * share}%`);
      node.style.setProperty("--wide", `${width * share}%`);
      return node;
    };
    made.place = place;
    made.bars = columns.map((column, at) => (column.kind === "break"
      ? place(element("i", { class: "cf-explore-break" }), at)
      : place(element("i", { class: `cf-explore-column cf-explore-column--${column.kind}` }), at)));
    made.counts = columns.map((_, at) => place(element("span", { class: "cf-explore-over" }, element("span")), at));
    made.range = element("i", { class: "cf-explore-range" });
    made.bands = element("div", { class: "cf-explore-bands" });
    labels = axisLabels(columns, unit, place);
    box.replaceChildren(
      made.range,
      element("div", { class: "cf-explore-bars" }, ...made.bars, ...made.counts),
      element("div", { class: "cf-explore-axis" }, ...labels.flat().filter(Boolean)),
      made.bands,
    );
  }

  function axisLabels(columns, unit, place) {
    let said = "";
    const lines = [[], []];
    columns.forEach((column, at) => {
      if (column.kind === "break") return;
      const [label, under] = calendar.axis(column, unit);
      lines[0].push(place(element("span", {}, element("span", {}, label)), at));
      if (under && under !== said) {
        lines[1].push(place(element("span", { class: "cf-explore-under" }, element("span", {}, under)), at));
      }
      said = under;
    });
    return lines;
  }

  function draw({ counts, bands }, first, last) {
    const { columns, place } = made;
    const all = first === 0 && last === columns.length - 1;
    const most = counts.reduce((high, count) => Math.max(high, count), FULL_BAR);
    made.heights = Array.from(counts, (count) => (count ? Math.max(SMALLEST, TALLEST * Math.sqrt(count / most)) : 0));
    made.bars.forEach((bar, at) => {
      bar.style.setProperty("--high", `${made.heights[at]}px`);
      bar.classList.toggle("cf-explore-out", at < first || at > last);
      const over = made.counts[at];
      over.style.setProperty("--high", `${made.heights[at]}px`);
      over.firstChild.textContent = counts[at] ? words.number(counts[at]) : "";
    });
    place(made.range, first, last - first + 1).hidden = all;
    const lanes = bands.reduce((high, band) => Math.max(high, band.lane + 1), 0);
    made.bands.style.setProperty("--lanes", String(lanes));
    made.bands.replaceChildren(...bands.map((band) => {
      const out = band.last < first || band.first > last;
      const node = element("i", { class: `cf-explore-wide${out ? " cf-explore-out" : ""}` });
      node.style.setProperty("--lane", `${band.lane * LANE}px`);
      return place(node, band.first, band.last - band.first + 1);
    }));
    fitSoon();
  }

  // What would touch another label, or a taller bar, is left out; labels at the ends keep inside. Everything is
  // measured before anything is changed: the page is laid out once.
  let waiting = 0;
  function fitSoon() {
    waiting ||= requestAnimationFrame(() => { waiting = 0; fit(); });
  }

  function fit() {
    if (!made?.heights) return;
    for (const label of labels.flat()) label.firstChild.style.removeProperty("translate");
    const area = box.getBoundingClientRect();
    if (!area.width) return; // folded away: it is fitted when it opens
    const lines = labels.map((line) => line.map((label) => label.firstChild.getBoundingClientRect()));
    const widths = made.counts.map((over) => over.firstChild.offsetWidth);
    lines.forEach((rects, number) => fitLine(labels[number], rects, area));
    fitCounts(widths, area.width / made.columns.length);
  }

  function fitLine(line, rects, area) {
    const taken = [];
    line.forEach((label, at) => {
      const rect = rects[at];
      const shift = Math.max(area.left - rect.left, 0) || Math.min(area.right - rect.right, 0);
      const [left, right] = [rect.left + shift, rect.right + shift];
      const free = taken.every(([from, to]) => left > to + APART || right < from - APART);
      if (free) taken.push([left, right]);
      label.classList.toggle("cf-explore-unseen", !free);
      if (shift) label.firstChild.style.translate = `${shift}px 0`;
    });
  }

  // The highest bars first.
  function fitCounts(widths, pitch) {
    const { heights } = made;
    const order = [...heights.keys()].filter((at) => heights[at]).sort((a, b) => heights[b] - heights[a]);
    const shown = new Set();
    for (const at of order) {
      const half = widths[at] / 2 + 1;
      const reach = Math.ceil(half / pitch);
      let free = true;
      for (let near = Math.max(0, at - reach); near <= Math.min(heights.length - 1, at + reach); near += 1) {
        const edge = Math.abs(near - at) * pitch - pitch / 2; // the near side of that bar
        if (near !== at && edge < half && heights[near] > heights[at] + 1) free = false;
      }
      for (const other of shown) {
        const gap = Math.abs(other - at) * pitch - half - widths[other] / 2;
        if (gap < 2 && Math.abs(heights[other] - heights[at]) < LINE) free = false;
      }
      if (free) shown.add(at);
    }
    made.counts.forEach((over, at) => over.classList.toggle("cf-explore-unseen", !shown.has(at)));
  }

  new ResizeObserver(fitSoon).observe(box);
  return { setColumns, draw };
}
