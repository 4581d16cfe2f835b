// The matching facts on the page: a screenful, then more on demand.

import { element, part } from "./element.js";
import { openAll } from "./evidence.js";
import { makeMarker } from "./marks.js";
import { renderFacts } from "./results.js";

const PAGE = 50;
const SLICE = 10;
const PRINTED = 1000;
const QUOTED = 200;

export function makeList(root, { index, texts, words }) {
  const list = part(root, "list");
  const next = part(root, "next");
  let ordered = [];
  let shown = 0;

  let mark = makeMarker("");
  const render = (into, facts) => renderFacts(into, facts, { index, texts, words, root: root.dataset.root, mark });

  function offerMore() {
    const rest = ordered.length - shown;
    next.hidden = rest <= 0;
    next.textContent = words.count("show_more", Math.min(PAGE, rest));
  }

  async function addUpTo(end) {
    const facts = ordered.slice(shown, end);
    await texts.load(facts);
    render(list, facts);
    shown += facts.length;
    offerMore();
  }

  next.addEventListener("click", async () => {
    const at = shown;
    await addUpTo(shown + PAGE);
    const first = list.querySelectorAll("[data-fact]")[at];
    if (first) { first.tabIndex = -1; first.focus(); }
  });

  return {
    facts: () => ordered,
    // Whether the facts were shown; not when something newer was asked for in the meantime.
    // With a `pause` it is made in slices, and what stands there stays until all of it is.
    async show(facts, query, stillWanted, pause = null) {
      mark = makeMarker(query);
      const first = facts.slice(0, PAGE);
      await texts.load(first);
      const made = element("div");
      for (let at = 0; at < first.length; at += SLICE) {
        if (pause) await pause();
        if (!stillWanted()) return false;
        render(made, first.slice(at, at + SLICE));
      }
      if (!stillWanted()) return false;
      ordered = facts;
      shown = first.length;
      list.replaceChildren(...made.children);
      offerMore();
      return true;
    },
    // For paper: all facts, and their quotes while they are not too many to fetch.
    async showAll() {
      await addUpTo(PRINTED);
      if (shown <= QUOTED) await openAll(list);
    },
  };
}
