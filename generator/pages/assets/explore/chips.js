// A choice in, a button for everything chosen out; pressing one takes it back. Where nothing is left, a button
// for each choice that alone stands in the way.

import { element } from "./element.js";
import { withFacet } from "./query.js";

export function showChips(list, choice, opened, takeBack) {
  const items = Object.values(namesOf(choice, opened)).flat();
  list.replaceChildren(...items.map(([text, without], at) => element("li", {}, element("button", {
    type: "button",
    "aria-label": opened.words.say("remove", { choice: text }),
    onclick: () => takeBack(without, at),
  }, element("bdi", {}, text), element("span", { "aria-hidden": "true" }, " ×")))));
}

// `loose` tells for each part of the choice how many facts there would be without it.
export function showWaysOut(list, choice, loose, opened, takeBack) {
  const { words } = opened;
  const names = namesOf(choice, opened);
  const helping = loose.filter(({ name, count }) => count && names[name]).sort((a, b) => b.count - a.count);
  list.replaceChildren(...helping.map(({ name, count }) => {
    const parts = names[name];
    const without = name in choice.facets ? { facets: withFacet(choice.facets, name, "any", []) } : parts[0][1];
    const text = words.say("without", { choice: parts.map(([part]) => part).join(" + "), facts: words.count("facts", count) });
    return element("li", {}, element("button", { type: "button", onclick: () => takeBack(without) }, element("bdi", {}, text)));
  }));
}

// For each test of the choice: what it is called, and the change that takes it back.
function namesOf(choice, { index, words, calendar }) {
  const { q, from, to, known, origins, facets } = choice;
  const names = {};
  if (q.trim()) names.q = [[words.say("chip_words", { q: q.trim() }), { q: "" }]];
  if (from || to) {
    const ends = { from: calendar.typed(from) || "…", to: calendar.typed(to) || "…" };
    names.range = [[from === to ? ends.from : words.say("chip_range", ends), { from: "", to: "" }]];
  }
  if (known) names.known = [[words.say("chip_known", { day: calendar.typed(known) }), { known: "" }]];
  if (origins > 1) names.origins = [[words.count("chip_origins", origins), { origins: 0 }]];
  for (const [name, chosen] of Object.entries(facets)) names[name] = facetNames(name, chosen, facets, index, words);
  return names;
}

function facetNames(name, { mode, values }, facets, index, words) {
  return values.map((value) => {
    const number = index.facets[name].numbers.get(value);
    const label = number === undefined ? value : index.facets[name].labels[number];
    return [
      words.say(`chip_${mode}`, { facet: words.say(`facet_${name}`), value: label }),
      { facets: withFacet(facets, name, mode, values.filter((other) => other !== value)) },
    ];
  });
}
