/* The review page decides: what waits in, one card at a time, decisions out through the preview's own server. */
(function () {
  "use strict";
  const meta = document.querySelector('meta[name="chronofact-desk"]');
  const page = document.querySelector(".md-content__inner") || document.querySelector("main");
  if (!meta || !page) return;
  const AHEAD = 6;
  const KINDS = ["event", "statement", "plan", "proposal"];
  const FIELDS = [["date", "Date"], ["speaker", "Speaker"], ["kind", "Kind"], ["tags", "Tags"], ["brackets", "Brackets"]];
  const state = { ids: [], at: 0, items: new Map(), decided: 0, started: Date.now(), order: "worth", back: [], typing: null };
  let waiting = Promise.resolve();

  async function ask(name, body) {
    const answer = await fetch(meta.dataset.to + name, {
      method: "POST", cache: "no-store", credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Chronofact-Token": meta.content },
      body: JSON.stringify(body || {}),
    });
    const data = await answer.json();
    return { ok: answer.ok, status: answer.status, ...data };
  }

  function el(tag, cls, text) {
    const made = document.createElement(tag);
    if (cls) made.className = cls;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const desk = el("section");
  desk.id = "cf-desk";
  desk.setAttribute("aria-label", "Decisions");
  const head = el("div", "d-head");
  const count = el("span");
  const bar = el("progress");
  const label = el("label", "", "Order ");
  const order = el("select");
  label.append(order);
  head.append(count, bar, label);
  const said = el("p", "d-said");
  said.setAttribute("role", "status");
  const card = el("article", "d-card");
  card.tabIndex = -1;
  const keys = el("div", "d-keys");
  desk.append(head, said, card, keys);

  function say(text, wrong) {
    said.textContent = text || "";
    said.classList.toggle("d-wrong", Boolean(wrong));
  }

  function current() {
    return state.items.get(state.ids[state.at]);
  }

  async function list() {
    const answer = await ask("list", { order: state.order });
    if (!answer.ok) return say(answer.said, true);
    const here = state.ids[state.at];
    state.ids = answer.ids;
    state.items.clear();
    state.at = Math.max(0, state.ids.indexOf(here));
    if (!order.options.length) answer.orders.forEach((one) => order.add(new Option("by " + one, one)));
    await ahead();
    draw();
  }

  async function ahead() {
    const wanted = state.ids.slice(state.at, state.at + AHEAD).filter((id) => !state.items.has(id));
    if (!wanted.length) return;
    const answer = await ask("items", { ids: wanted });
    (answer.items || []).forEach((one) => state.items.set(one.id, one));
    if (answer.ok) {
      const gone = wanted.filter((id) => !state.items.has(id));
      state.ids = state.ids.filter((id) => !gone.includes(id));
    }
  }

  function draw() {
    const left = state.ids.length - state.at;
    const each = (Date.now() - state.started) / 60000 / Math.max(1, state.decided);
    const time = state.decided >= 3 && left ? " · about " + Math.max(1, Math.round(each * left)) + " min" : "";
    count.textContent = state.decided + " decided · " + left + " left" + time;
    bar.max = state.decided + left || 1;
    bar.value = state.decided;
    bar.setAttribute("aria-label", count.textContent);
    const one = current();
    card.replaceChildren();
    if (!one) {
      card.append(el("p", "", state.ids.length ? "Nothing else waits; some were skipped." : "Nothing waits for review."));
      return;
    }
    card.dataset.id = one.id;
    card.append(el("p", "d-soft", (one.when || "no date") + " · " + one.status + " · " + one.where));
    const text = el("button", "d-field d-text", one.text);
    text.type = "button";
    text.setAttribute("aria-label", "Edit the text: " + one.text);
    text.addEventListener("click", () => edit("text", text));
    card.append(text);
    const fields = el("div", "d-fields");
    for (const [name, title] of FIELDS) fields.append(field(one, name, title));
    card.append(fields);
    if (one.context) card.append(el("p", "d-soft", "Before it: " + one.context));
    if (one.reason) card.append(el("p", "d-soft", one.reason));
    const doubts = el("ul", "d-doubts");
    one.doubts.forEach((words) => doubts.append(el("li", "", words)));
    if (one.doubts.length) card.append(doubts);
    card.append(el("p", "d-soft", [one.outlet, one.title, one.published].filter(Boolean).join(" · ")));
    const quote = el("blockquote", "d-quote");
    quote.append(one.before, el("mark", "", one.quote), one.after);
    card.append(quote);
    one.lookalikes.forEach((other) => card.append(lookalike(other)));
    const more = el("details");
    more.append(el("summary", "", "What of this article was kept aside"));
    more.addEventListener("toggle", () => { if (more.open) aside(one, more); }, { once: true });
    card.append(more);
  }

  function shown(one, name) {
    const held = one[name];
    return Array.isArray(held) ? held.join(", ") : held || "";
  }

  function field(one, name, title) {
    const made = el("button", "d-field");
    made.type = "button";
    made.dataset.field = name;
    made.append(el("b", "", title), shown(one, name) || "–");
    made.addEventListener("click", () => edit(name, made));
    return made;
  }

  function lookalike(other) {
    const made = el("div", "d-other");
    made.append(el("p", "d-soft", "Perhaps the same · " + [other.when, other.by].filter(Boolean).join(" · ")));
    const words = el("p");
    other.pieces.forEach(([differs, text]) => words.append(differs ? el("mark", "", text) : text, " "));
    const line = el("div", "d-line");
    line.append(button("Merge", "m", () => decide("merge", { other: other.id })),
      button("Not the same", "n", () => decide("different", { other: other.id }, true)));
    made.append(words, line);
    return made;
  }

  async function aside(one, more) {
    const answer = await ask("aside", { id: one.id });
    if (!answer.ok) return say(answer.said, true);
    if (!answer.aside.length) more.append(el("p", "d-soft", "Nothing was."));
    answer.aside.forEach((kept) => {
      const row = el("div", "d-other");
      row.append(el("p", "d-soft", kept.when || "no date"), el("p", "", kept.text), button("Make it a draft", "", async () => {
        const made = await ask("promote", { id: one.id, statement: kept.id });
        if (made.ok) { row.remove(); state.ids.splice(state.at + 1, 0, ...made.added); draw(); }
        say(made.said, !made.ok);
      }));
      more.append(row);
    });
  }

  function button(title, key, does, cls) {
    const made = el("button", "d-act " + (cls || ""), title + " ");
    made.type = "button";
    if (key) made.append(el("kbd", "", key === " " ? "space" : key));
    made.addEventListener("click", does);
    return made;
  }

  function edit(name, where) {
    const one = current();
    if (!one || state.typing) return;
    const box = el("div", "d-edit");
    const long = name === "text";
    const input = name === "kind" ? el("select") : el(long ? "textarea" : "input");
    input.setAttribute("aria-label", name);
    if (name === "kind") KINDS.forEach((kind) => input.add(new Option(kind, kind, false, kind === one.kind)));
    else input.value = name === "brackets" ? "" : shown(one, name);
    if (name === "brackets") input.placeholder = "[{words: the engineers, for: they}]";
    if (name === "speaker") {
      const names = el("datalist");
      names.id = "cf-desk-names";
      one.names.forEach((who) => names.append(new Option(who)));
      input.setAttribute("list", names.id);
      box.append(names);
    }
    const hint = el("p", "d-soft");
    const line = el("div", "d-line");
    line.append(button("Save", "", save), button("Leave it", "", close));
    box.append(input, hint, line);
    where.replaceWith(box);
    state.typing = name;
    input.focus();
    let late;
    const check = () => {
      clearTimeout(late);
      late = setTimeout(async () => {
        const read = await ask("read", { field: name, text: input.value });
        hint.textContent = read.wrong || "= " + [read.value || "nothing", read.words].filter(Boolean).join(": ");
        hint.classList.toggle("d-wrong", Boolean(read.wrong));
      }, 120);
    };
    input.addEventListener("input", check);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && !(long && event.shiftKey)) { event.preventDefault(); save(); }
    });
    function close() { state.typing = null; draw(); card.focus({ preventScroll: true }); }
    async function save() {
      const answer = await ask("decide", { action: "edit", id: one.id, mark: one.mark, values: { [name]: input.value } });
      if (answer.item) state.items.set(one.id, answer.item);
      if (answer.ok || answer.status === 409) close();
      say(answer.said, !answer.ok);
    }
  }

  /* The next card is shown at once; the decision goes its way behind it, one after the other. */
  function decide(action, more, stay) {
    const one = current();
    if (!one || state.typing) return;
    const body = Object.assign({ action, id: one.id, mark: one.mark }, more);
    if (!stay) {
      state.ids.splice(state.at, 1);
      state.decided += 1;
      say("");
      draw();
      card.focus({ preventScroll: true });
      desk.scrollIntoView({ block: "start" });
    }
    waiting = waiting.then(async () => {
      let answer;
      try { answer = await ask("decide", body); } catch (error) { answer = { ok: false, said: "The preview does not answer: is it still running?" }; }
      if (answer.ok) {
        state.ids = state.ids.filter((id) => !(answer.gone || []).includes(id));
        if (stay && answer.item) state.items.set(one.id, answer.item);
        say(answer.said);
      } else {
        if (answer.item) state.items.set(one.id, answer.item);
        if (!stay) { state.ids.splice(state.at, 0, one.id); state.decided -= 1; }
        say(answer.said, true);
      }
      await ahead();
      if (!state.typing) draw();
    });
    return waiting;
  }

  function skip(by) {
    state.at = Math.max(0, Math.min(state.ids.length, state.at + by));
    say("");
    ahead().then(draw);
  }

  function undo() {
    waiting = waiting.then(async () => {
      const answer = await ask("undo");
      if (answer.ok) {
        state.decided = Math.max(0, state.decided - 1);
        await list();
        const at = state.ids.indexOf(answer.id);
        if (at >= 0) { state.at = at; await ahead(); draw(); }
      }
      say(answer.said, !answer.ok);
    });
  }

  let sure = false;
  function rest() {
    if (sure) { sure = false; decide("rest"); return; }
    sure = true;
    say("Once more, and all that waits of this article is rejected.");
  }

  const ACTS = [
    ["Accept", "a", () => decide("accept"), "d-first"], ["Reject", "r", () => decide("reject")],
    ["Hold", "h", () => decide("hold")], ["Skip", " ", () => skip(1)], ["Back", "b", () => skip(-1), "d-less"],
    ["Undo", "u", undo], ["Reject the rest", "x", rest, "d-less"],
  ];
  ACTS.forEach(([title, key, does, cls]) => keys.append(button(title, key, does, cls)));
  const OTHERS = {
    t: () => edit("text", card.querySelector(".d-text")),
    d: () => edit("date", card.querySelector('[data-field="date"]')),
    s: () => edit("speaker", card.querySelector('[data-field="speaker"]')),
    k: () => edit("kind", card.querySelector('[data-field="kind"]')),
    g: () => edit("tags", card.querySelector('[data-field="tags"]')),
    m: () => { const one = current(); if (one && one.lookalikes[0]) decide("merge", { other: one.lookalikes[0].id }); },
    n: () => { const one = current(); if (one && one.lookalikes[0]) decide("different", { other: one.lookalikes[0].id }, true); },
  };
  const BY_KEY = Object.assign(Object.fromEntries(ACTS.map(([, key, does]) => [key, does])), OTHERS);

  window.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const onButton = event.target.closest && event.target.closest("button, a, summary");
    const does = BY_KEY[event.key];
    if (!does || (event.key === " " && onButton)) return;
    if (event.key !== "x") sure = false;
    event.preventDefault();
    event.stopImmediatePropagation();
    does();
  }, true);

  order.addEventListener("change", () => { state.order = order.value; state.ids = []; state.at = 0; list(); });
  page.querySelectorAll(".cf-review, .cf-empty").forEach((one) => { one.hidden = true; });
  const title = page.querySelector("h1");
  if (title) title.after(desk); else page.prepend(desk);
  list().then(() => card.focus({ preventScroll: true }));
})();
