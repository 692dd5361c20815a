"use strict";
// Shows what the elements of class "article" hold: one article, or a list and the one that is read.
(() => {
  const articles = Array.from(document.querySelectorAll("script.article"), (element) =>
    JSON.parse(element.textContent));
  const reader = document.getElementById("reader");

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== false && value !== undefined) {
        made.setAttribute(key, value === true ? "" : value);
      }
    }
    made.append(...children);
    return made;
  };

  /** A bar whose length is a share of its box. */
  const bar = (share) => {
    const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    picture.setAttribute("viewBox", "0 0 100 10");
    picture.setAttribute("preserveAspectRatio", "none");
    picture.setAttribute("aria-hidden", "true");
    const box = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    box.setAttribute("width", (100 * Math.max(0, Math.min(1, share))).toFixed(1));
    box.setAttribute("height", "10");
    picture.append(box);
    return picture;
  };

  const percent = (share) =>
    share > 0 && share < 0.005 ? "< 1 %" : Math.round(100 * share) + " %";

  const name = (article) => article.title || article.id || "line " + article.line;

  // One article.

  const topics = (article, lines) => {
    const list = element("ul", { class: "topics" });
    for (const topic of article.topics) {
      const light = (on) => topic.evidence.forEach((index) =>
        lines.get(index)?.classList.toggle("lit", on));
      const button = element("button", {
        type: "button",
        class: topic.given ? "given" : false,
        title: topic.evidence.length + " sentences speak for it most; go to the first",
      },
        element("span", { dir: "auto" }, topic.name + (topic.given ? " \u2713" : "")),
        bar(topic.probability),
        element("span", { class: "share" }, percent(topic.probability)));
      button.addEventListener("pointerenter", () => light(true));
      button.addEventListener("pointerleave", () => light(document.activeElement === button));
      button.addEventListener("focus", () => light(true));
      button.addEventListener("blur", () => light(false));
      button.addEventListener("click", () =>
        lines.get(topic.evidence[0])?.scrollIntoView({ block: "center" }));
      list.append(element("li", {}, button));
    }
    return list;
  };

  /** The text in order, sentence by sentence; what is no sentence stays, with the reason why. */
  const text = (article, lines) => {
    const pieces = article.sentences.map(([start, end], index) => ({ start, end, index }))
      .concat(article.furniture.map(([start, end, why]) => ({ start, end, why })))
      .sort((a, b) => a.start - b.start);
    const chosen = new Set(article.chosen ?? []);
    const most = Math.max(...(article.strength ?? []), 1e-9);
    const box = element("div", { class: "text", dir: "auto" });
    let last = 0;
    for (const { start, end, index, why } of pieces) {
      const words = article.text.slice(start, end);
      const opens = last > 0 && /\n\s*\n/.test(article.text.slice(last, start));
      last = end;
      if (why !== undefined) {
        box.append(element("p", { class: "furniture" + (opens ? " opens" : "") },
          element("span"), element("span", {}, element("q", {}, words), " \u2014 " + why)));
        continue;
      }
      const strength = article.strength?.[index];
      const line = element("p", {
        class: [opens && "opens", chosen.has(index) && "chosen"].filter(Boolean).join(" ") || false,
        title: article.reasons?.[index]
          ?? (strength === undefined ? false : "strength " + percent(strength / most)),
      }, element("span", {}, strength === undefined ? "" : bar(strength / most)));
      line.append(element("span", {}, chosen.has(index) ? element("mark", {}, words) : words));
      lines.set(index, line);
      box.append(line);
    }
    return box;
  };

  const show = (article) => {
    const lines = new Map();
    const parts = [element("h1", { dir: "auto" }, name(article))];
    const about = [article.title ? article.id : "", article.byline, article.published]
      .filter(Boolean).join(" \u00b7 ");
    parts.push(element("p", { class: "place", dir: "auto" }, about));
    if (article.error) {
      parts.push(element("p", {}, "It could not be read: " + article.error));
      reader.replaceChildren(...parts);
      return;
    }
    const body = text(article, lines);
    if (article.topics) {
      parts.push(element("h2", {}, "Topics"));
      if (article.none) {
        parts.push(element("p", { class: "why" }, "None of these topics is given."));
      }
      parts.push(topics(article, lines));
    }
    if (article.keyphrases?.length) {
      parts.push(element("h2", {}, "Keyphrases"),
        element("p", { dir: "auto" }, article.keyphrases.join("; ")));
    }
    if (article.chosen) {
      parts.push(element("h2", {}, "Summary"));
      parts.push(article.empty
        ? element("p", { class: "why" }, "No summary: " + article.empty + ".")
        : element("p", { class: "summary", dir: "auto" },
          article.chosen.map((i) => article.text.slice(...article.sentences[i])).join(" ")));
    }
    parts.push(element("h2", {}, "Article"), body);
    reader.replaceChildren(...parts);
    document.title = name(article) + " \u2013 Headnote";
  };

  if (articles.length === 1) {
    show(articles[0]);
    return;
  }

  // The list.

  const given = (article) => (article.topics ?? []).filter((topic) => topic.given)
    .map((topic) => topic.name);
  const NONE = "none of these";
  const FAILED = "could not be read";
  const groups = (article) => article.error ? [FAILED]
    : article.none ? [NONE] : given(article);
  const searched = articles.map((article) =>
    [article.title, article.id, article.text].join("\n").toLowerCase());

  document.body.classList.add("several");
  const search = element("input", { type: "search", id: "search", autocomplete: "off" });
  const filters = element("ul", { "aria-label": "Topics" });
  const count = element("p", { class: "count", role: "status" });
  const list = element("ol", { "aria-label": "Articles" });
  document.body.prepend(element("nav", { "aria-label": "Articles" },
    element("label", { for: "search" }, "Search titles and texts"), search, filters, count, list));

  const buttons = articles.map((article, index) => {
    const button = element("button", { type: "button", tabindex: "-1" },
      element("bdi", {}, name(article)),
      element("span", {}, groups(article).join(", ")));
    button.addEventListener("click", () => open(index));
    list.append(element("li", {}, button));
    return button;
  });

  const counts = new Map();
  articles.forEach((article) => groups(article).forEach((group) =>
    counts.set(group, (counts.get(group) ?? 0) + 1)));
  let filter = null;
  const chips = Array.from(counts).sort((a, b) => b[1] - a[1]).map(([group, number]) => {
    const chip = element("button", { type: "button", "aria-pressed": "false" },
      element("bdi", {}, group), " " + number);
    chip.addEventListener("click", () => {
      filter = filter === group ? null : group;
      chips.forEach((other) =>
        other.setAttribute("aria-pressed", String(other === chip && filter !== null)));
      sift();
    });
    filters.append(element("li", {}, chip));
    return chip;
  });

  let shown = [];
  let current = 0;

  const sift = () => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    shown = [];
    articles.forEach((article, index) => {
      const fits = words.every((word) => searched[index].includes(word))
        && (filter === null || groups(article).includes(filter));
      buttons[index].parentElement.hidden = !fits;
      if (fits) {
        shown.push(index);
      }
    });
    count.textContent = shown.length + " of " + articles.length + " articles";
    reach(shown.includes(current) ? current : shown[0]);
  };

  /** The list is one stop of the tab key; arrows move in it. */
  const reach = (index) => {
    buttons.forEach((button) => button.setAttribute("tabindex", "-1"));
    if (index !== undefined) {
      buttons[index].setAttribute("tabindex", "0");
    }
  };

  const open = (index, keepFocus) => {
    buttons[current].removeAttribute("aria-current");
    current = index;
    buttons[current].setAttribute("aria-current", "true");
    reach(current);
    show(articles[current]);
    reader.scrollTop = 0;
    if (!keepFocus) {
      history.replaceState(null, "", "#" + (current + 1));
    }
  };

  list.addEventListener("keydown", (event) => {
    const at = shown.indexOf(buttons.indexOf(document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to !== undefined && shown[to] !== undefined) {
      event.preventDefault();
      buttons[shown[to]].focus();
      open(shown[to]);
    }
  });
  search.addEventListener("input", sift);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && shown.length > 0) {
      event.preventDefault();
      buttons[shown[0]].focus();
      open(shown[0]);
    }
  });

  const wanted = Number(location.hash.slice(1)) - 1;
  open(articles[wanted] ? wanted : 0, true);
  sift();
})();
