// Matching facts in, the list of them out: a heading a date, the speaker before the words, the sources after.

import { element } from "./element.js";
import { opened, sentence } from "./wording.js";
import { keysOf } from "./texts.js";

export function renderFacts(list, facts, { index, texts, words, root, target = null, level = "h3" }) {
  for (const i of facts) {
    const fact = texts.fact(i);
    let section = list.lastElementChild;
    if (!section || section.dataset.date !== fact.date) {
      const heading = element(level, { class: "cf-explore-when" }, fact.words || words.say("undated"));
      section = element("section", { "data-date": fact.date }, heading, element("ol", { class: "cf-facts" }));
      list.append(section);
    }
    section.lastElementChild.append(renderFact(i, fact, { index, words, root, target }));
  }
}

function renderFact(i, fact, { index, words, root, target }) {
  const [kind] = keysOf(index, "kind", i);
  const [sure] = keysOf(index, "sure", i);
  const href = `${root}f/${encodeURIComponent(fact.id)}/`;
  const who = whoLine(i, fact, kind, index, words);
  const label = words.say("link_to", { text: shorten(fact.text) });
  return element(
    "li",
    { class: `cf-fact cf-${kind} cf-${sure}`, "data-fact": fact.id },
    who,
    element("p", { class: "cf-text", dir: "auto" }, sentence(fact.text)),
    element(
      "p",
      { class: "cf-explore-foot" },
      element("span", { class: "cf-soft" }, evidence(i, index, words)),
      element("a", { class: "cf-link", href, target, "aria-label": label }, words.say("link")),
    ),
  );
}

// "Ann Example said, via The Gazette" with the name set apart, then what a reader must know before the words.
function whoLine(i, fact, kind, index, words) {
  const marks = new Set(keysOf(index, "mark", i));
  const [status] = keysOf(index, "status", i);
  const labels = [
    ...["draft", "disputed", "withdrawn"].filter((name) => name === status),
    ...["proposal", "plan"].filter((name) => name === kind),
    ...["anonymous", "differs", "corrected"].filter((name) => marks.has(name)),
  ];
  if (keysOf(index, "sure", i)[0] === "inferred") labels.push("inferred");
  const parts = voice(fact, marks.has("denied"), words);
  if (!parts.length && !labels.length) return null;
  const spans = labels.map((name) => element("span", { class: "cf-label" }, words.say(`label_${name}`)));
  return element("p", { class: "cf-who" }, ...parts, ...spans.flatMap((span) => [" ", span]));
}

function voice(fact, denied, words) {
  if (!fact.speaker && !fact.via) return [];
  const key = fact.speaker ? (denied ? "denied" : "said") + (fact.via ? "_via" : "") : "via";
  return words.say(key).split(/(\{\w+\})/).filter(Boolean).map((piece) => {
    if (piece === "{speaker}") return element("b", { dir: "auto" }, opened(fact.speaker));
    if (piece === "{outlet}") return element("bdi", {}, fact.via);
    return piece;
  });
}

export function evidence(i, index, words) {
  const articles = words.count("articles", index.articles[i]);
  if (!index.origins[i]) return articles;
  return words.say("evidence", { articles, origins: words.count("origins", index.origins[i]) });
}

export function shorten(text) {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/u, "")}…`;
}
