// The words of the facts, fetched in chunks when they are shown or searched, and kept.

import { plain } from "./search.js";

export function makeTexts(index, fetchChunk) {
  const chunks = new Map(); // number -> promise
  const ready = new Map(); // number -> decoded chunk
  const haystacks = [];
  let labelled = null;

  // The facets that hold names, their labels made plain once.
  function named() {
    labelled ??= ["person", "place", "organisation", "speaker", "outlet", "tag"]
      .map((name) => index.facets[name])
      .filter(Boolean)
      .map((facet) => ({ ...facet, labels: facet.labels.map(plain) }));
    return labelled;
  }

  function load(number) {
    if (!chunks.has(number)) {
      const loading = fetchChunk(number).then((raw) => {
        if (raw.stamp !== index.stamp) throw new Error("stale");
        ready.set(number, { ...raw, date: raw.date.split(",").map(Number) });
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
    allReady: () => ready.size === Math.ceil(index.size / index.chunk),
    fact(i) {
      const chunk = ready.get(Math.floor(i / index.chunk));
      const at = i % index.chunk;
      return chunk && {
        id: chunk.id[at],
        text: chunk.text[at],
        speaker: chunk.speaker[at] || "",
        via: chunk.via[at] || "",
        date: chunk.dates[chunk.date[at]],
        words: chunk.words[chunk.date[at]],
      };
    },
    // What a search looks through: the text, who says it, and the names and tags that belong to it.
    haystack(i) {
      if (haystacks[i] === undefined) {
        const fact = this.fact(i);
        const parts = [plain(`${fact.text}\n${fact.speaker}\n${fact.via}`)];
        for (const { starts, values, labels } of named()) {
          for (let at = starts[i]; at < starts[i + 1]; at += 1) parts.push(labels[values[at]]);
        }
        haystacks[i] = parts.join("\n");
      }
      return haystacks[i];
    },
  };
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
