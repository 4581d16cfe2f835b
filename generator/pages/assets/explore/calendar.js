// Day numbers in, dates as the site's language writes them out: days, months, years, eras and stretches.

import { dayNumber, monthLength, partsOf, typedSpan } from "./days.js";

const DAY = 86400000;
const ERA_BELOW = 1000; // "79 AD": a year of fewer digits needs its era to be read as a year

// "en" without a country is written as international newsrooms do, as everywhere on the site; digits are
// those of the built pages.
export function localeOf(language) {
  return `${language === "en" ? "en-GB" : language}-u-ca-gregory-nu-latn`;
}

export function makeCalendar(language) {
  const kept = new Map();

  function format(options) {
    const key = JSON.stringify(options);
    if (!kept.has(key)) kept.set(key, new Intl.DateTimeFormat(localeOf(language), { timeZone: "UTC", ...options }));
    return kept.get(key);
  }

  const era = (...days) => (days.some((day) => partsOf(day)[0] < ERA_BELOW) ? { era: "short" } : {});
  const write = (day, options) => format({ ...options, ...era(day) }).format(day * DAY);
  const year = { year: "numeric" };
  const month = { ...year, month: "long" };
  const date = { ...month, day: "numeric" };

  // A stretch as wide as it is: a day, a month, a year, or from one to another.
  function span(from, to) {
    if (from === to) return write(from, date);
    const [y, m] = partsOf(from);
    if (from === dayNumber(y, m, 1) && to === from + monthLength(y, m) - 1) return write(from, month);
    const [yearTo, monthTo] = partsOf(to);
    const whole = from === dayNumber(y, 1, 1) && to === dayNumber(yearTo, 12, 31);
    if (whole && y === yearTo) return write(from, year);
    const months = from === dayNumber(y, m, 1) && to === dayNumber(yearTo, monthTo, monthLength(yearTo, monthTo));
    const options = whole ? year : months ? { ...year, month: "short" } : { ...year, month: "short", day: "numeric" };
    return format({ ...options, ...era(from, to) }).formatRange(from * DAY, to * DAY);
  }

  return {
    span,
    day: (number) => write(number, date),
    // What a choice says: "1848" is the year, wherever it stands.
    typed(text) {
      const found = typedSpan(text);
      return found ? span(...found) : "";
    },
    // As a field shows it: short and sortable, but for years before our era, which nobody counts from zero.
    field(text) {
      const found = typedSpan(text);
      return found && partsOf(found[0])[0] < 1 ? span(...found) : text;
    },
    // What stands below a bar: its label, and the coarser unit it belongs to.
    axis(column, unit) {
      if (column.kind === "span") return spanLabel(column);
      if (unit === "day" || unit === "week") {
        return [format({ day: "numeric" }).format(column.from * DAY).replace(/\D+$/u, ""), write(column.from, { ...year, month: "short" })];
      }
      if (unit === "month" || unit === "quarter") return [format({ month: "short" }).format(column.from * DAY), write(column.from, year)];
      return [write(column.from, year), ""];
    },
  };

  function spanLabel({ from, to }) {
    const [first, last] = [partsOf(from)[0], partsOf(to)[0]];
    if (first !== last) return [format({ ...year, ...era(from, to) }).formatRange(from * DAY, to * DAY), ""];
    if (to - from > 360) return [write(from, year), ""];
    return [format({ month: "short" }).formatRange(from * DAY, to * DAY), write(from, year)];
  }
}
