// The graphic with a range on it: drawn over with mouse or finger, its two handles dragged or moved by keyboard,
// chosen from the table, or typed.

import { columnAt, fillColumns, makeColumns } from "./bins.js";
import { typedDay, typedSpan } from "./days.js";
import { element, part } from "./element.js";
import { makeGraphic } from "./graphic.js";

const GRIP = { mouse: 6, pen: 8, touch: 12 }; // pixels around a handle in which it is taken hold of

export function makeRange(box, index, { calendar, words }, onChange) {
  const area = part(box, "drawn");
  const pointed = part(box, "pointed");
  const table = part(box, "table");
  const fold = box.closest("details");
  const low = part(box, "low");
  const high = part(box, "high");
  const graphic = makeGraphic(part(box, "graphic"), calendar, words);
  let clock = "";
  let columns = null;
  let reach = null; // the unit of the columns, the first and last day of all facts
  let chosen = [0, 0];
  let choice = { from: "", to: "" };
  let drawn = null; // the columns that the graphic has
  let ranged = [];
  let filled = null;

  const end = () => columns.length - 1;
  const facts = (count) => words.count("facts", count);

  function setClock(name) {
    if (name === clock) return;
    clock = name;
    const made = makeColumns(index.clocks[name], index.size);
    columns = made && made.columns;
    reach = made;
    area.hidden = !columns;
    if (!columns) return;
    for (const slider of [low, high]) slider.max = String(end());
  }

  // What the columns from `first` to `last` mean when typed; the whole width is no choice at all.
  function choose(first, last, settled) {
    onChange({
      from: first <= 0 ? "" : typedDay(columns[first].from, "from"),
      to: last >= end() ? "" : typedDay(columns[last].to, "to"),
    }, settled);
  }

  function bounds() {
    const start = typedSpan(choice.from);
    const stop = typedSpan(choice.to);
    return [start ? columnAt(columns, start[0]) : 0, stop ? columnAt(columns, stop[1]) : end()];
  }

  // A handle never rests on a break: it goes on as it went.
  function past(at, step) {
    let found = at;
    while (columns[found]?.kind === "break") found += step;
    return Math.min(end(), Math.max(0, found));
  }

  function slide(slider, settled) {
    const at = Number(slider.value);
    const before = slider === low ? chosen[0] : chosen[1];
    const to = past(at, at < before ? -1 : 1);
    if (slider === low) choose(to, Math.max(to, chosen[1]), settled);
    else choose(Math.min(to, chosen[0]), to, settled);
  }
  for (const slider of [low, high]) {
    slider.addEventListener("input", () => slide(slider, false));
    slider.addEventListener("change", () => slide(slider, true));
  }

  const pointer = makePointer(area, () => (columns ? { size: columns.length, chosen } : null));
  pointer.onPoint = (at) => { pointed.textContent = at < 0 ? stretch() : told(at); };
  pointer.onDraw = (from, to, settled) => {
    const [first, last] = [past(Math.min(from, to), 1), past(Math.max(from, to), -1)];
    if (first <= last) choose(first, last, settled);
  };
  pointer.onPress = (at) => { // a bar pressed once is the choice, pressed again it is none
    if (at === chosen[0] && at === chosen[1]) choose(0, end(), true);
    else pointer.onDraw(at, at, true);
  };

  // The first or last day that is chosen; where nothing is, that of the facts.
  const dayOf = (side) => typedSpan(choice[side])?.[side === "from" ? 0 : 1] ?? reach[side];
  const stretch = () => {
    const [from, to] = [dayOf("from"), dayOf("to")];
    return from <= to ? calendar.span(from, to) : "";
  };
  const nameOf = (at) => calendar.span(columns[at].from, columns[at].to);
  const bandName = (band) => words.say("wide", { date: calendar.span(band.from, band.to), facts: facts(band.count) });

  // "16 May 2025: 23 facts", and what lies across that day.
  function told(at) {
    const across = filled.bands.filter((band) => band.first <= at && at <= band.last);
    return [`${nameOf(at)}: ${facts(filled.counts[at])}`, ...across.map(bandName)].join(" · ");
  }

  // The same for who does not see it, and another way to choose.
  function fillTable() {
    if (!table.closest("details").open || !columns) return;
    const row = (name, count, first, last) => element("tr", {}, element("td", {}, element("button", {
      type: "button", "aria-pressed": String(first === chosen[0] && last === chosen[1]), onclick: () => choose(first, last, true),
    }, name)), element("td", {}, words.number(count)));
    const focused = [...table.rows].indexOf(document.activeElement.closest?.("tr"));
    table.replaceChildren(
      ...columns.flatMap((column, at) => (filled.counts[at] ? [row(nameOf(at), filled.counts[at], at, at)] : [])),
      ...filled.bands.map((band) => row(calendar.span(band.from, band.to), band.count, band.first, band.last)),
    );
    if (focused >= 0) table.rows[Math.min(focused, table.rows.length - 1)]?.querySelector("button").focus();
  }
  table.closest("details").addEventListener("toggle", fillTable);

  function mark(slider, at, side) {
    slider.value = String(at);
    slider.setAttribute("aria-valuetext", calendar.day(dayOf(side)));
    const handle = slider.nextElementSibling;
    handle.style.setProperty("--at", `${(100 * (side === "from" ? at : at + 1)) / columns.length}%`);
  }

  // What is folded away is drawn when it is opened.
  function show() {
    if (!columns || !fold.open) return;
    if (drawn !== columns) graphic.setColumns(columns, reach.unit);
    drawn = columns;
    filled = fillColumns(columns, index.clocks[clock], ranged);
    mark(low, chosen[0], "from");
    mark(high, chosen[1], "to");
    graphic.draw(filled, ...chosen);
    pointer.refresh();
    fillTable();
  }
  fold.addEventListener("toggle", show);

  return {
    update(made, found) {
      choice = made;
      ranged = found;
      setClock(choice.clock);
      if (!columns) return;
      chosen = bounds();
      if (drawn) show();
      else setTimeout(show); // the first drawing asks for the names of months: a task of its own
    },
    // The first and last day of all facts, for the empty fields.
    extent: () => (columns ? { from: typedDay(reach.from, "from"), to: typedDay(reach.to, "to") } : null),
  };
}

