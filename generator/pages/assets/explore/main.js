// The Explore page: one choice is the whole state. The address says it, every control shows it,
// and whatever changes it goes through `change`.

import { makeActions } from "./actions.js";
import { showChips, showWaysOut } from "./chips.js";
import { makeControls } from "./controls.js";
import { part } from "./element.js";
import { applyChoice, inOrder } from "./filter.js";
import { makeList } from "./list.js";
import { openExplore } from "./open.js";
import { emptyChoice, readChoice, writeChoice } from "./query.js";
import { readQuery } from "./search.js";

// Lets the browser do what it has to in between.
const pause = () => new Promise((go) => { setTimeout(go); });

async function start(root) {
  const opened = await openExplore(root);
  await pause();
  const { index, texts, words } = opened;
  const status = part(root, "count");
  const list = makeList(root, opened);
  const controls = makeControls(root, opened, change);
  const actions = makeActions(root, opened, { chosen: () => choice, facts: () => list.facts(), showAll: list.showAll, say });
  let choice = emptyChoice();
  let settledQuery = "";
  let underWay = false; // the newest step in the history is one that is still being typed or dragged
  let turn = 0; // the newest refresh wins

  // What is said in passing gives way to what was said before.
  function say(text, passing = false) {
    const before = status.textContent;
    status.textContent = text;
    if (passing) setTimeout(() => { if (status.textContent === text) status.textContent = before; }, 3000);
  }

  // A settled change is a step in the browser's history. One under way begins that step and rewrites it, never the
  // step before: who pauses while typing still comes back to what was settled.
  function change(changes, settled = true) {
    choice = { ...choice, ...changes };
    const query = writeChoice(choice);
    const address = query ? `?${query}` : location.pathname;
    if (underWay) history.replaceState(null, "", address);
    else if (query !== settledQuery) history.pushState(null, "", address);
    underWay = !settled && (underWay || query !== settledQuery);
    if (settled) settledQuery = query;
    refresh();
  }

  function readAddress() {
    choice = readChoice(location.search, Object.keys(index.facets));
    settledQuery = writeChoice(choice);
    underWay = false;
    refresh(true);
  }

  async function refresh(arrived = false) {
    const mine = (turn += 1);
    const searching = readQuery(choice.q).length > 0;
    if (searching && !texts.prepared()) {
      say(words.say("loading"));
      await texts.prepare();
      if (mine !== turn) return;
    }
    const result = applyChoice(index, choice, searching ? (i) => texts.haystack(i) : null);
    controls.update(choice, result, arrived);
    showChips(part(root, "chips"), choice, opened, takeBack);
    actions.update(choice);
    part(root, "clear").hidden = !writeChoice(choice);
    showWaysOut(part(root, "ways"), choice, result.matches.length ? [] : result.loose, opened, (changes) => { change(changes); status.focus(); });
    if (arrived) await pause();
    const newest = (choice.order || root.dataset.order) === "newest";
    const ordered = inOrder(result.matches, index.clocks[choice.clock], newest);
    if (!(await list.show(ordered, choice.q, () => mine === turn, arrived ? pause : null))) return;
    say(ordered.length ? words.count("facts_of", ordered.length, { total: words.number(index.size) }) : words.say("nothing"));
  }

  // The button that was pressed is gone afterwards: focus stays near it.
  function takeBack(changes, at) {
    change(changes);
    const left = part(root, "chips").querySelectorAll("button");
    (left[Math.min(at, left.length - 1)] ?? status).focus();
  }

  part(root, "clear").addEventListener("click", () => { change(emptyChoice()); status.focus(); });
  addEventListener("popstate", readAddress);
  root.dataset.ready = "";
  await pause();
  readAddress();
}

const root = document.getElementById("cf-explore");
if (root) {
  const params = new URLSearchParams(location.search);
  if (params.has("embed")) {
    params.delete("embed");
    location.replace(`${root.dataset.embed}?${params}`);
  } else {
    part(root, "choices").open = matchMedia("(min-width: 60em)").matches;
    // What was built shows the newest facts; a link to a choice does not begin with others.
    if (params.size) part(root, "list").replaceChildren();
    start(root).catch((error) => {
      root.dataset.failed = "";
      part(root, "failed").hidden = false;
      console.warn("Chronofact:", error.message);
    });
  }
}
