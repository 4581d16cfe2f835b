// A fact in, its evidence out: the label of what stands behind it, and the quotes on demand, taken from the
// built page on which the fact stands.

import { element } from "./element.js";

const pages = new Map(); // address -> promise of the parsed page

const fillers = new WeakMap(); // <details> -> what fetches its quotes

export function evidence(fact, label, { words, root }) {
  const body = element("div", { class: "cf-explore-quotes" });
  const address = root + fact.page;
  const box = element("details", { class: "cf-evidence" }, element("summary", {}, element("span", { dir: "auto" }, ...label)), body);
  let filling = null;
  fillers.set(box, () => { filling ??= fill(box, body, fact, address, words); return filling; });
  box.addEventListener("toggle", () => { if (box.open) fillers.get(box)(); });
  return box;
}

// Opens what is shown, for paper.
export function openAll(list) {
  return Promise.all([...list.querySelectorAll(".cf-evidence")].map((box) => {
    box.open = true;
    return fillers.get(box)?.();
  }));
}

async function fill(box, body, fact, address, words) {
  body.setAttribute("aria-busy", "true");
  body.replaceChildren(element("p", { class: "cf-soft" }, words.say("loading_source")));
  try {
    const found = (await page(address)).getElementById(fact.id)?.querySelector(".cf-open");
    if (!found) throw new Error(address);
    body.replaceChildren(adopted(found, new URL(address, location.href)));
    // The page's own script puts its buttons into evidence that opens: tell it what has come.
    delete box.dataset.cfReady;
    box.dispatchEvent(new Event("toggle"));
  } catch (error) {
    console.warn("Chronofact:", error.message);
    body.replaceChildren(element("p", {}, words.say("no_source"), " ", element("a", { href: `${address}#${encodeURIComponent(fact.id)}` }, words.say("link"))));
  }
  body.removeAttribute("aria-busy");
}

function page(address) {
  if (!pages.has(address)) {
    const loading = fetch(address).then(async (answer) => {
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    });
    loading.catch(() => pages.delete(address)); // so that a later try may succeed
    pages.set(address, loading);
  }
  return pages.get(address);
}

// The page's own links are relative to where it lies.
function adopted(found, base) {
  const copy = document.importNode(found, true);
  for (const name of ["href", "src"]) {
    for (const node of copy.querySelectorAll(`[${name}]`)) node.setAttribute(name, new URL(node.getAttribute(name), base).href);
  }
  return copy;
}
