// The embed page: the facts a query chooses, nothing else. Without a query the built list stays as it is.

import { part } from "./element.js";
import { applyChoice, inOrder } from "./filter.js";
import { openExplore } from "./open.js";
import { readChoice, writeChoice } from "./query.js";
import { renderFacts } from "./results.js";

const SHOWN = 200;

async function start(root) {
  const { index, texts, words } = await openExplore(root);
  const choice = readChoice(location.search, Object.keys(index.facets));
  if (choice.q) await texts.prepare();
  const { matches } = applyChoice(index, choice, (i) => texts.haystack(i));
  const newest = (choice.order || root.dataset.order) === "newest";
  const facts = inOrder(matches, index.clocks[choice.clock], newest).slice(0, SHOWN);
  await texts.load(facts);
  const list = part(root, "list");
  list.replaceChildren();
  renderFacts(list, facts, { index, texts, words, root: root.dataset.root, framed: true, level: "h2" });
  part(root, "count").textContent = words.count("facts_of", matches.length, { total: words.number(index.size) });
  const query = writeChoice(choice);
  part(root, "source").href = `${root.dataset.explore}${query ? `?${query}` : ""}`;
}

const root = document.getElementById("cf-explore");
// A failure leaves what was built in place: the newest facts and the link to the site.
if (root && location.search.length > 1) start(root).catch((error) => console.warn("Chronofact:", error.message));