// Mouse, pen and finger: below the graphic and near a handle they move it, elsewhere they draw a range; a finger
// that goes up or down scrolls the page.
function makePointer(area, state) {
  const pointer = { onPoint: () => {}, onDraw: () => {}, onPress: () => {}, refresh: () => pointer.onPoint(over) };
  const graphic = part(area, "graphic");
  let over = -1;
  let fixed = -1; // the column that the range is drawn from
  let pressed = -1; // the bar that is pressed, as long as nothing has moved

  function placeOf(event) {
    const rect = graphic.getBoundingClientRect();
    const at = (event.clientX - rect.left) / rect.width;
    return getComputedStyle(graphic).direction === "rtl" ? 1 - at : at;
  }
  function columnOf(event) {
    const { size } = state();
    return Math.min(size - 1, Math.max(0, Math.floor(placeOf(event) * size)));
  }
  // The end that stays where it is when the other is taken hold of; -1 where no handle is near.
  function otherEnd(event, within) {
    const { size, chosen: [first, last] } = state();
    const at = placeOf(event);
    const [toFirst, toLast] = [Math.abs(at - first / size), Math.abs(at - (last + 1) / size)];
    if (Math.min(toFirst, toLast) > within) return -1;
    return toFirst < toLast || (toFirst === toLast && at < first / size) ? last : first;
  }

  area.addEventListener("pointerdown", (event) => {
    const below = event.target.closest("[data-cf=sliders]");
    if (event.button !== 0 || !state() || !(below || event.target.closest("[data-cf=graphic]"))) return;
    const grip = GRIP[event.pointerType] ?? GRIP.mouse;
    fixed = otherEnd(event, below ? Infinity : grip / graphic.clientWidth);
    pressed = below ? -1 : columnOf(event);
    area.setPointerCapture(event.pointerId);
  });
  area.addEventListener("pointermove", (event) => {
    if (!state()) return;
    const at = columnOf(event);
    if (pressed >= 0 && at !== pressed) [fixed, pressed] = [fixed < 0 ? pressed : fixed, -1];
    if (fixed >= 0 && pressed < 0) pointer.onDraw(fixed, at, false);
    else if (fixed < 0 && pressed < 0 && event.pointerType === "mouse") {
      over = event.target.closest("[data-cf=graphic]") ? at : -1;
      pointer.onPoint(over);
    }
  });
  area.addEventListener("pointerleave", () => { over = -1; if (state()) pointer.onPoint(-1); });
  area.addEventListener("pointerup", (event) => {
    if (pressed >= 0) pointer.onPress(pressed);
    else if (fixed >= 0) pointer.onDraw(fixed, columnOf(event), true);
    fixed = pressed = -1;
  });
  area.addEventListener("pointercancel", () => { fixed = pressed = -1; }); // the finger scrolls the page instead
  return pointer;
}
