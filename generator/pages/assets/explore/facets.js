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
  const note = part(box, "note");
  const badge = part(box, "chosen");
  const rows = new Map(); // value number -> { row, input, count }
  let open = false;
  let state = { mode: "any", values: [] };
  let counts = new Uint32Array(facet.keys.length);
  let order = [...facet.keys.keys()];
  let stale = false; // the order is that of other counts
  let own = false; // the change under way was made in this facet: its rows stay where they are
  let letters = null; // the labels as they are looked for, made at the first look

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
    own = true;
    onChange(name, { mode: mode.value, values: [...values, ...unseen] });
  }

  const chosenNumbers = () => new Set(state.values.map((key) => facet.numbers.get(key)).filter((n) => n !== undefined));

  // What is chosen first, then what the most facts would be left of.
  function sort() {
    const chosen = chosenNumbers();
    const first = (number) => (chosen.has(number) ? 0 : 1);
    stale = false;
    order = [...facet.keys.keys()].sort((a, b) => first(a) - first(b) || counts[b] - counts[a] || a - b);
  }

  function draw() {
    if (stale) sort();
    const chosen = chosenNumbers();
    const wanted = find ? plain(find.value.trim()) : "";
    if (wanted) letters ??= facet.labels.map(plain);
    const few = facet.keys.length <= FEW;
    const offered = order.filter((number) => chosen.has(number)
      || (wanted ? letters[number].includes(wanted) : few || counts[number] > 0));
    const limit = open || wanted ? MOST : FEW;
    const kept = new Set(offered.filter((number, at) => at < limit || chosen.has(number)));
    for (const [number, made] of rows) if (!kept.has(number)) made.row.remove();
    [...kept].forEach((number, at) => {
      const made = row(number);
      if (list.children[at] !== made.row) list.insertBefore(made.row, list.children[at] ?? null);
      made.input.checked = chosen.has(number);
      made.count.textContent = words.number(counts[number]);
      made.row.classList.toggle("cf-explore-zero", counts[number] === 0);
    });
    if (!find) return;
    more.hidden = Boolean(wanted) || (!open && offered.length <= kept.size);
    more.setAttribute("aria-expanded", String(open));
    more.textContent = open ? words.say("fewer") : words.say("all_values", { n: words.number(offered.length) });
    find.parentElement.hidden = few;
    const cut = limit === MOST && offered.length > kept.size;
    note.textContent = !offered.length && wanted ? words.say("none_found")
      : cut ? words.say("part_shown", { shown: words.number(kept.size), total: words.number(offered.length) }) : "";
  }

  mode.addEventListener("change", changed);
  if (find) find.addEventListener("input", draw);
  if (more) more.addEventListener("click", () => { open = !open; draw(); });
  box.addEventListener("toggle", () => { if (box.open) draw(); }); // what is folded costs nothing
  box.hidden = facet.keys.length === 0;

  return {
    update(newState, newCounts) {
      state = newState ?? { mode: mode.value, values: [] };
      counts = newCounts;
      mode.value = state.mode;
      badge.textContent = state.values.length ? words.number(state.values.length) : "";
      for (let fold = box; state.values.length && fold?.matches("details"); fold = fold.parentElement) fold.open = true;
      stale ||= !own;
      own = false;
      if (box.open) draw();
    },
  };
}
