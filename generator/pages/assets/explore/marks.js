// The words looked for, in; the same marked in what was found, wherever a word begins so.

import { inWords, readQuery } from "./search.js";

const WORD = /[\p{L}\p{N}\p{M}'’.]+/gu;

export function makeMarker(query) {
  const wanted = readQuery(query).filter((term) => term.wanted)
    .flatMap(({ words }) => words.trim().split(" "));
  if (!wanted.length) return () => {};
  const begins = (word) => { const plain = inWords(word).trim(); return plain && wanted.some((one) => plain.startsWith(one)); };
  return (node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const found = [...text.data.matchAll(WORD)].filter(([word]) => begins(word));
      for (const { 0: word, index } of found.reverse()) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        range.surroundContents(document.createElement("mark"));
      }
    }
  };
}
