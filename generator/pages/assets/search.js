// The search of a timeline with many facts: answers the theme's search box out of the pieces of a Pagefind index.
// The box, its keys and its words are the theme's, which takes any worker that knows its four messages. What stands in
// VALUES is put in by the build.

const VALUES = {};
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const ROOT = new URL("../", self.location.href);
const JOINED = new RegExp(`[${VALUES.joined}]+`, "gu"); // scripts that write words together
const SHOWN = 20; // facts
const AT_ONCE = 3; // of a page; the others of it stay folded
const AROUND = 24; // words before and after the first found one, in a long text
const [SOON, LATER] = [120, 350]; // milliseconds without a key, before the first answer and after it: each answer fetches
let engine;
let latest = 0;
let answered = false;

// MaterialX numbers its questions and waits for the answer to each; Material waits for the last one.
addEventListener("message", async ({ data: { id, type, data } }) => {
  if (type === SETUP) postMessage({ id, type: READY });
  if (type !== QUERY) return;
  const query = data.query ?? data;
  const asked = (latest += 1);
  let items = [];
  if (query.trim()) {
    await new Promise((done) => setTimeout(done, answered ? LATER : SOON));
    items = await search(query, () => asked === latest).catch((error) => (console.warn(error), []));
  }
  if (asked === latest || id !== undefined) postMessage({ id, type: RESULT, data: { items } });
});

// Lists for the theme: a page and what was found on it, the best page first.
// What was typed over meanwhile fetches nothing more.
async function search(query, wanted) {
  if (!wanted()) return [];
  const words = query.match(/[^\s"]+/g) ?? [];
  const pagefind = await (engine ??= opened());
  const results = wanted() ? await found(pagefind, query, words) : [];
  if (!wanted()) return [];
  answered = true;
  const facts = await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
  const items = byPage(facts.map((fact) => shown(fact, words)));
  if (results.length > SHOWN) items.push([onward(query, results.length)]);
  return items;
}

// The program over all parts of the index, each of which lies in a folder of its own.
async function opened() {
  const program = await import(new URL("search/pagefind/pagefind.js", ROOT));
  const further = Array.from({ length: VALUES.parts - 1 }, (_, at) => new URL(`search/pagefind-${at + 1}/`, ROOT).href);
  await Promise.all([program.init(), ...further.map((part) => program.mergeIndex(part))]);
  return program;
}

// What holds all words, in a row where they stand in quotes; without that, what holds most of them.
async function found(pagefind, query, words) {
  const asked = paired(query).trim();
  const results = await holdingAll(pagefind, (await pagefind.search(asked)).results, asked);
  if (results.length || words.length < 2) return results;
  const held = new Map();
  for (const word of words) {
    for (const result of (await pagefind.search(paired(word))).results) {
      const before = held.get(result.id);
      if (before) (before.words += 1), (before.score += result.score);
      else held.set(result.id, { words: 1, score: result.score, result });
    }
  }
  return [...held.values()].sort((a, b) => b.words - a.words || b.score - a.score).map((one) => one.result);
}

// A part of the index that knows nothing like one of the words answers as if it had not been asked for.
async function holdingAll(pagefind, results, asked) {
  const words = asked.match(/[^\s"]+/g) ?? [];
  if (VALUES.parts < 2 || words.length < 2 || !results.length) return results;
  const each = await Promise.all([...new Set(words)].map(async (word) => (await pagefind.search(word)).results));
  const held = each.map((some) => new Set(some.map((one) => one.id)));
  return results.filter((one) => held.every((some) => some.has(one.id)));
}

// As the build wrote it for the index: each two neighbours are a word, and the last one alone.
function paired(text) {
  return text.replace(JOINED, (run) => {
    const letters = [...run];
    if (letters.length === 1) return ` ${run} `;
    return ` ${letters.slice(1).map((letter, at) => letters[at] + letter).join(" ")} `;
  });
}

function shown({ raw_url: location, meta, raw_content: escaped, locations }, words) {
  const content = escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const text = meta.text ? marked(meta.text, words) : excerpt(content, locations);
  const parts = [meta.title, meta.text ?? content].join(" ").toLowerCase();
  const terms = Object.fromEntries(words.map((word) => [word, locations.length >= words.length || parts.includes(word.toLowerCase())]));
  return { location, title: safe(meta.title), page: meta.page ?? meta.title, text, terms };
}

function excerpt(content, locations) {
  const held = new Set(locations);
  const words = content.split(/\s+/);
  const first = Math.min(...locations, words.length);
  const start = words.length > 3 * AROUND ? Math.max(0, first - AROUND) : 0;
  const end = words.length > 3 * AROUND ? start + 2 * AROUND : words.length;
  const part = words.slice(start, end).map((word, at) => (held.has(start + at) ? bare(word) : safe(word)));
  return `${start ? "… " : ""}${part.join(" ")}${end < words.length ? " …" : ""}`;
}

// A found word, without the signs around it.
function bare(word) {
  const [, before, core, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
  return `${safe(before)}<mark>${safe(core)}</mark>${safe(after)}`;
}

function marked(text, words) {
  const sought = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return text.split(new RegExp(`(${sought})`, "giu")).map((part, at) => (at % 2 ? `<mark>${safe(part)}</mark>` : safe(part))).join("");
}

function byPage(facts) {
  const pages = new Map();
  facts.forEach((fact, rank) => {
    const [location, anchor] = fact.location.split("#");
    if (!pages.has(location)) pages.set(location, { location, title: safe(fact.page), text: "", score: 0, terms: {}, facts: [], rank });
    const page = pages.get(location);
    if (anchor === undefined) Object.assign(page, fact, { score: 1 / (page.rank + 1), own: true });
    else page.facts.push(fact);
  });
  return [...pages.values()].map(({ facts: on, own, rank, ...page }) => {
    const listed = on.map((fact, at) => ({ ...fact, score: (at < AT_ONCE ? 1 : 0.5) / (rank + 1) }));
    return own ? [page, ...listed] : [...listed, page];
  });
}

function onward(query, count) {
  const all = VALUES.onward.replace("%(num)s", new Intl.NumberFormat(VALUES.language).format(count));
  return { location: `${VALUES.explore}?words=${encodeURIComponent(query)}`, title: safe(all), text: "", score: 0, terms: {} };
}

function safe(text) {
  return String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
