// The Explore page: one choice is the whole state. The address says it, every control shows it,
// and whatever changes it goes through `change`.

import { applyChoice, inOrder } from "./filter.js";
import { typedSpan } from "./days.js";
import { records, save, toCsv, toJson } from "./download.js";
import { element, part } from "./element.js";
import { makeFacet } from "./facets.js";
import { openExplore } from "./open.js";
import { emptyChoice, readChoice, writeChoice } from "./query.js";
import { makeRange } from "./range.js";
import { readQuery } from "./search.js";
import { renderFacts } from "./results.js";

const PAGE = 50;
const PRINTED = 1000;

async function start(root) {
  const opened = await openExplore(root);
  const { index, texts, words, language } = opened;
  const names = Object.keys(index.facets);
  const list = part(root, "list");
  const q = part(root, "q");
  const clocks = [...root.querySelectorAll('[name="cf-clock"]')];
  const origins = part(root, "origins");
  const known = part(root, "known");
  const order = part(root, "order");
  const status = part(root, "count");
  const chips = part(root, "chips");
  const more = part(root, "next");
  let choice = emptyChoice();
  let result = null;
  let ordered = [];
  let shown = 0;
  let turn = 0; // the newest refresh wins

  const facets = {};
  for (const box of root.querySelectorAll("[data-facet]")) {
    const name = box.dataset.facet;
    if (index.facets[name]) facets[name] = makeFacet(box, index.facets[name], name, words, chooseFacet);
  }
  const range = makeRange(part(root, "when"), index, language, (span, settled) => change(span, settled));

  function chooseFacet(name, state) {
    const { [name]: _, ...others } = choice.facets;
    change({ facets: state.values.length ? { ...others, [name]: state } : others }, true);
  }

  // A settled change is a step back in the browser's history; one under way only rewrites the address.
  function change(part_, settled = true) {
    choice = { ...choice, ...part_ };
    const query = writeChoice(choice);
    const address = query ? `?${query}` : location.pathname;
    if (settled && query !== settledQuery) {
      history.pushState(null, "", address);
      settledQuery = query;
    } else if (!settled) history.replaceState(null, "", address);
    refresh();
  }
  let settledQuery = "";

  function readAddress() {
    choice = readChoice(location.search, names);
    settledQuery = writeChoice(choice);
    refresh();
  }

  async function refresh() {
    const mine = (turn += 1);
    const searching = readQuery(choice.q).length > 0;
    if (searching && !texts.allReady()) {
      status.textContent = words.say("loading");
      await texts.loadAll();
      if (mine !== turn) return;
    }
    result = applyChoice(index, choice, searching ? (i) => texts.haystack(i) : null);
    const newest = (choice.order || root.dataset.order) === "newest";
    ordered = inOrder(result.matches, index.clocks[choice.clock], newest);
    showControls();
    shown = 0;
    const first = ordered.slice(0, PAGE);
    await texts.load(first);
    if (mine !== turn) return;
    list.replaceChildren();
    renderMore(first);
    status.textContent = ordered.length
      ? words.count("facts_of", ordered.length, { total: words.number(index.size) })
      : words.say("nothing");
  }

  function renderMore(facts) {
    renderFacts(list, facts, { index, texts, words, root: root.dataset.root });
    shown += facts.length;
    const rest = ordered.length - shown;
    more.hidden = rest <= 0;
    more.textContent = words.count("show_more", Math.min(PAGE, rest));
  }

  function showControls() {
    if (document.activeElement !== q) q.value = choice.q;
    for (const radio of clocks) radio.checked = radio.value === choice.clock;
    origins.value = String(choice.origins > 1 ? choice.origins : 0);
    if (document.activeElement !== known) known.value = choice.known;
    order.value = choice.order || root.dataset.order;
    range.update(choice, result.ranged);
    for (const [name, facet] of Object.entries(facets)) facet.update(choice.facets[name], result.counts[name]);
    showChips();
    const query = writeChoice(choice);
    part(root, "embed").value = embedCode(query);
    part(root, "clear").hidden = !query;
  }

  function embedCode(query) {
    const address = new URL(`${root.dataset.embed}${query ? `?${query}` : ""}`, location.href).href;
    const safe = address.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    const title = document.title.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    return `<iframe src="${safe}" title="${title}" width="100%" height="600" loading="lazy"></iframe>`;
  }

  // Everything chosen, each with a way to take it back.
  function showChips() {
    const items = [];
    const add = (text, without) => items.push([text, without]);
    if (choice.q.trim()) add(words.say("chip_words", { q: choice.q.trim() }), { q: "" });
    if (choice.from || choice.to) add(words.say("chip_range", { from: choice.from || "…", to: choice.to || "…" }), { from: "", to: "" });
    if (typedSpan(choice.known)) add(words.say("chip_known", { day: choice.known }), { known: "" });
    if (choice.origins > 1) add(words.count("chip_origins", choice.origins), { origins: 0 });
    for (const [name, { mode, values }] of Object.entries(choice.facets)) {
      for (const value of values) {
        const number = index.facets[name].numbers.get(value);
        const label = number === undefined ? value : index.facets[name].labels[number];
        const left = values.filter((other) => other !== value);
        const { [name]: _, ...others } = choice.facets;
        add(words.say(`chip_${mode}`, { facet: words.say(`facet_${name}`), value: label }),
          { facets: left.length ? { ...others, [name]: { mode, values: left } } : others });
      }
    }
    chips.replaceChildren(...items.map(([text, without], at) => element("li", {}, element("button", {
      type: "button",
      "aria-label": words.say("remove", { choice: text }),
      onclick: () => {
        change(without);
        const left = chips.querySelectorAll("button");
        (left[Math.min(at, left.length - 1)] ?? status).focus(); // the button is gone: stay near it
      },
    }, element("bdi", {}, text), element("span", { "aria-hidden": "true" }, " ×")))));
  }

  let typing = 0;
  q.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => change({ q: q.value }, false), 120);
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
  part(root, "clear").addEventListener("click", () => { change(emptyChoice()); status.focus(); });
  more.addEventListener("click", async () => {
    const at = shown;
    const next = ordered.slice(shown, shown + PAGE);
    await texts.load(next);
    renderMore(next);
    const first = list.querySelectorAll("[data-fact]")[at];
    if (first) { first.tabIndex = -1; first.focus(); }
  });

  const exported = async (write, name, type) => {
    await texts.load(ordered);
    const base = new URL(root.dataset.root, location.href).href;
    const address = (id) => `${base}f/${encodeURIComponent(id)}/`;
    save(write(records(ordered, { index, texts, address })), name, type);
  };
  part(root, "csv").addEventListener("click", () => exported(toCsv, "facts.csv", "text/csv"));
  part(root, "json").addEventListener("click", () => exported((rows) => toJson(rows, writeChoice(choice)), "facts.json", "application/json"));
  part(root, "print").addEventListener("click", async () => {
    const rest = ordered.slice(shown, PRINTED);
    await texts.load(rest);
    renderMore(rest);
    print();
  });
  part(root, "copy").addEventListener("click", async (event) => {
    const button = event.currentTarget;
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = words.say("copied");
      button.focus();
    } catch { prompt(button.textContent, location.href); }
  });

  addEventListener("popstate", readAddress);
  part(root, "plain").hidden = true;
  part(root, "choices").open = matchMedia("(min-width: 60em)").matches;
  for (const piece of ["form", "result"]) part(root, piece).hidden = false;
  readAddress();
}

function failed(root, error) {
  part(root, "failed").hidden = false;
  console.warn("Chronofact:", error.message);
}

const root = document.getElementById("cf-explore");
if (root) {
  const params = new URLSearchParams(location.search);
  if (params.has("embed")) {
    params.delete("embed");
    location.replace(`${root.dataset.embed}?${params}`);
  } else start(root).catch((error) => failed(root, error));
}
