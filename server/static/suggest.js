// What the query in the search box may become, as a list below it (combobox with a list, WAI-ARIA 1.2). Without this
// script the box is a search box like any other.
"use strict";

(() => {
  const PAUSE = 80; // milliseconds without a key, before the server is asked

  for (const input of document.querySelectorAll("input[data-suggest]")) {
    const list = document.createElement("ul");
    const status = document.createElement("span");
    let entries = [], active = -1, timer = 0, asked = null;

    list.id = input.id + "-suggestions";
    list.className = "suggestions";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.suggestLabel);
    list.hidden = true;
    status.className = "unseen";
    status.setAttribute("role", "status");
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);
    input.after(list, status);

    const activate = (index) => {
      active = index;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
      if (index < 0) {
        input.removeAttribute("aria-activedescendant");
      } else {
        input.setAttribute("aria-activedescendant", list.children[index].id);
        list.children[index].scrollIntoView({ block: "nearest" });
      }
    };

    const close = () => {
      clearTimeout(timer);
      if (asked) asked.abort();
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      activate(-1);
    };

    // A name leads to its own page; words are searched for, with the filters that are set.
    const choose = (entry) => {
      close();
      input.value = entry.text;
      if (entry.note) {
        location.assign(entry.url);
      } else {
        input.form.requestSubmit();
      }
    };

    const show = (answer) => {
      entries = answer[1].map((text, i) => ({ text, note: answer[2][i], url: answer[3][i] }));
      list.replaceChildren(...entries.map((entry, i) => {
        const option = document.createElement("li");
        option.id = list.id + "-" + i;
        option.setAttribute("role", "option");
        option.append(entry.text);
        if (entry.note) {
          const note = document.createElement("span");
          note.className = "suggestion-note";
          note.textContent = entry.note;
          option.append(" ", note);
        }
        option.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus
        option.addEventListener("click", () => choose(entry));
        return option;
      }));
      list.hidden = entries.length === 0;
      input.setAttribute("aria-expanded", String(!list.hidden));
      status.textContent = entries.length ? input.dataset.suggestCount + " " + entries.length : "";
      activate(-1);
    };

    const ask = async () => {
      const query = input.value;
      if (!query.trim()) return close();
      if (asked) asked.abort();
      asked = new AbortController();
      const address = new URL(input.dataset.suggest, location.href);
      address.searchParams.set("q", query);
      try {
        const response = await fetch(address, { signal: asked.signal });
        const answer = response.ok ? await response.json() : null;
        if (answer && input.value === query && document.activeElement === input) show(answer);
      } catch {
        // The server is gone, or the question is out of date: the box still searches.
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    });
    input.addEventListener("blur", close);
    input.form.addEventListener("submit", close);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const open = !list.hidden;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!open) return void ask();
        // One place beyond either end is the box itself.
        const places = entries.length + 1, step = event.key === "ArrowDown" ? 1 : places - 1;
        activate((active + 1 + step) % places - 1);
      } else if (event.key === "Enter" && open && active >= 0) {
        event.preventDefault();
        choose(entries[active]);
      } else if (event.key === "Escape" && open) {
        event.preventDefault();
        close();
      }
    });
  }
})();
