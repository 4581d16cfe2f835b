// Words as stored in, words as a reader meets them out: the twin of timeline/wording.py.

const CLOSING = /["'”’»“)\]]+$/u;
const ENDING = ".!?…,;:。؟؛‽–—";

export function opened(text) {
  const first = text.trimStart().split(/\s/u, 1)[0];
  if (!/^\p{Ll}/u.test(first) || /\p{Lu}/u.test(first)) return text;
  const [letter] = first;
  return text.replace(letter, letter.toUpperCase());
}

export function sentence(text) {
  const bare = text.trimEnd().replace(CLOSING, "").trimEnd();
  const last = bare.slice(-1);
  const stop = !last || ENDING.includes(last) || last > "\u08ff" ? "" : ".";
  return opened(text).trimEnd() + stop;
}
