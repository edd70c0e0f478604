"use strict";
// What a page adds where scripts run: how long ago its day was, and the search. All else is there without it.
(() => {
  const filled = (words, count) => words.replace("{}", String(count));

  for (const since of document.querySelectorAll(".since")) {
    const days = Math.floor((Date.now() - Date.parse(since.dataset.day + "T00:00:00Z")) / 86400000);
    if (days > 0) since.textContent = filled(since.dataset.words, days);
  }

  const form = document.getElementById("search");
  if (!form || !self.MiniSearch || !self.accordsDuties) return;
  const duties = self.accordsDuties;
  const most = 100;
  const titles = new Set(["who", "duty", "label"]);
  const index = new MiniSearch({
    fields: ["who", "duty", "of", "label", "written", "themes"],
    searchOptions: {prefix: true, fuzzy: (term) => (term.length > 5 ? 0.2 : false), combineWith: "AND", boost: {duty: 2, who: 2}},
    extractField: (row, name) => (Array.isArray(row[name]) ? row[name].join(" ") : row[name] || ""),
  });
  index.addAll(duties);
  const byId = new Map(duties.map((row) => [row.id, row]));
  // A word in the title counts before one in the text, a whole word before the beginning of one; any likeness comes last.
  const fit = ({match, queryTerms}) => {
    const matched = Object.entries(match);
    const worth = (word) =>
      Math.max(
        ...matched.map(([term, fields]) =>
          term.startsWith(word) ? (term === word ? 2 : 1) + (fields.some((one) => titles.has(one)) ? 2 : 0) : 0,
        ),
      );
    return queryTerms.map(worth).reduce((sum, one) => sum + one, 0);
  };
  const searched = (words) => {
    const hits = index.search(words).map((hit) => [fit(hit), byId.get(hit.id)]);
    return hits.sort(([one], [other]) => other - one).map(([, row]) => row);
  };
  const found = document.getElementById("found");
  const heading = document.getElementById("found-heading");
  const list = found.querySelector("ol");
  const more = document.getElementById("found-more");

  const line = (text, kind) => {
    const made = document.createElement("p");
    made.className = kind;
    made.dir = "auto";
    made.textContent = text;
    return made;
  };
  const shown = (row) => {
    const made = document.createElement("li");
    const link = document.createElement("a");
    link.href = row.id;
    link.textContent = `${row.who} ${row.duty}`;
    const title = line("", "row-title");
    title.append(link);
    made.append(title, line([row.stands, row.time].filter(Boolean).join(" · "), "row-stands"), line(row.of, "soft"));
    return made;
  };
  const asked = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim()));
  const chosen = (row, {actor, theme, time}) =>
    (!actor || (row.actors || []).includes(actor)) &&
    (!theme || (row.themes || []).includes(theme)) &&
    (!time || (row.time_keys || []).includes(time));

  const show = () => {
    const what = asked();
    const any = Object.keys(what).length > 0;
    found.hidden = !any;
    list.replaceChildren();
    if (!any) return;
    const rows = what.q ? searched(what.q) : duties;
    const kept = rows.filter((row) => chosen(row, what));
    heading.textContent = filled(heading.dataset.words, kept.length);
    list.append(...kept.slice(0, most).map(shown));
    more.hidden = kept.length <= most;
    more.textContent = filled(more.dataset.words, Math.max(kept.length - most, 0));
  };
  const toAddress = () => {
    const kept = new URLSearchParams(asked()).toString();
    history.replaceState(null, "", kept ? `#${kept}` : location.pathname + location.search);
  };
  const fromAddress = () => {
    const kept = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) if (field.name) field.value = kept.get(field.name) || "";
    show();
  };
  for (const name of ["input", "change"]) {
    form.addEventListener(name, () => {
      toAddress();
      show();
    });
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", fromAddress);
  form.hidden = false;
  fromAddress();
})();
