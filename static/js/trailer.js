// A trailer plays in its place once it is chosen; without this file the link leads there.
for (const still of document.querySelectorAll('[data-behaviour="trailer"]')) {
  still.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const player = Object.assign(document.createElement("iframe"), {
      title: still.dataset.title,
      allow: "autoplay; encrypted-media; fullscreen; picture-in-picture",
      // The players want to know which site they play on, and get no more than that.
      referrerPolicy: "strict-origin-when-cross-origin",
      src: still.dataset.player,
    });
    still.replaceWith(player);
    player.focus();
  });
}
