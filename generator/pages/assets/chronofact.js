// Nothing here is needed to read the timeline: copying, paper, and today's anniversaries.
(() => {

  if (location.protocol === "file:" && document.body.dataset.cfServed) {
    const note = document.createElement("p");
    note.className = "cf-served";
    note.setAttribute("role", "alert");
    note.textContent = document.body.dataset.cfServed;
    document.querySelector("main, body").prepend(note);
  }

  function copyButton(text, label, done) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "cf-copy";
    button.textContent = label;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text());
      button.textContent = done;
    });
    return button;
  }

  const strings = document.querySelector("[data-cf-copy-label]");
  const label = strings ? strings.dataset.cfCopyLabel : "Copy";
  const done = strings ? strings.dataset.cfCopyDone : "Copied";
  if (navigator.clipboard) {
    document.addEventListener("toggle", (event) => {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || !details.open || details.dataset.cfReady) return;
      details.dataset.cfReady = "yes";
      for (const part of details.querySelectorAll("[data-cf-copy]")) {
        if (part.closest("details") === details) {
          const text = part.textContent;
          const place = part.tagName === "PRE" ? part.previousElementSibling : part;
          place.append(" ", copyButton(() => text, label, done));
        }
      }
      for (const link of details.querySelectorAll("[data-cf-copy-link]")) {
        if (link.closest("details") === details) link.after(" ", copyButton(() => link.href, label, done));
      }
    }, true);
  }

  // Older browsers do not print what is folded.
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".cf-evidence:not([open])")) {
      details.open = true;
      details.dataset.cfPrinted = "yes";
    }
  });
  addEventListener("afterprint", () => {
    for (const details of document.querySelectorAll("[data-cf-printed]")) {
      details.open = false;
      delete details.dataset.cfPrinted;
    }
  });

  // The choice of home stands in its address, and in the line that names what is shown.
  for (const form of document.querySelectorAll(".cf-filters")) {
    const line = form.querySelector("summary > span");
    const choices = [...form.querySelectorAll("input")];
    const name = line ? "show" : "by";
    const whole = line?.textContent;
    const show = () => {
      const chosen = choices.find((one) => one.checked) ?? choices[0];
      if (line) line.textContent = chosen === choices[0] ? whole : chosen.nextElementSibling.textContent;
    };
    const wanted = choices.find((one) => one.value === new URLSearchParams(location.search).get(name));
    if (wanted) wanted.checked = true;
    show();
    form.addEventListener("change", () => {
      const chosen = choices.find((one) => one.checked);
      const address = new URL(location.href);
      if (chosen === choices[0]) address.searchParams.delete(name);
      else address.searchParams.set(name, chosen.value);
      history.replaceState(history.state, "", address);
      show();
    });
  }

  // Arrow keys go from mark to mark of a lane, and from lane to lane.
  for (const picture of document.querySelectorAll(".cf-lanes")) {
    picture.addEventListener("keydown", (event) => {
      if (event.shiftKey) return;
      const drawn = picture.querySelector("svg:last-of-type");
      const lanes = [...drawn.querySelectorAll(".cf-lane")].map((one) => [...one.querySelectorAll(".cf-lane-mark")]).filter((one) => one.length);
      const lane = lanes.findIndex((one) => one.includes(document.activeElement));
      const along = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0;
      const across = { ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0;
      if (lane < 0 || !(along || across)) return;
      event.preventDefault();
      const at = lanes[lane].indexOf(document.activeElement);
      (across ? lanes[lane + across]?.[0] : lanes[lane][at + along])?.focus();
    });
  }

  const now = new Date();
  const day = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const today = document.querySelector(`[data-cf-day="${day}"]`);
  if (today) {
    today.classList.add("cf-today");
    today.setAttribute("aria-current", "date");
  }
})();
