// The form: every control shows the choice, and hands on what is changed in it.

import { typedSpan } from "./days.js";
import { part } from "./element.js";
import { makeFacet } from "./facets.js";
import { makeRange } from "./range.js";

const TYPING = 120; // milliseconds without a key before a search under way is shown

export function makeControls(root, { index, language, words }, change) {
  const q = part(root, "q");
  const clocks = [...root.querySelectorAll('[name="cf-clock"]')];
  const origins = part(root, "origins");
  const known = part(root, "known");
  const order = part(root, "order");
  let chosen = {};

  const range = makeRange(part(root, "when"), index, language, change);
  const facets = {};
  for (const box of root.querySelectorAll("[data-facet]")) {
    const name = box.dataset.facet;
    if (index.facets[name]) facets[name] = makeFacet(box, index.facets[name], name, words, chooseFacet);
  }

  function chooseFacet(name, state) {
    const { [name]: _, ...others } = chosen;
    change({ facets: state.values.length ? { ...others, [name]: state } : others });
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
  known.addEventListener("change", () => {
    const wrong = known.value.trim() !== "" && !typedSpan(known.value);
    known.setAttribute("aria-invalid", String(wrong));
    part(root, "known-wrong").hidden = !wrong;
    if (!wrong) change({ known: known.value.trim() });
  });

  return {
    // A field with the caret in it is left alone, its words are newer than the choice; unless the reader
    // has just `arrived` at another choice by link or history.
    update(choice, { ranged, counts }, arrived) {
      chosen = choice.facets;
      if (arrived || document.activeElement !== q) q.value = choice.q;
      for (const radio of clocks) radio.checked = radio.value === choice.clock;
      origins.value = String(choice.origins > 1 ? choice.origins : 0);
      if (arrived || document.activeElement !== known) known.value = choice.known;
      order.value = choice.order || root.dataset.order;
      range.update(choice, ranged, arrived);
      for (const [name, facet] of Object.entries(facets)) facet.update(chosen[name], counts[name]);
    },
  };
}
