// One facet's values as checkboxes with live counts. Elements are made once and kept, so focus never jumps.

import { element, part } from "./element.js";
import { plain } from "./search.js";

const FEW = 8;
const MOST = 200;

export function makeFacet(box, facet, name, words, onChange) {
  const list = part(box, "values");
  const mode = part(box, "mode");
  const find = part(box, "find");
  const more = part(box, "more");
  const badge = part(box, "chosen");
  const rows = new Map(); // value number -> { row, input, count }
  let open = false;
  let state = { mode: "any", values: [] };
  let counts = new Uint32Array(facet.keys.length);

  function row(number) {
    if (!rows.has(number)) {
      const input = element("input", { type: "checkbox", value: facet.keys[number], onchange: changed });
      const count = element("span", { class: "cf-explore-n" });
      const label = element("label", {}, input, element("span", { dir: "auto" }, facet.labels[number]), " ", count);
      rows.set(number, { row: element("li", {}, label), input, count });
    }
    return rows.get(number);
  }

  function changed() {
    const values = [...rows.values()].filter(({ input }) => input.checked).map(({ input }) => input.value);
    const unseen = state.values.filter((key) => !facet.numbers.has(key)); // from an old link: kept until cleared
    onChange(name, { mode: mode.value, values: [...values, ...unseen] });
  }

  // The most frequent values, what is chosen, and what is looked for.
  function shownNumbers() {
    const wanted = find ? plain(find.value.trim()) : "";
    const chosen = new Set(state.values.map((key) => facet.numbers.get(key)).filter((n) => n !== undefined));
    const limit = open || wanted ? MOST : FEW;
    const shown = [];
    facet.labels.forEach((label, number) => {
      if (wanted && !plain(label).includes(wanted) && !chosen.has(number)) return;
      if (shown.length < limit || chosen.has(number)) shown.push(number);
    });
    return shown;
  }

  function draw() {
    const numbers = shownNumbers();
    const kept = new Set(numbers);
    for (const [number, made] of rows) if (!kept.has(number)) made.row.remove();
    numbers.forEach((number, at) => {
      const { row: line } = row(number);
      if (list.children[at] !== line) list.insertBefore(line, list.children[at] ?? null);
    });
    for (const number of numbers) {
      const made = row(number);
      made.input.checked = state.values.includes(facet.keys[number]);
      made.count.textContent = words.number(counts[number]);
      made.row.classList.toggle("cf-explore-zero", counts[number] === 0);
    }
    if (more) {
      more.hidden = facet.keys.length <= FEW;
      more.setAttribute("aria-expanded", String(open));
      more.textContent = open ? words.say("fewer") : words.say("all_values", { n: words.number(facet.keys.length) });
    }
    if (find) find.parentElement.hidden = facet.keys.length <= FEW;
  }

  mode.addEventListener("change", changed);
  if (find) find.addEventListener("input", draw);
  if (more) more.addEventListener("click", () => { open = !open; draw(); });
  box.hidden = facet.keys.length === 0;

  return {
    update(newState, newCounts) {
      state = newState ?? { mode: mode.value, values: [] };
      counts = newCounts;
      mode.value = state.mode;
      if (badge) badge.textContent = state.values.length ? words.number(state.values.length) : "";
      if (state.values.length) box.open = true;
      draw();
    },
  };
}
