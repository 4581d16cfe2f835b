// The facts on screen in, a CSV or JSON file out, made in the browser. Same rules as the site's downloads:
// RFC 4180, and a cell that would start a formula gets an apostrophe.

import { typedDay } from "./days.js";
import { keysOf, labelsOf } from "./texts.js";

const MARKED = "\ufeff"; // by it a spreadsheet knows that a table is in UTF-8
const FORMULA = /^'*(?:[\t\r\n]|[ \u00a0]*[=+\-@＝＋－＠])/u;

export function records(facts, { index, texts, address }) {
  const day = (number) => (Number.isFinite(number) ? typedDay(number) : null);
  return facts.map((i) => {
    const fact = texts.fact(i);
    const { from, to } = index.clocks.happened;
    return {
      id: fact.id,
      date: fact.date || null,
      date_from: day(from[i]),
      date_to: day(to[i]),
      text: fact.text,
      speaker: fact.speaker || null,
      via: fact.via || null,
      kind: keysOf(index, "kind", i)[0],
      status: keysOf(index, "status", i)[0],
      tags: labelsOf(index, "tag", i),
      people: labelsOf(index, "person", i),
      places: labelsOf(index, "place", i),
      organisations: labelsOf(index, "organisation", i),
      outlets: labelsOf(index, "outlet", i),
      marks: keysOf(index, "mark", i),
      articles: index.articles[i],
      origins: index.origins[i] || null,
      link: address(fact.id),
    };
  });
}

export function toJson(rows, query) {
  return `${JSON.stringify({ format: "chronofact-explore", version: 1, query, facts: rows }, null, 1)}\n`;
}

export function toCsv(rows) {
  const columns = ["id", "date", "date_from", "date_to", "text", "speaker", "via", "kind", "status", "tags", "people",
    "places", "organisations", "outlets", "marks", "articles", "origins", "link"];
  const lines = rows.map((row) => columns.map((name) => cell(row[name])).join(","));
  return MARKED + [columns.join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

function cell(value) {
  let text = Array.isArray(value) ? value.join(" | ") : String(value ?? "");
  if (FORMULA.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function save(text, name, type) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
