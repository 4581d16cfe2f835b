/* The review page decides: what waits in, one card at a time, decisions out through the preview's own server. */
(function () {
  "use strict";
  const meta = document.querySelector('meta[name="chronofact-desk"]');
  const page = document.querySelector(".md-content__inner") || document.querySelector("main");
  if (!meta || !page) return;
  const AHEAD = 12;
  const AGAIN = 1000;
  const FIELDS = ["date", "speaker", "kind", "tags", "brackets"];
  const state = { ids: [], at: 0, items: new Map(), stale: new Set(), marks: new Map(), turn: 0, decided: 0, started: Date.now(), order: "worth", typing: null };
  let W = {};
  let waiting = Promise.resolve();
  let fetching = null;

  async function ask(name, body) {
    try {
      const answer = await fetch(meta.dataset.to + name, {
        method: "POST", cache: "no-store", credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-Chronofact-Token": meta.content },
        body: JSON.stringify(body || {}),
      });
      const data = await answer.json();
      return { ok: answer.ok, status: answer.status, ...data };
    } catch (error) {
      return { ok: false, status: 0, said: W.silent || String(error) };
    }
  }

  function fill(text, values) {
    return text.replace(/%\((\w+)\)s/g, (all, name) => values[name]);
  }

  function el(tag, cls, text) {
    const made = document.createElement(tag);
    if (cls) made.className = cls;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const desk = el("section");
  desk.id = "cf-desk";
  const head = el("div", "d-head");
  const count = el("span");
  const bar = el("progress");
  const order = el("select");
  head.append(count, bar, order);
  const said = el("p", "d-said");
  said.setAttribute("role", "status");
  const card = el("article", "d-card");
  card.tabIndex = -1;
  const keys = el("div", "d-keys");
  desk.append(head, said, card, keys);

  /* Words of an article, or typed ones: they run as their own letters do, whatever the page's language. */
  function own(tag, cls, text) {
    const made = el(tag, cls, text);
    made.dir = "auto";
    return made;
  }

  function say(text, wrong) {
    said.textContent = text || "";
    said.classList.toggle("d-wrong", Boolean(wrong));
  }

  function current() {
    return state.items.get(state.ids[state.at]);
  }

  /* The state of a fact that is decided on: as it was shown, or as one's own decision on another fact has left it. */
  function markOf(one) {
    return state.marks.get(one.id) || one.mark;
  }

  async function list() {
    card.setAttribute("aria-busy", "true");
    const answer = await ask("list", { order: state.order });
    card.removeAttribute("aria-busy");
    if (!answer.ok) return say(answer.said, true);
    const here = state.ids[state.at];
    state.ids = answer.ids;
    state.items.clear();
    state.stale.clear();
    state.marks.clear();
    state.at = Math.max(0, state.ids.indexOf(here));
    if (!keys.children.length) dress(answer.words);
    await ahead();
    draw();
  }

  /* The words come with the first answer: they are those of the project's language. */
  function dress(words) {
    W = words;
    desk.setAttribute("aria-label", W.decisions);
    order.setAttribute("aria-label", W.order);
    Object.entries(W.orders).forEach(([value, shown]) => order.add(new Option(shown, value)));
    ACTS.forEach(([name, key, does, cls]) => keys.append(button(W[name], key, does, cls)));
  }

  /* What comes next is fetched before it is needed, beside the decisions that are on their way. */
  function ahead() {
    if (fetching) return fetching;
    const wanted = state.ids.slice(state.at, state.at + AHEAD).filter((id) => !state.items.has(id) || state.stale.has(id));
    if (!wanted.length) return Promise.resolve(true);
    const turn = state.turn;
    fetching = ask("items", { ids: wanted }).then((answer) => {
      fetching = null;
      (answer.items || []).forEach((one) => {
        state.items.set(one.id, one);
        if (turn !== state.turn) return;
        state.stale.delete(one.id);
        if (state.marks.get(one.id) !== one.mark) state.marks.delete(one.id);  // somebody else's hand: what was shown before is refused
      });
      if (answer.ok) {
        const given = new Set(answer.items.map((one) => one.id));
        const gone = wanted.filter((id) => !given.has(id));
        state.ids = state.ids.filter((id) => !gone.includes(id));
      } else say(answer.said, true);
      return answer.ok;
    });
    return fetching;
  }

  function draw() {
    drawHead();
    drawCard();
  }

  /* After an answer: the card is drawn anew only where it shows something else by now. */
  function refresh() {
    const one = current();
    drawHead();
    if (!state.typing && (!one || card.dataset.id !== one.id || card.dataset.mark !== one.mark)) drawCard();
  }

  function drawHead() {
    const left = state.ids.length - state.at;
    const each = (Date.now() - state.started) / 60000 / Math.max(1, state.decided);
    const minutes = Math.max(1, Math.round(each * left));
    count.textContent = [fill(W.count, { decided: state.decided, left }),
      state.decided >= 3 && left ? fill(W.minutes, { minutes }) : ""].filter(Boolean).join(" · ");
    bar.max = state.decided + left || 1;
    bar.value = state.decided;
    bar.setAttribute("aria-label", count.textContent);
  }

  function drawCard() {
    const left = state.ids.length - state.at;
    const one = current();
    card.replaceChildren();
    if (!one) card.removeAttribute("data-id");
    if (!one && left > 0) {
      card.append(el("p", "d-soft", W.loading));
      ahead().then((told) => { if (told) draw(); else setTimeout(refresh, AGAIN); });  // no card stays empty for one answer that was lost
      return;
    }
    if (!one) {
      card.append(el("p", "", state.ids.length ? W.skipped : W.end));
      return;
    }
    card.dataset.id = one.id;
    card.dataset.mark = one.mark;
    card.append(el("p", "d-soft", (one.when || W.noDate) + " · " + one.status + " · " + one.where));
    const text = own("button", "d-field d-text", one.text);
    text.type = "button";
    text.setAttribute("aria-label", W.editText + ": " + one.text);
    text.addEventListener("click", () => edit("text", text));
    card.append(text);
    const fields = el("div", "d-fields");
    for (const name of FIELDS) fields.append(field(one, name));
    card.append(fields);
    if (one.context) card.append(el("p", "d-soft d-label", W.before + ": " + one.context));
    if (one.reason) card.append(el("p", "d-soft", one.reason));
    const doubts = el("ul", "d-doubts");
    one.doubts.forEach((words) => doubts.append(el("li", "", words)));
    if (one.doubts.length) card.append(doubts);
    card.append(own("p", "d-soft", [one.outlet, one.title, one.published].filter(Boolean).join(" · ")));
    const quote = own("blockquote", "d-quote");
    quote.append(one.before, el("mark", "", one.quote), one.after);
    card.append(quote);
    one.lookalikes.forEach((other) => card.append(lookalike(other)));
    if (one.proposed.length) card.append(names(one));
    const more = el("details");
    more.append(el("summary", "", W.aside));
    more.addEventListener("toggle", () => { if (more.open) aside(one, more); }, { once: true });
    card.append(more);
  }

  function shown(one, name) {
    const held = one[name];
    if (name === "brackets") return held.map((bracket) => "[" + bracket.words + "]").join(" ");
    if (name === "kind") return W.kinds[held] || held;
    return Array.isArray(held) ? held.join(", ") : held || "";
  }

  function field(one, name) {
    const made = el("button", "d-field");
    made.type = "button";
    made.dataset.field = name;
    made.append(el("b", "", W[name]), shown(one, name) || "–");
    made.addEventListener("click", () => edit(name, made));
    return made;
  }

  function lookalike(other) {
    const made = el("div", "d-other");
    made.append(el("p", "d-soft", W.same + " · " + [other.when, other.by].filter(Boolean).join(" · ")));
    const words = own("p");
    other.pieces.forEach(([differs, text]) => words.append(differs ? el("mark", "", text) : text, " "));
    const line = el("div", "d-line");
    line.append(button(W.merge, "m", () => decide("merge", { other: other.id })),
      button(W.different, "n", () => decide("different", { other: other.id }, true)));
    made.append(words, line);
    return made;
  }

  async function aside(one, more) {
    const answer = await ask("aside", { id: one.id });
    if (!answer.ok) return say(answer.said, true);
    if (!answer.aside.length) more.append(el("p", "d-soft", W.noAside));
    answer.aside.forEach((kept) => {
      const row = el("div", "d-other");
      row.append(el("p", "d-soft", kept.when || W.noDate), own("p", "", kept.text), button(W.promote, "", async () => {
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
    if (key) made.append(el("kbd", "", key === " " ? W.space : key));
    made.addEventListener("click", does);
    return made;
  }

  /* The names a fact says that wait, decided on together. */
  function names(one) {
    const made = el("form", "d-other d-names");
    made.append(el("p", "d-soft d-label", W.names));
    const rows = one.proposed.map((name) => {
      const row = el("div", "d-line");
      const act = el("select");
      act.setAttribute("aria-label", name.name);
      [["", W.later], ["take", W.take], ["ignore", W.ignore]].forEach(([value, label]) => act.add(new Option(label, value)));
      name.alike.forEach((other) => act.add(new Option(fill(W.join, { name: other.name }), "join " + other.id)));
      const kind = el("select");
      kind.setAttribute("aria-label", W.kind + ": " + name.name);
      Object.entries(W.named).forEach(([value, label]) => kind.add(new Option(label, value, false, value === name.kind)));
      kind.addEventListener("change", () => { act.value = "take"; });
      row.append(el("b", "", [name.name, ...name.aliases].join(", ")), act, kind);
      made.append(row);
      return { name, act, kind };
    });
    const line = el("div", "d-line");
    const all = button(W.takeAll, "", () => rows.forEach((row) => { if (!row.act.value) row.act.value = "take"; }));
    const go = el("button", "d-act d-first", W.decide);
    go.type = "submit";
    line.append(all, go);
    made.append(line);
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = rows.filter((row) => row.act.value).map((row) => {
        const [act, other] = row.act.value.split(" ");
        return { id: row.name.id, act, other, kind: row.kind.value };
      });
      if (chosen.length) after("names", { id: one.id, names: chosen }, one);
    });
    return made;
  }

  /* A question behind the decisions on their way; the card stays and shows what came of it. */
  function after(name, body, one) {
    waiting = waiting.then(async () => {
      const answer = await ask(name, body);
      take(answer, one);
      say(answer.said, !answer.ok);
      if (answer.ok || answer.status === 409) { state.typing = null; draw(); card.focus({ preventScroll: true }); }
    });
    return waiting;
  }

  /* What an answer says of facts: one as it is now, those that are gone, and those that read differently.
     These are shown as they were until they have been fetched again, so that no card is empty under a key. */
  function take(answer, one) {
    state.turn += 1;
    Object.entries(answer.changed || {}).forEach(([id, mark]) => {
      state.marks.set(id, mark);
      state.stale.add(id);
    });
    const here = state.ids[state.at];
    const gone = answer.gone || [];
    if (gone.length) {
      const before = state.ids.slice(0, state.at).filter((id) => gone.includes(id)).length;
      state.ids = state.ids.filter((id) => !gone.includes(id));
      state.at = state.ids.includes(here) ? state.ids.indexOf(here) : state.at - before;
    }
    if (answer.item) { state.items.set(one.id, answer.item); state.marks.delete(one.id); }
    else if (answer.ok) state.items.delete(one.id);
  }

  function edit(name, where) {
    const one = current();
    if (!one || state.typing || !where) return;
    const box = el("div", "d-edit");
    const hint = own("p", "d-soft");
    const made = name === "brackets" ? bracketRows(one) : oneField(one, name);
    const line = el("div", "d-line");
    line.append(button(W.save, "", save), button(W.leave, "", close));
    box.append(...made.shown, hint, line);
    where.replaceWith(box);
    state.typing = name;
    made.first().focus();
    let late;
    box.addEventListener("input", () => {
      clearTimeout(late);
      late = setTimeout(async () => {
        const read = await ask("read", { id: one.id, field: name, ...made.read() });
        const wrong = read.wrong || (read.ok ? "" : read.said);
        hint.textContent = wrong || "= " + [read.value || W.nothing, read.words].filter(Boolean).join(": ");
        hint.classList.toggle("d-wrong", Boolean(wrong));
      }, 120);
    });
    box.addEventListener("keydown", (event) => {
      const field = event.target.matches("input, select, textarea");
      if (event.key === "Escape") close();
      else if (event.key === "Enter" && field && !event.shiftKey) { event.preventDefault(); save(); }
    });
    function close() { state.typing = null; draw(); card.focus({ preventScroll: true }); }
    function save() { after("decide", { id: one.id, mark: markOf(one), ...made.decide() }, one); }
  }

  function oneField(one, name) {
    const input = name === "kind" ? el("select") : el(name === "text" ? "textarea" : "input");
    input.setAttribute("aria-label", W[name]);
    if (name === "kind") Object.entries(W.kinds).forEach(([value, label]) => input.add(new Option(label, value, false, value === one.kind)));
    else input.value = shown(one, name);
    const made = [input];
    if (name === "speaker") made.push(choices(input, one.names));
    return {
      shown: made, first: () => input, read: () => ({ text: input.value }),
      decide: () => ({ action: "edit", values: { [name]: input.value } }),
    };
  }

  /* Each bracket with the words it explains; one that is emptied leaves the text. */
  function bracketRows(one) {
    const list = el("div", "d-rows");
    const row = (held, was) => {
      const made = el("div", "d-line d-bracket");
      const words = el("input");
      const told = el("input");
      words.value = held.words;
      told.value = held.for;
      words.placeholder = W.words;
      told.placeholder = W.for;
      words.setAttribute("aria-label", W.words);
      told.setAttribute("aria-label", W.for);
      made.dataset.was = was;
      made.append(words, told, button(W.remove, "", () => {
        words.value = ""; made.hidden = true; list.dispatchEvent(new Event("input", { bubbles: true })); }));
      made.append(choices(words, one.names));
      list.append(made);
      return words;
    };
    one.brackets.forEach(row);
    if (!one.brackets.length) row({ words: "", for: "" }, -1);
    const more = button(W.add, "", () => row({ words: "", for: "" }, -1).focus());
    const rows = () => [...list.children].map((made) => {
      const [words, told] = made.querySelectorAll("input");
      return { words: words.value, for: told.value, was: Number(made.dataset.was) };
    });
    return {
      shown: [list, more], first: () => list.querySelector("input"), read: () => ({ rows: rows() }),
      decide: () => ({ action: "brackets", rows: rows() }),
    };
  }

  let lists = 0;
  function choices(input, names) {
    const made = el("datalist");
    made.id = "cf-desk-names-" + (lists += 1);
    names.forEach((who) => made.append(new Option(who)));
    input.setAttribute("list", made.id);
    return made;
  }

  /* The next card is shown at once; the decision goes its way behind it, one after the other. */
  function decide(action, more, stay) {
    const one = current();
    if (!one || state.typing) return;
    const body = Object.assign({ action, id: one.id }, more);
    if (!stay) {
      state.ids.splice(state.at, 1);
      state.decided += 1;
      say("");
      draw();
      card.focus({ preventScroll: true });
      desk.scrollIntoView({ block: "start" });
    }
    waiting = waiting.then(async () => {
      const answer = await ask("decide", { ...body, mark: markOf(one) });
      take(answer, one);
      if (!answer.ok && !stay) { state.ids.splice(state.at, 0, one.id); state.decided -= 1; }
      say(answer.said, !answer.ok);
      refresh();
      ahead().then(refresh);
    });
    ahead();
    return waiting;
  }

  function skip(by) {
    state.at = Math.max(0, Math.min(state.ids.length, state.at + by));
    say("");
    ahead().then(draw);
  }

  function undo() {
    if (state.typing) return;
    waiting = waiting.then(async () => {
      const answer = await ask("undo");
      if (answer.ok) {
        state.decided = Math.max(0, state.decided - 1);
        const ids = answer.ids;
        state.ids = state.ids.filter((id) => !ids.includes(id));
        state.ids.splice(state.at, 0, ...ids);
        state.items.clear();
        await ahead();
        draw();
      }
      say(answer.said, !answer.ok);
    });
  }

  let sure = false;
  function rest() {
    if (sure) { sure = false; decide("rest"); return; }
    sure = true;
    say(W.again);
  }

  const ACTS = [
    ["accept", "a", () => decide("accept"), "d-first"], ["reject", "r", () => decide("reject")],
    ["hold", "h", () => decide("hold")], ["skip", " ", () => skip(1)], ["back", "b", () => skip(-1), "d-less"],
    ["undo", "u", undo], ["rest", "x", rest, "d-less"],
  ];
  const OTHERS = {
    t: () => edit("text", card.querySelector(".d-text")),
    d: () => edit("date", card.querySelector('[data-field="date"]')),
    s: () => edit("speaker", card.querySelector('[data-field="speaker"]')),
    k: () => edit("kind", card.querySelector('[data-field="kind"]')),
    g: () => edit("tags", card.querySelector('[data-field="tags"]')),
    c: () => edit("brackets", card.querySelector('[data-field="brackets"]')),
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
