// The phone's menu closes with Escape and gives the focus back to its button.
for (const menu of document.querySelectorAll('[data-behaviour="menu"]')) {
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
}
