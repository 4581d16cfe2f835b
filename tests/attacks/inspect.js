// Pages of a site with their addresses in, or none for the one shown, what stands in them that no text may become out.
// They are parsed as a browser parses a page. On the one shown, its own script may have set a style.
(pages) => {
  const FORBIDDEN = new Set(
    "iframe object embed base style math foreignobject animate set marquee video audio plaintext xmp template frame portal applet listing isindex".split(" "),
  );
  const LOADS = ["src", "srcset", "poster", "data", "background", "action", "formaction", "manifest", "ping", "lowsrc", "codebase"];
  const here = location.origin;
  const wrong = [];

  function address(value, page) {
    try {
      return new URL(value, page);
    } catch {
      return new URL("invalid:");
    }
  }

  function examine(doc, page) {
    const say = (what) => wrong.push(`${page}: ${what.slice(0, 200)}`);
    if (doc.querySelectorAll("title").length - doc.querySelectorAll("svg title").length !== 1) say("not one title");
    const policy = doc.querySelector('meta[http-equiv="Content-Security-Policy"]');
    if (!policy || /unsafe|\*/.test(policy.content) || policy.parentNode !== doc.head) say("no policy");
    if (policy && [...doc.querySelectorAll("script, link, style")].some((one) => policy.compareDocumentPosition(one) & 2)) say("something before the policy");
    for (const node of doc.querySelectorAll("*")) {
      const name = node.localName.toLowerCase();
      if (FORBIDDEN.has(name)) say(`<${name}>`);
      if (name === "meta" && /refresh/i.test(node.httpEquiv) && address(node.content.split("url=")[1], page).origin !== here) say("leads away");
      if (name === "meta" && node.httpEquiv && !/^(refresh|content-security-policy)$/i.test(node.httpEquiv)) say(node.outerHTML);
      if (name === "script" && node.namespaceURI.includes("svg")) say("script in svg");
      if (name === "script" && !node.src && /probe\(/.test(node.text) && !/json/.test(node.type)) say("script of an attack");
      if (name === "link" && address(node.getAttribute("href"), page).origin !== here && !/canonical/.test(node.rel) && !node.href.startsWith("data:,")) say(node.outerHTML);
      for (const { name: key, value } of node.attributes) {
        if (/^on/i.test(key) || (key === "style" && pages.length) || key === "srcdoc") say(`${name}[${key}]`);
        if (/^(xlink:)?href$/.test(key) && name !== "link" && !/^(https?|mailto):$/.test(address(value, page).protocol)) say(`${name}[${key}=${value}]`);
        if (LOADS.includes(key) && address(value, page).origin !== here) say(`${name}[${key}=${value}]`);
        if (name !== "a" && name !== "link" && name !== "meta" && /href$/.test(key) && address(value, page).origin !== here) say(`${name}[${key}=${value}]`);
      }
      if (/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u202a-\u202e\ue000-\uf8ff\ufffe\uffff]/.test(node.firstChild?.nodeValue ?? "")) say(`control in <${name}>: ${escape(node.firstChild.nodeValue)}`);
    }
  }

  for (const [one, text] of pages) examine(new DOMParser().parseFromString(text, "text/html"), one);
  if (!pages.length) examine(document, location.href);
  return wrong;
}
