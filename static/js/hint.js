// Who lingers at a title's or person's link sees its card; a tap just follows the link.
// It stays while the pointer is on either of the two, and goes with Escape or the focus.
const LINGER = 150;
const GAP = 8;
const cards = new Map();
const hint = { link: null, card: null, timer: 0 };

const fetched = (address) => {
  if (!cards.has(address)) {
    const text = fetch(address, { credentials: "omit" }).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    });
    text.catch(() => cards.delete(address));
    cards.set(address, text);
  }
  return cards.get(address);
};

const place = (link, card) => {
  const boxes = [...link.getClientRects()];
  const box = boxes.find((each) => each.width > 0) ?? link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const most = document.documentElement.clientWidth - width - GAP;
  const above = box.top - height - GAP;
  card.style.left = `${Math.max(GAP, Math.min(box.left - GAP, most)) + scrollX}px`;
  card.style.top = `${(above > 0 ? above : boxes.at(-1).bottom + GAP) + scrollY}px`;
};

const hide = () => {
  clearTimeout(hint.timer);
  hint.link?.removeAttribute("aria-describedby");
  hint.card?.remove();
  hint.link = hint.card = null;
};

const later = (work) => {
  clearTimeout(hint.timer);
  hint.timer = setTimeout(work, LINGER);
};

const leave = () => later(() => document.activeElement !== hint.link && hide());

const show = async (link) => {
  if (hint.link === link) return;
  hide();
  hint.link = link;
  const text = await fetched(link.dataset.card).catch(() => "");
  if (hint.link !== link || hint.card) return;
  const card = new DOMParser().parseFromString(text, "text/html").body.firstElementChild;
  if (!card) {
    hint.link = null;
    return;
  }
  card.addEventListener("pointerenter", () => clearTimeout(hint.timer));
  card.addEventListener("pointerleave", leave);
  hint.card = document.body.appendChild(document.adoptNode(card));
  link.setAttribute("aria-describedby", card.id);
  place(link, card);
};

for (const link of document.querySelectorAll("a[data-card]")) {
  link.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "mouse") later(() => show(link));
  });
  link.addEventListener("pointerleave", leave);
  link.addEventListener("focus", () => {
    if (link.matches(":focus-visible")) later(() => show(link));
  });
  link.addEventListener("blur", hide);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
addEventListener("resize", hide);
