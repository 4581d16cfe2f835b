// An index and a choice in, the facts that match and the counts beside every value out.
//
// A value's count is the number of facts that would remain if its facet were left out of the choice and the
// value were the only one chosen there; where the facet asks for all of its values, of those that remain now.

import { typedSpan } from "./days.js";
import { isSilent } from "./index.js";
import { finds, readQuery } from "./search.js";

// `words` gives the searchable text of a fact; null while the texts are not there (then q finds everything).
export function applyChoice(index, choice, words = null) {
  const tests = buildTests(index, choice, words);
  const range = tests.findIndex((test) => test.name === "range");
  const matches = [];
  const ranged = []; // matches of everything but the date range: what the graphic shows
  const counts = emptyCounts(index);
  const loose = tests.map(({ name }) => ({ name, count: 0 })); // what would match if one test were taken back
  const only = {}; // facets whose own test may fail for their counts
  tests.forEach((test, number) => { if (test.facet && test.mode !== "all") only[number] = test.facet; });
  for (let i = 0; i < index.size; i += 1) {
    let failed = -1;
    let fails = 0;
    for (let t = 0; t < tests.length && fails < 2; t += 1) {
      if (!tests[t].holds(i)) { failed = t; fails += 1; }
    }
    if (fails === 0) {
      matches.push(i);
      ranged.push(i);
      for (const name of Object.keys(counts)) count(counts[name], index.facets[name], i);
    } else if (fails === 1) {
      loose[failed].count += 1;
      if (failed === range) ranged.push(i);
      else if (only[failed]) count(counts[only[failed]], index.facets[only[failed]], i);
    }
  }
  return { matches, ranged, counts, loose };
}

function emptyCounts(index) {
  const counts = {};
  for (const [name, facet] of Object.entries(index.facets)) counts[name] = new Uint32Array(facet.keys.length);
  return counts;
}

function count(into, facet, i) {
  for (let at = facet.starts[i]; at < facet.starts[i + 1]; at += 1) into[facet.values[at]] += 1;
}

function buildTests(index, choice, words) {
  const tests = [];
  for (const [name, { mode, values }] of Object.entries(choice.facets)) {
    const facet = index.facets[name];
    if (facet && values.length) tests.push({ name, facet: name, mode, holds: facetTest(facet, mode, values) });
  }
  if (choice.origins > 1) tests.push({ name: "origins", holds: (i) => index.origins[i] >= choice.origins });
  const range = rangeTest(index.clocks[choice.clock], choice);
  if (range) tests.push({ name: "range", holds: range });
  const known = typedSpan(choice.known);
  if (known) tests.push({ name: "known", holds: (i) => index.clocks.published.to[i] <= known[1] });
  const terms = words ? readQuery(choice.q) : [];
  if (terms.length) tests.push({ name: "q", holds: (i) => finds(terms, words(i)) });
  return tests;
}

// A value nobody has (an old link) is kept: "any" of it finds nothing, "none" of it leaves out nothing.
function facetTest(facet, mode, values) {
  const wanted = new Set(values.map((value) => facet.numbers.get(value)).filter((number) => number !== undefined));
  const needed = values.length;
  return (i) => {
    let held = 0;
    for (let at = facet.starts[i]; at < facet.starts[i + 1]; at += 1) if (wanted.has(facet.values[at])) held += 1;
    if (mode === "none") return held === 0;
    return mode === "all" ? held === needed : held > 0;
  };
}

// A fact stands in a range when its span touches it. Without a date on this clock it never does.
function rangeTest(clock, choice) {
  const from = typedSpan(choice.from);
  const to = typedSpan(choice.to);
  if (!from && !to) return null;
  const first = from ? from[0] : -Infinity;
  const last = to ? to[1] : Infinity;
  return (i) => !isSilent(clock, i) && clock.to[i] >= first && clock.from[i] <= last;
}

// Facts in the order of a clock: by first day, the index's own order within a day, unknown ones last.
export function inOrder(matches, clock, newest) {
  const day = (i) => (isSilent(clock, i) ? NaN : clock.from[i] === -Infinity ? clock.to[i] : clock.from[i]);
  const known = matches.filter((i) => !isSilent(clock, i));
  const sign = newest ? -1 : 1;
  known.sort((a, b) => sign * (day(a) - day(b)) || a - b);
  return known.concat(matches.filter((i) => isSilent(clock, i)));
}
