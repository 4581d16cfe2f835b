// A clock and all facts in, the columns of the graphic out: bars of one unit, stretches that no bar touches,
// and breaks between them; then some facts in, a count for each column and bands for what is wider out.
// Nothing here is measured from the screen, so it can be tested without one.

import { dayNumber, partsOf } from "./days.js";
import { isSilent } from "./index.js";

const MOST = 40;
const SHORT = 3; // so many empty bars are drawn, more become a break
const SHARE = 0.6; // of the facts must fit a bar, or the unit is too fine for them
const LANES = 3;

const UNITS = [
  { name: "day", number: (day) => day, start: (number) => number },
  { name: "week", number: (day) => Math.floor((day + 3) / 7), start: (number) => number * 7 - 3 }, // Monday
  ...[1, 3].map((size) => monthsUnit(size)),
  ...[1, 2, 5, 10, 25, 50, 100, 500, 1000, 5000, 10000, 50000].map((size) => yearsUnit(size)),
];

function monthsUnit(size) {
  return {
    name: size === 1 ? "month" : "quarter",
    number: (day) => { const [year, month] = partsOf(day); return Math.floor((year * 12 + month - 1) / size); },
    start: (number) => dayNumber(Math.floor((number * size) / 12), (((number * size) % 12) + 12) % 12 + 1, 1),
  };
}

// As people count them: 400 to 301 BC is one century, 1800 to 1899 another; year 0 is 1 BC.
function yearsUnit(size) {
  const shifted = (year) => (year > 0 || size === 1 ? year : year - 1);
  const first = (number) => (number < 0 && size > 1 ? number * size + 1 : number === 0 && size > 1 ? 1 : number * size);
  return {
    name: size === 1 ? "year" : "years",
    number: (day) => Math.floor(shifted(partsOf(day)[0]) / size),
    start: (number) => dayNumber(first(number), 1, 1),
  };
}

// { unit, columns: [{ kind: "bar" | "span" | "break", from, to }], from, to }, last days included, of which the
// last two are those of the facts; null when the clock says nothing of any. The finest unit that fits and that most facts are exact enough for.
export function makeColumns(clock, size) {
  const dates = distinct(clock, size);
  if (!dates.length) return null;
  const total = dates.reduce((sum, date) => sum + date.count, 0);
  const reach = {
    from: dates.reduce((first, date) => Math.min(first, date.from), Infinity),
    to: dates.reduce((last, date) => Math.max(last, date.to), -Infinity),
  };
  let fallback = null;
  for (const unit of UNITS) {
    const sorted = sortOut(unit, dates);
    const columns = sorted && layOut(unit, sorted.numbers, sorted.spans);
    if (!columns || columns.length > MOST) continue;
    const made = { unit: unit.name, columns, ...reach };
    if (sorted.fitting >= SHARE * total) return made;
    fallback ??= made;
  }
  return fallback;
}

// The bars that are needed, how many facts fit one, and what is wider; null when the bars are too many.
function sortOut(unit, dates) {
  const numbers = new Set();
  const spans = [];
  let fitting = 0;
  for (const date of dates) {
    const number = unit.number(date.from);
    if (number === unit.number(date.to)) {
      numbers.add(number);
      fitting += date.count;
      if (numbers.size > MOST) return null;
    } else spans.push(date);
  }
  return { numbers: [...numbers].sort((a, b) => a - b), spans, fitting };
}

// Every stretch of days once, with the number of its facts; what is open at one end is closed at the other.
function distinct(clock, size) {
  const found = new Map();
  for (let i = 0; i < size; i += 1) {
    if (isSilent(clock, i)) continue;
    const [from, to] = ends(clock, i);
    const key = `${from} ${to}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { from, to, count: 1 });
  }
  return [...found.values()];
}

function ends(clock, i) {
  const from = clock.from[i] === -Infinity ? clock.to[i] : clock.from[i];
  return [from, clock.to[i] === Infinity ? from : clock.to[i]];
}

function layOut(unit, numbers, spans) {
  const bar = (number) => ({ kind: "bar", from: unit.start(number), to: unit.start(number + 1) - 1 });
  const bars = [];
  let last = null;
  for (const number of numbers) {
    const empty = last === null ? 0 : number - last - 1;
    if (empty <= SHORT) for (let between = number - empty; between < number; between += 1) bars.push(bar(between));
    bars.push(bar(number));
    last = number;
  }
  const ordered = [...bars, ...lonely(spans, bars)].sort((a, b) => a.from - b.from);
  return ordered.flatMap((column, at) => {
    const reached = at ? ordered[at - 1].to + 1 : column.from;
    return reached < column.from ? [{ kind: "break", from: reached, to: column.from - 1 }, column] : [column];
  });
}

// Stretches that touch no bar, those that overlap as one.
function lonely(spans, bars) {
  const found = [];
  const alone = spans.filter((span) => !bars.some((bar) => span.from <= bar.to && bar.from <= span.to));
  for (const { from, to } of alone.sort((a, b) => a.from - b.from)) {
    const before = found[found.length - 1];
    if (before && from <= before.to) before.to = Math.max(before.to, to);
    else found.push({ kind: "span", from, to });
  }
  return found;
}

// How many of `facts` lie within each column, and the bands of those that reach over several: a band is
// drawn below the bars it touches, and none of its facts is counted into a bar.
export function fillColumns(columns, clock, facts) {
  const counts = new Uint32Array(columns.length);
  const wide = new Map();
  for (const i of facts) {
    if (isSilent(clock, i)) continue;
    const [from, to] = ends(clock, i);
    const first = columnAt(columns, from);
    const last = columnAt(columns, to);
    if (first === last) counts[first] += 1;
    else {
      const key = first * columns.length + last;
      const band = wide.get(key);
      if (!band) wide.set(key, { first, last, count: 1, from, to });
      else Object.assign(band, { count: band.count + 1, from: Math.min(band.from, from), to: Math.max(band.to, to) });
    }
  }
  return { counts, bands: inLanes([...wide.values()], columns) };
}

// In as few lanes as they need; what there is no lane for joins the last one.
function inLanes(wide, columns) {
  const bands = [];
  const reached = Array(LANES).fill(-1);
  for (const band of wide.map((one) => trimmed(one, columns)).sort((a, b) => a.first - b.first || a.last - b.last)) {
    const free = reached.findIndex((end) => end < band.first);
    if (free >= 0) {
      bands.push({ ...band, lane: free });
      reached[free] = band.last;
      continue;
    }
    const joined = bands.findLast((one) => one.lane === LANES - 1);
    joined.last = Math.max(joined.last, band.last);
    joined.count += band.count;
    joined.from = Math.min(joined.from, band.from);
    joined.to = Math.max(joined.to, band.to);
    reached[LANES - 1] = joined.last;
  }
  return bands;
}

function trimmed(band, columns) {
  let { first, last } = band;
  while (first < last && columns[first].kind === "break") first += 1;
  while (last > first && columns[last].kind === "break") last -= 1;
  return { ...band, first, last };
}

export function columnAt(columns, day) {
  let low = 0;
  let high = columns.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (columns[middle].from <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
