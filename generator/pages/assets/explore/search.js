// Words typed in, a test of a text out: every word must occur, "a phrase" as it stands, -word not at all.
// Case and accents do not matter.

const ASCII = /^[\x00-\x7f]*$/; // most texts, and nothing to take apart in them

export function plain(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase();
}

// [{ words, wanted }]; an empty list finds everything.
export function readQuery(query) {
  const terms = [];
  for (const [, minus, phrase, word] of query.matchAll(/(-?)(?:"([^"]*)"?|(\S+))/gu)) {
    const words = plain(phrase === undefined ? word : phrase).trim();
    if (words) terms.push({ words, wanted: !minus });
  }
  return terms;
}

export function finds(terms, haystack) {
  return terms.every(({ words, wanted }) => haystack.includes(words) === wanted);
}
