// A choice in, a button for everything chosen out; pressing one takes it back.

import { typedSpan } from "./days.js";
import { element } from "./element.js";

export function showChips(list, choice, { index, words }, takeBack) {
  const items = [...plainChips(choice, words), ...facetChips(choice, index, words)];
  list.replaceChildren(...items.map(([text, without], at) => element("li", {}, element("button", {
    type: "button",
    "aria-label": words.say("remove", { choice: text }),
    onclick: () => takeBack(without, at),
  }, element("bdi", {}, text), element("span", { "aria-hidden": "true" }, " ×")))));
}

function plainChips({ q, from, to, known, origins }, words) {
  const chips = [];
  if (q.trim()) chips.push([words.say("chip_words", { q: q.trim() }), { q: "" }]);
  if (from || to) chips.push([words.say("chip_range", { from: from || "…", to: to || "…" }), { from: "", to: "" }]);
  if (typedSpan(known)) chips.push([words.say("chip_known", { day: known }), { known: "" }]);
  if (origins > 1) chips.push([words.count("chip_origins", origins), { origins: 0 }]);
  return chips;
}

function facetChips({ facets }, index, words) {
  return Object.entries(facets).flatMap(([name, { mode, values }]) => values.map((value) => {
    const number = index.facets[name].numbers.get(value);
    const label = number === undefined ? value : index.facets[name].labels[number];
    const left = values.filter((other) => other !== value);
    const { [name]: _, ...others } = facets;
    return [
      words.say(`chip_${mode}`, { facet: words.say(`facet_${name}`), value: label }),
      { facets: left.length ? { ...others, [name]: { mode, values: left } } : others },
    ];
  }));
}
