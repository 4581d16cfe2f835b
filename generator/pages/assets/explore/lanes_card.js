// Some facts in, a card below the picture out: when, who says so, the words, and the way to them.

import { element } from "./element.js";
import { opened, sentence } from "./wording.js";

const MOST = 12;

export function makeCard(box, { root }) {
  let from = null; // the mark that opened it

  function close() {
    box.hidden = true;
    from?.focus?.();
  }
  box.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  return {
    async show({ texts, words }, facts, mark) {
      const shown = facts.slice(0, MOST);
      await texts.load(shown);
      from = mark;
      const lines = shown.map((i) => {
        const fact = texts.fact(i);
        const who = [opened(fact.speaker), fact.via].filter(Boolean).join(", ");
        return element("li", {},
          element("p", { class: "cf-soft" }, [fact.words, who, fact.label].filter(Boolean).join(" · ")),
          fact.context ? element("p", { class: "cf-context", dir: "auto", lang: fact.lang || null }, fact.context) : null,
          element("p", { class: "cf-text", dir: "auto", lang: fact.lang || null }, fact.shown || sentence(fact.text)),
          element("p", {}, element("a", { href: `${root}f/${encodeURIComponent(fact.id)}/` }, words.say("link"))));
      });
      const button = element("button", { type: "button", class: "cf-copy", onclick: close }, words.say("close"));
      box.replaceChildren(button, element("ol", {}, ...lines));
      if (facts.length > MOST) box.append(element("p", { class: "cf-soft" }, words.say("part_of", { shown: words.number(MOST), total: words.number(facts.length) })));
      box.hidden = false;
      box.scrollIntoView({ block: "nearest" });
      button.focus({ preventScroll: true });
    },
  };
}
