// Words typed in, a test of a text out: every word must begin a word there, "a phrase" stand as it is, -word not at all.
// Case, accents, apostrophes, the vowel signs of Arabic and Hebrew and the dots of U.N. do not matter.

const ASCII = /^[\x00-\x7f]*$/; // most texts, and little to take apart in them
const LONGEST = 500; // characters of a query that are read
const MOST = 32; // words of it
// й and ї are letters of their own; other accents, and the vowel signs that few people type, fall away.
const MARKS = /([иИ]\u0306|[іІ]\u0308)|[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]/gu;
const APOSTROPHES = /['’‘ʼʹʻ`´′＇]/gu;
const SHORTENED = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu;
// Letters that Unicode takes for others and that readers take for the same.
const ALIKE = {
  ß: "ss", ø: "o", đ: "d", ð: "d", ł: "l", æ: "ae", œ: "oe", þ: "th", ı: "i", ς: "σ",
  ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك", ґ: "г",
};
const LOOKED_ALIKE = new RegExp(`[${Object.keys(ALIKE).join("")}]`, "gu");
// Scripts that write words without a space between them, or their first syllable onto them: "the" of Arabic.
const JOINED = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

export function plain(text) {
  if (ASCII.test(text)) return text.toLowerCase().replace(/['`]/g, "");
  return text.replace(APOSTROPHES, "").normalize("NFKD").replace(MARKS, (mark, letter) => letter ?? "")
    .normalize("NFC").toLowerCase().replace(LOOKED_ALIKE, (letter) => ALIKE[letter]);
}

// Words alone, one space before each and one behind the last.
export function inWords(text) {
  const bare = plain(text).replace(SHORTENED, (letters) => letters.replaceAll(".", ""));
  return ` ${bare.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ").trim()} `;
}

// [{ words, wanted }]; an empty list finds everything.
export function readQuery(query) {
  const terms = new Map();
  const straight = query.slice(0, LONGEST).replace(/[“”„«»＂]/gu, '"').replace(/(^|\s)[–−‑]/gu, "$1-");
  for (const [, minus, phrase, closed, word] of straight.matchAll(/(?<=^|\s|")(-?)(?:"([^"]*)("?)|([^\s"]+))/gu)) {
    const whole = inWords(phrase ?? word);
    if (whole.trim() === "" || terms.size === MOST) continue;
    const begun = closed ? whole : whole.trimEnd(); // a phrase under way is one that begins so
    const words = !closed && JOINED.test(whole) ? begun.trimStart() : begun;
    terms.set(minus + words, { words, wanted: !minus });
  }
  return [...terms.values()];
}

export function finds(terms, haystack) {
  return terms.every(({ words, wanted }) => haystack.includes(words) === wanted);
}
