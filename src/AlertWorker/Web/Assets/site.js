// The page is whole without this. With it, the list of all crossings follows what is typed.
"use strict";
const field = document.getElementById("q");
const list = document.querySelector("#all details");
if (field && list) {
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const borders = [...list.querySelectorAll("section")].map((section) => ({
    section,
    border: fold(section.querySelector("h3").textContent),
    rows: [...section.querySelectorAll("li")].map((row) => ({ row, name: fold(row.querySelector("a").textContent) })),
  }));
  field.addEventListener("input", () => {
    const typed = fold(field.value.trim());
    if (typed) list.open = true;
    for (const { section, border, rows } of borders) {
      let shown = 0;
      for (const { row, name } of rows) {
        row.hidden = !(name.includes(typed) || border.includes(typed));
        if (!row.hidden) shown++;
      }
      section.hidden = shown === 0;
    }
  });
}
