// The form: every control shows the choice, and hands on what is changed in it.

import { part } from "./element.js";
import { makeFacet } from "./facets.js";
import { withFacet } from "./query.js";
import { makeRange } from "./range.js";
import { makeDates } from "./typed.js";

const TYPING = 120; // milliseconds without a key before a search under way is shown

export function makeControls(root, opened, change) {
  const { index, words } = opened;
  const q = part(root, "q");
  const clocks = [...root.querySelectorAll('[name="cf-clock"]')];
  const origins = part(root, "origins");
  const rest = origins.closest("details");
  const order = part(root, "order");
  let chosen = {};

  const range = makeRange(part(root, "when"), index, opened, change);
  const dates = makeDates(root, opened, change);
  const facets = {};
  for (const box of root.querySelectorAll("[data-facet]")) {
    const name = box.dataset.facet;
    if (index.facets[name]) facets[name] = makeFacet(box, index.facets[name], name, words, chooseFacet);
  }

  function chooseFacet(name, state) {
    change({ facets: withFacet(chosen, name, state.mode, state.values) });
  }

  let typing = 0;
  q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ q: q.value }, false), TYPING);
  });
  const settle = () => { clearTimeout(typing); change({ q: q.value }); };
  q.addEventListener("change", settle);
  part(root, "form").addEventListener("submit", (event) => { event.preventDefault(); settle(); });
  for (const radio of clocks) radio.addEventListener("change", () => change({ clock: radio.value }));
  origins.addEventListener("change", () => change({ origins: Number(origins.value) }));
  order.addEventListener("change", () => change({ order: order.value === root.dataset.order ? "" : order.value }));
  return {
    // A field with the caret in it is left alone, its words are newer than the choice; unless the reader
    // has just `arrived` at another choice by link or history.
    update(choice, { ranged, counts }, arrived) {
      chosen = choice.facets;
      if (arrived || document.activeElement !== q) q.value = choice.q;
      for (const radio of clocks) radio.checked = radio.value === choice.clock;
      origins.value = String(choice.origins > 1 ? choice.origins : 0);
      if (choice.origins > 1) rest.open = true;
      order.value = choice.order || root.dataset.order;
      range.update(choice, ranged);
      dates.update(choice, range.extent(), arrived);
      for (const [name, facet] of Object.entries(facets)) facet.update(chosen[name], counts[name]);
    },
  };
}
