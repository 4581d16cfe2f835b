// Typed dates in, day numbers since 1970 out, and back: the proleptic Gregorian calendar with
// astronomical years (0 is 1 BC), as in the index.

const DAY = 86400000;
// Year, or year and month, or a day; a sign and more digits for far years.
const TYPED = /^([+-]?\d{1,6})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

export function dayNumber(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day); // Date.UTC would take years 0 to 99 for 1900 to 1999
  return Math.round(date.getTime() / DAY);
}

export function partsOf(number) {
  const date = new Date(number * DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export function monthLength(year, month) {
  return dayNumber(year, month + 1, 0) - dayNumber(year, month, 1) + 1;
}

// The first and last day of what was typed ("1944", "1944-06", "1944-06-06"); null when it is no date.
export function typedSpan(text) {
  const match = TYPED.exec(text.trim().replace(/−/g, "-"));
  if (!match) return null;
  const year = Number(match[1]);
  if (Math.abs(year) > 200000) return null;
  if (match[2] === undefined) return [dayNumber(year, 1, 1), dayNumber(year, 12, 31)];
  const month = Number(match[2]);
  if (month < 1 || month > 12) return null;
  const last = monthLength(year, month);
  if (match[3] === undefined) return [dayNumber(year, month, 1), dayNumber(year, month, last)];
  const day = Number(match[3]);
  return day < 1 || day > last ? null : [dayNumber(year, month, day), dayNumber(year, month, day)];
}

// A day number as people type it; whole years and months stay short when `side` says which end it is.
export function typedDay(number, side = "") {
  const [year, month, day] = partsOf(number);
  const years = (year < 0 ? "-" : "") + String(Math.abs(year)).padStart(4, "0");
  const months = `${years}-${String(month).padStart(2, "0")}`;
  if (side === "from" && day === 1) return month === 1 ? years : months;
  if (side === "to" && day === monthLength(year, month)) return month === 12 ? years : months;
  return `${months}-${String(day).padStart(2, "0")}`;
}
