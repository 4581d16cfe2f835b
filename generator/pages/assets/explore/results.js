// Matching facts in, the list of them out: a heading a date, the speaker before the words, the sources after.

import { element } from "./element.js";
import { evidence } from "./evidence.js";
import { opened, sentence } from "./wording.js";
import { keysOf } from "./texts.js";

export function renderFacts(list, facts, { index, texts, words, root, framed = false, level = "h3", mark = () => {} }) {
  for (const i of facts) {
    const fact = texts.fact(i);
    let section = list.lastElementChild;
    if (!section || section.dataset.date !== fact.date) {
      const heading = element(level, { class: "cf-explore-when" }, opened(fact.words || words.say("undated")));
      section = element("section", { "data-date": fact.date }, heading, element("ol", { class: "cf-facts" }));
      list.append(section);
    }
    const made = renderFact(i, fact, { index, words, root, framed });
    for (const part of made.querySelectorAll(".cf-text, .cf-who")) mark(part);
    section.lastElementChild.append(made);
  }
}

// In a frame the words hold no links: it leads to one place.
function renderFact(i, fact, { index, words, root, framed }) {
  const [kind] = keysOf(index, "kind", i);
  const [sure] = keysOf(index, "sure", i);
  const href = `${root}f/${encodeURIComponent(fact.id)}/`;
  const label = words.say("link_to", { text: shorten(fact.text) });
  return element(
    "li",
    { class: `cf-fact cf-${kind} cf-${sure}`, "data-fact": fact.id },
    whoLine(i, fact, kind, { index, words, root: framed ? null : root }),
    fact.context ? element("p", { class: "cf-context", dir: "auto", lang: fact.lang || null }, fact.context) : null,
    element("p", { class: "cf-text", dir: "auto", lang: fact.lang || null }, ...(framed ? [fact.shown || sentence(fact.text)] : withNames(fact, root))),
    picture(fact, root),
    element(
      "div",
      { class: "cf-explore-foot" },
      framed ? element("span", { class: "cf-soft" }, ...behind(i, fact, index, words)) : evidence(fact, behind(i, fact, index, words), { words, root }),
      element("a", { class: "cf-link", href, target: framed ? "_top" : null, "aria-label": label }),
    ),
  );
}

function picture({ image }, root) {
  if (!image) return null;
  const [src, alt, width, height] = image;
  return element("img", { class: "cf-image", src: root + src, alt, loading: "lazy", width: width || null, height: height || null });
}

// "2 articles, 1 origin", and what makes the evidence doubtful.
function behind(i, fact, index, words) {
  const inferred = keysOf(index, "sure", i)[0] === "inferred"
    ? [element("span", { class: "cf-inferred-said" }, " ", element("span", { "aria-hidden": "true" }, "·"), ` ${words.say("label_inferred")}`)] : [];
  const marks = keysOf(index, "mark", i).filter((name) => name === "differs" || name === "corrected");
  return [fact.label, ...inferred, ...marks.flatMap((name) => [" ", tag(name, words)])];
}

const WARNING = new Set(["disputed", "differs"]);

function tag(name, words) {
  return element("span", { class: `cf-label${WARNING.has(name) ? " cf-label--warn" : ""}` }, words.say(`label_${name}`));
}

// The statement with its names as links, as on the built pages.
function withNames(fact, root) {
  const shown = fact.shown || sentence(fact.text);
  if (opened(fact.text).length !== fact.text.length) return [shown];
  const pieces = [];
  let at = 0;
  for (const { start, end, page } of fact.names) {
    pieces.push(shown.slice(at, start), element("a", { class: "cf-name", href: root + page }, shown.slice(start, end)));
    at = end;
  }
  return [...pieces, shown.slice(at)];
}

// "Ann Example said, via The Gazette" with the name set apart, then what a reader must know before the words.
function whoLine(i, fact, kind, { index, words, root }) {
  const marks = new Set(keysOf(index, "mark", i));
  const [status] = keysOf(index, "status", i);
  const parts = voice(fact, marks, words, root);
  if (marks.has("anonymous")) parts.push(" ", tag("anonymous", words));
  for (const name of ["draft", "disputed", "withdrawn"]) if (name === status) parts.push(" ", tag(name, words));
  if (fact.dispute) parts.push(" ", fact.dispute);
  if (marks.has("denied") && !fact.speaker) parts.push(" ", tag("denied", words));
  for (const name of ["proposal", "plan"]) if (name === kind) parts.push(" ", tag(name, words));
  return parts.length ? element("p", { class: "cf-who" }, ...parts) : null;
}

function voice(fact, marks, words, root) {
  const linked = (page, text) => (page && root !== null ? element("a", { href: root + page }, text) : text);
  if (!fact.speaker && !fact.via) return [];
  const key = fact.speaker ? (marks.has("denied") ? "denied" : fact.according ? "according" : "said") + (fact.via ? "_via" : "") : "via";
  return words.say(key).split(/(\{\w+\})/).filter(Boolean).flatMap((piece) => {
    if (piece === "{outlet}") return element("bdi", {}, linked(fact.viaPage, fact.via));
    if (piece !== "{speaker}") return piece;
    return element("b", { dir: "auto" }, linked(fact.speakerPage, key.startsWith("according") ? fact.speaker : opened(fact.speaker)));
  });
}

export function shorten(text) {
  return text.length <= 60 ? text : `${text.slice(0, 60).replace(/\s+\S*$/u, "")}…`;
}
