// A date as a person types it in, the form that stands in the address out ("2025-05-16", "-0043"); "" when it
// is none: "16 May 2025", "May 16, 2025", "16.05.2025", "2025-05", "44 BC", in the site's language or in English.

import { localeOf } from "./calendar.js";
import { monthLength, typedSpan } from "./days.js";
import { plain } from "./search.js";

const ISO = /^([+-]?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
const MINUS = /[\u2010-\u2012\u2212]/gu;
const ORDINALS = ["st", "nd", "rd", "th", "of"];
const ENGLISH_ERAS = { before: ["bc", "bce", "b c", "b c e"], after: ["ad", "ce", "a d", "c e"] };
const LEAST = 3; // letters of a shortened month

export function makeReader(language) {
  const locales = [...new Set([localeOf(language), "en-GB"])];
  const months = monthNames(locales);
  const eras = {
    before: [...eraNames(locales[0], -43), ...ENGLISH_ERAS.before],
    after: [...eraNames(locales[0], 79), ...ENGLISH_ERAS.after],
  };
  const fillers = new Set([...fillerWords(locales[0]), ...ORDINALS]);

  function monthOf(word) {
    if (months.has(word)) return months.get(word);
    if (fillers.has(word[0]) && months.has(word.slice(1))) return months.get(word.slice(1)); // "in July" as one word
    if (word.length < LEAST) return 0;
    const found = new Set([...months].filter(([name]) => name.startsWith(word)).map(([, number]) => number));
    return found.size === 1 ? [...found][0] : 0;
  }

  return function read(text) {
    const typed = digits(text.trim().replace(MINUS, "-"));
    const iso = ISO.exec(typed);
    if (iso) return written(...iso.slice(1).map((part) => (part === undefined ? undefined : Number(part))));
    if (typed.startsWith("-")) return "";
    let words = ` ${tokens(typed).join(" ")} `;
    const said = { before: false, after: false };
    for (const [side, names] of Object.entries(eras)) {
      for (const name of names.sort((a, b) => b.length - a.length)) {
        if (said.before || said.after || !name || !words.includes(` ${name} `)) continue;
        said[side] = true;
        words = words.replace(` ${name} `, " ");
      }
    }
    const numbers = [];
    const named = [];
    for (const word of words.split(" ").filter(Boolean)) {
      if (/^\d+$/.test(word)) numbers.push(word);
      else if (monthOf(word)) named.push(monthOf(word));
      else if (!fillers.has(word)) return "";
    }
    if (named.length > 1) return "";
    const parts = named.length ? withMonth(numbers, named[0], said) : inNumbers(numbers, said, typed.includes("/"));
    if (!parts || (said.before && parts[0] < 1)) return "";
    return written(said.before ? 1 - parts[0] : parts[0], parts[1], parts[2]);
  };
}

// Year, month and day of "16 May 2025"; a lone "16" beside a month is a day without its year.
function withMonth(numbers, month, said) {
  const era = said.before || said.after;
  if (numbers.length === 1) return era || isYear(numbers[0]) ? [Number(numbers[0]), month] : null;
  if (numbers.length !== 2) return null;
  const first = isYear(numbers[0]);
  if (first === isYear(numbers[1]) && !(era && !first)) return null;
  const [year, day] = first ? numbers : [numbers[1], numbers[0]];
  return [Number(year), month, Number(day)];
}

// "16.05.2025", "2025/5/16", "05.2025", "44" of an era; 5/6/2025 means two things and is left to the reader.
function inNumbers(numbers, said, slashed) {
  const values = numbers.map(Number);
  if (values.length === 1) return said.before || said.after || isYear(numbers[0]) ? [values[0]] : null;
  const first = isYear(numbers[0]);
  if (first === isYear(numbers[numbers.length - 1])) return null;
  if (values.length === 2) return first ? values : [values[1], values[0]];
  if (values.length !== 3) return null;
  if (first) return values;
  const [a, b, year] = values;
  if (!slashed || a === b || a > 12) return [year, b, a];
  return b > 12 ? [year, a, b] : null;
}

const isYear = (digitsOf) => digitsOf.length > 2;

function written(year, month, day) {
  if (year === undefined || Number.isNaN(year)) return "";
  if (month !== undefined && (month < 1 || month > 12)) return "";
  if (day !== undefined && (day < 1 || day > monthLength(year, month))) return "";
  const two = (number) => String(number).padStart(2, "0");
  const years = (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
  const text = [years, month, day].filter((part) => part !== undefined).map((part, at) => (at ? two(part) : part)).join("-");
  return typedSpan(text) ? text : "";
}

// Letters and digits in runs of one kind: "16th" is two, so is "5月".
function tokens(text) {
  return plain(text).match(/\d+|[\p{L}\p{M}]+/gu) ?? [];
}

// Digits of any script as 0 to 9: in each they stand in a row, and the first of a row follows no digit.
function digits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let zero = digit.codePointAt(0);
    for (let step = 0; step < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)); step += 1) zero -= 1;
    return String(digit.codePointAt(0) - zero);
  });
}

function monthNames(locales) {
  const names = new Map();
  const forms = [{ month: "long" }, { month: "short" }]
    .flatMap((form) => [form, { year: "numeric", ...form }, { year: "numeric", day: "numeric", ...form }]);
  for (const locale of locales) {
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...form });
      for (let month = 0; month < 12; month += 1) {
        const name = tokens(partOf(format, Date.UTC(2001, month, 2), "month")).join(" ");
        if (name && !/\d/.test(name) && !names.has(name)) names.set(name, month + 1);
      }
    }
  }
  return names;
}

function eraNames(locale, year) {
  const day = new Date(Date.UTC(2001, 5, 2)).setUTCFullYear(year);
  return ["short", "long"].map((era) => tokens(
    partOf(new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric", era }), day, "era"),
  ).join(" "));
}

// What a language writes between day, month and year: "de", "р.", "年"; or behind a month that is a number: "월".
function fillerWords(locale) {
  const day = Date.UTC(2001, 5, 2);
  const forms = [{ year: "numeric" }, { year: "numeric", month: "long" }, { dateStyle: "long" }, { dateStyle: "full" }];
  return forms.flatMap((form) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...form }).formatToParts(day)
    .filter((part) => part.type === "literal" || /\d/.test(part.value))
    .flatMap((part) => tokens(part.value).filter((word) => !/\d/.test(word))));
}

function partOf(format, day, type) {
  return format.formatToParts(day).find((part) => part.type === type)?.value ?? "";
}
