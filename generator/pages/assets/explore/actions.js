// What can be done with a result: copy its link, take it along, print it, put it into another page.

import { records, save, toCsv, toJson } from "./download.js";
import { part } from "./element.js";
import { writeChoice } from "./query.js";

export function makeActions(root, { index, texts, words }, { chosen, facts, showAll, say }) {
  async function download(write, name, type) {
    await texts.load(facts());
    const base = new URL(root.dataset.root, location.href).href;
    const address = (id) => `${base}f/${encodeURIComponent(id)}/`;
    save(write(records(facts(), { index, texts, address })), name, type);
  }

  part(root, "csv").addEventListener("click", () => download(toCsv, "facts.csv", "text/csv"));
  part(root, "json").addEventListener("click", () => {
    download((rows) => toJson(rows, writeChoice(chosen())), "facts.json", "application/json");
  });
  part(root, "print").addEventListener("click", async () => { await showAll(); print(); });
  part(root, "copy").addEventListener("click", async (event) => {
    const label = event.currentTarget.textContent;
    try {
      await navigator.clipboard.writeText(location.href);
      say(words.say("copied"), true);
    } catch { prompt(label, location.href); } // no permission: the reader copies it by hand
  });

  return {
    update(choice) { part(root, "embed").value = frameCode(root, writeChoice(choice)); },
  };
}

function frameCode(root, query) {
  const address = new URL(`${root.dataset.embed}${query ? `?${query}` : ""}`, location.href).href;
  const safe = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<iframe src="${safe(address)}" title="${safe(document.title)}" width="100%" height="600" loading="lazy"></iframe>`;
}
