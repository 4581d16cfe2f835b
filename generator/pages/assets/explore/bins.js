// A clock and some facts in, the bars of the overview out: days, weeks, months, years, decades or centuries,
// whichever is the finest that stays under MOST bars.
// Nothing here is measured from the screen, so it can be tested without one.

import { dayNumber, partsOf } from "./days.js";
import { isSilent } from "./index.js";

const MOST = 72;
const EMPTY = 4; // a graphic with less than one bar in so many filled gets a broken axis
const SHORT = 3; // so many empty bars are still drawn
const STEPS = [
  { unit: "day", next: (day) => day + 1, floor: (day) => day },
  { unit: "week", next: (day) => day + 7, floor: (day) => day - ((((day + 3) % 7) + 7) % 7) }, // Monday
  ...[1, 3].map((months) => monthStep(months)),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10000].map((years) => yearStep(years)),
];

function monthStep(months) {
  return {
    unit: months === 1 ? "month" : "quarter",
    floor: (day) => { const [y, m] = partsOf(day); return dayNumber(y, m - ((m - 1) % months), 1); },
    next: (day) => { const [y, m] = partsOf(day); return dayNumber(y, m + months, 1); },
  };
}

function yearStep(years) {
  return {
    unit: years === 1 ? "year" : "years",
    floor: (day) => dayNumber(Math.floor(partsOf(day)[0] / years) * years, 1, 1),
    next: (day) => dayNumber(partsOf(day)[0] + years, 1, 1),
  };
}

// The days that the clock covers, over all facts; null when it covers none.
export function extent(clock, size) {
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < size; i += 1) {
    if (isSilent(clock, i)) continue;
    const from = clock.from[i] === -Infinity ? clock.to[i] : clock.from[i];
    const to = clock.to[i] === Infinity ? clock.from[i] : clock.to[i];
    if (from < first) first = from;
    if (to > last) last = to;
  }
  return first === Infinity ? null : [first, last];
}

// The bars: first days, after them the first day beyond the last, and which bars stand for an empty stretch.
// One fact of 44 BC must not squeeze a week of 2025 into one bar: where most bars would be empty, the empty
// stretches shrink to one bar each and the unit gets finer.
export function binEdges(clock, size) {
  const span = extent(clock, size);
  if (!span) return null;
  const evenStep = STEPS.find((step) => evenEdges(step, span)) ?? STEPS[STEPS.length - 1];
  const even = evenEdges(evenStep, span) ?? [span[0], span[1] + 1];
  const ends = endsOf(clock, size);
  const occupied = new Set(ends.map((day) => barOf(even, day)));
  if (occupied.size > (even.length - 1) / EMPTY) return { unit: evenStep.unit, edges: even, breaks: new Set() };
  for (const step of STEPS) {
    const broken = brokenEdges(step, ends);
    if (broken) return { unit: step.unit, ...broken };
  }
  return { unit: evenStep.unit, edges: even, breaks: new Set() };
}

function evenEdges(step, [first, last]) {
  const edges = [step.floor(first)];
  while (edges[edges.length - 1] <= last && edges.length <= MOST + 1) edges.push(step.next(edges[edges.length - 1]));
  return edges[edges.length - 1] > last ? edges : null;
}

function brokenEdges(step, ends) {
  const starts = [...new Set(ends.map(step.floor))].sort((a, b) => a - b);
  if (starts.length > MOST) return null;
  const edges = [starts[0]];
  const breaks = new Set();
  for (const start of starts.slice(1)) {
    let reached = step.next(edges[edges.length - 1]);
    edges.push(reached);
    for (let empty = 0; reached < start; empty += 1) {
      if (empty === SHORT) { // too long to draw: one bar for all that is left
        breaks.add(edges.length - 1);
        reached = start;
      } else reached = step.next(reached);
      edges.push(reached);
    }
    if (edges.length > MOST) return null;
  }
  edges.push(step.next(edges[edges.length - 1]));
  return { edges, breaks };
}

// The days on which something begins or ends.
function endsOf(clock, size) {
  const ends = new Set();
  for (let i = 0; i < size; i += 1) {
    if (clock.from[i] !== -Infinity) ends.add(clock.from[i]);
    if (clock.to[i] !== Infinity) ends.add(clock.to[i]);
  }
  return [...ends];
}

// How many facts lie within each bar, and how many only may, because their span is wider than one.
export function fillBins(edges, clock, facts) {
  const bars = edges.length - 1;
  const within = new Uint32Array(bars);
  const across = new Int32Array(bars + 1); // differences: one entry where a span begins, one after it ends
  for (const i of facts) {
    if (isSilent(clock, i)) continue;
    const first = barOf(edges, clock.from[i] === -Infinity ? clock.to[i] : clock.from[i]);
    const last = barOf(edges, clock.to[i] === Infinity ? clock.from[i] : clock.to[i]);
    if (first === last) within[first] += 1;
    else { across[first] += 1; across[last + 1] -= 1; }
  }
  const may = new Uint32Array(bars);
  let open = 0;
  for (let bar = 0; bar < bars; bar += 1) { open += across[bar]; may[bar] = open; }
  return { within, may };
}

export function barOf(edges, day) {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
