// A choice in, a readable query string out, and back: ?person=ann&person=bo&tag.none=sport&from=1944&words=harbour
// A choice is plain data, so that it can be compared, stored and put into history.

import { typedSpan } from "./days.js";

const WORDS = "words"; // "q" is the theme's: it would open the site's search over the page
export const MODES = ["any", "all", "none"];
export const CLOCKS = ["happened", "said", "published"];
export const ORDERS = ["oldest", "newest"];

export function emptyChoice() {
  return { q: "", facets: {}, origins: 0, clock: "happened", from: "", to: "", known: "", order: "" };
}

// The chosen facets with one of them changed; without values it is not chosen.
export function withFacet(facets, name, mode, values) {
  const { [name]: _, ...others } = facets;
  return values.length ? { ...others, [name]: { mode, values } } : others;
}

// `facets` names what may be chosen; anything else in the address is left alone by returning it never.
export function readChoice(search, facets) {
  const params = new URLSearchParams(search);
  const choice = emptyChoice();
  choice.q = params.get(WORDS) || "";
  for (const name of facets) {
    for (const mode of MODES) {
      const values = params.getAll(mode === "any" ? name : `${name}.${mode}`).filter(Boolean);
      if (values.length && !choice.facets[name]) choice.facets[name] = { mode, values: [...new Set(values)] };
    }
  }
  choice.origins = Math.max(0, Math.trunc(Number(params.get("origins")) || 0));
  if (CLOCKS.includes(params.get("clock"))) choice.clock = params.get("clock");
  for (const name of ["from", "to", "known"]) {
    const day = (params.get(name) || "").trim();
    if (typedSpan(day)) choice[name] = day; // what is no date chooses nothing, and is not kept
  }
  if (ORDERS.includes(params.get("order"))) choice.order = params.get("order");
  return choice;
}

export function writeChoice(choice) {
  const params = new URLSearchParams();
  if (choice.q.trim()) params.set(WORDS, choice.q.trim());
  for (const [name, { mode, values }] of Object.entries(choice.facets)) {
    for (const value of values) params.append(mode === "any" ? name : `${name}.${mode}`, value);
  }
  if (choice.origins > 1) params.set("origins", String(choice.origins));
  if (choice.clock !== "happened") params.set("clock", choice.clock);
  for (const name of ["from", "to", "known", "order"]) if (choice[name]) params.set(name, choice[name]);
  return params.toString();
}
