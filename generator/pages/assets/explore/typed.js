// The fields for dates: what is typed is read in the site's language, what cannot be read is said with its remedy.

import { typedSpan } from "./days.js";
import { part } from "./element.js";
import { makeReader } from "./reading.js";

export function makeDates(root, { calendar, language, words }, onChange) {
  let read = null; // made when something is typed: the names of all months are not needed before
  const fields = Object.fromEntries(["from", "to", "known"].map((name) => [name, part(root, name)]));
  const shown = {}; // what stands in a field for the choice; anything else was typed since
  const messages = { from: part(root, "wrong"), to: part(root, "wrong"), known: part(root, "known-wrong") };

  // The choice that a field's words mean; null when they mean none.
  function meant(name) {
    const typed = fields[name].value.trim();
    read ??= makeReader(language);
    return typed === "" ? "" : read(typed) || null;
  }

  function say(name, text) {
    const [field, message] = [fields[name], messages[name]];
    const hint = field.dataset.hint;
    field.setAttribute("aria-invalid", String(Boolean(text)));
    field.setAttribute("aria-describedby", text ? `${hint} ${message.id}` : hint);
    if (text || message.dataset.of === name) {
      message.textContent = text;
      message.hidden = !text;
      message.dataset.of = text ? name : "";
    }
  }

  const unread = (name) => words.say("date_wrong", { typed: fields[name].value.trim() });

  function changed(name) {
    const value = meant(name);
    say(name, value === null ? unread(name) : "");
    if (value === null) return;
    if (name === "known") { onChange({ known: value }); return; }
    const range = { from: meant("from"), to: meant("to") };
    const other = name === "from" ? "to" : "from";
    if (range[other] === null) { say(other, unread(other)); return; }
    if (range.from && range.to && typedSpan(range.from)[0] > typedSpan(range.to)[1]) {
      say(name, words.say("range_wrong"));
      return;
    }
    for (const one of ["from", "to"]) say(one, "");
    onChange(range);
  }
  for (const name of Object.keys(fields)) fields[name].addEventListener("change", () => changed(name));

  return {
    // A field with the caret in it is left alone while its words are newer than the choice.
    update(choice, extent, arrived) {
      for (const [name, field] of Object.entries(fields)) {
        const text = calendar.field(choice[name]);
        if (shown[name] === text && !arrived) continue;
        shown[name] = text;
        field.value = text;
        say(name, "");
      }
      if (!extent) return;
      fields.from.placeholder = calendar.field(extent.from);
      fields.to.placeholder = calendar.field(extent.to);
    },
  };
}
