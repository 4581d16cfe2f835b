// The words of the facts, fetched in chunks when they are shown or searched, and kept.

import { inWords } from "./search.js";

const SLICE = 1000; // facts made ready for a search at a time

export function makeTexts(index, fetchChunk) {
  const chunks = new Map(); // number -> promise
  const ready = new Map(); // number -> decoded chunk
  const haystacks = [];
  let labelled = null;
  let prepared = false;

  // The facets that hold names, their labels made ready once.
  function named() {
    labelled ??= ["person", "place", "organisation", "speaker", "outlet", "tag"]
      .map((name) => index.facets[name])
      .filter(Boolean)
      .map((facet) => ({ ...facet, labels: facet.labels.map(inWords) }));
    return labelled;
  }

  function load(number) {
    if (!chunks.has(number)) {
      const loading = fetchChunk(number).then((raw) => {
        if (raw.stamp !== index.stamp) throw new Error("stale");
        const column = (name) => raw[name].split(",");
        ready.set(number, { ...raw, date: column("date"), label: column("label"), linked: column("linked"), according: new Set(column("according")) });
      });
      loading.catch(() => chunks.delete(number)); // so that a later try may succeed
      chunks.set(number, loading);
    }
    return chunks.get(number);
  }

  const numbers = (facts) => [...new Set(facts.map((i) => Math.floor(i / index.chunk)))];

  return {
    load: (facts) => Promise.all(numbers(facts).map(load)),
    loadAll: () => Promise.all(Array.from({ length: Math.ceil(index.size / index.chunk) }, (_, n) => load(n))),
    prepared: () => prepared,
    fact(i) {
      const chunk = ready.get(Math.floor(i / index.chunk));
      const at = i % index.chunk;
      return chunk && {
        id: chunk.id[at],
        text: chunk.text[at],
        shown: chunk.shown[at] || "",
        speaker: chunk.speaker[at] || "",
        via: chunk.via[at] || "",
        date: chunk.dates[chunk.date[at]],
        words: chunk.words[chunk.date[at]],
        context: chunk.context[at] || "",
        dispute: chunk.dispute[at] || "",
        lang: chunk.lang[at] || "",
        page: chunk.pages[chunk.date[at]],
        label: chunk.labels[chunk.label[at]],
        according: chunk.according.has(String(at)),
        image: chunk.images[at],
        names: triples(chunk.linked[at], chunk.names),
        speakerPage: chunk.people[chunk.speaker[at]],
        viaPage: chunk.outlets[chunk.via[at]],
      };
    },
    // Everything a search looks through, made in slices so that the page stays awake.
    async prepare() {
      await this.loadAll();
      for (let i = 0; i < index.size; i += 1) {
        if (i % SLICE === SLICE - 1 && haystacks[i] === undefined) await new Promise((go) => { setTimeout(go); });
        this.haystack(i);
      }
      prepared = true;
    },
    // What a search looks through: the text, who says it, and the names and tags that belong to it.
    haystack(i) {
      if (haystacks[i] === undefined) {
        const fact = this.fact(i);
        const parts = [fact.text, fact.speaker, fact.via].filter(Boolean).map(inWords);
        for (const { starts, values, labels } of named()) {
          for (let at = starts[i]; at < starts[i + 1]; at += 1) parts.push(labels[values[at]]);
        }
        haystacks[i] = parts.join("\n");
      }
      return haystacks[i];
    },
  };
}

// "4 9 0": from the fourth letter to the ninth stands the first of the names with a page.
function triples(cell, names) {
  const numbers = cell ? cell.split(" ").map(Number) : [];
  return Array.from({ length: numbers.length / 3 }, (_, n) => {
    const [start, end, name] = numbers.slice(3 * n, 3 * n + 3);
    return { start, end, page: names[name] };
  });
}

export function labelsOf(index, name, i) {
  const facet = index.facets[name];
  if (!facet) return [];
  return Array.from(facet.values.subarray(facet.starts[i], facet.starts[i + 1]), (value) => facet.labels[value]);
}

export function keysOf(index, name, i) {
  const facet = index.facets[name];
  if (!facet) return [];
  return Array.from(facet.values.subarray(facet.starts[i], facet.starts[i + 1]), (value) => facet.keys[value]);
}
