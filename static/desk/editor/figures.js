// A picture or trailer amid the text: what readers see of it, and what is amiss.
export function made(tag, className, ...inside) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...inside);
  return element;
}

export function notesOf(notes) {
  const list = made("ul", "story-notes");
  list.append(...notes.map((note) => made("li", "story-notes__note", note)));
  return list;
}

function imageOf(entry, asker) {
  if (!entry.image) {
    return made("span", "story-figure__empty", asker.say("noImage"));
  }
  const image = made("img", "story-figure__image");
  image.src = entry.image;
  image.alt = entry.alt;
  return image;
}

function linkTo(page, asker) {
  const link = made("a", "story-figure__link", asker.say("edit"));
  link.href = page;
  link.target = "_blank";
  link.rel = "noopener";
  link.title = asker.say("newTab");
  return link;
}

function insideOf(entry, attrs, asker) {
  const name = asker.say(attrs.sort);
  if (entry === undefined) {
    return [made("p", "story-figure__words", `${name} #${attrs.key}`)];
  }
  if (entry === null) {
    const words = `${name} #${attrs.key} ${asker.say("goneFigure")}`;
    return [notesOf([words])];
  }
  const words = made("figcaption", "story-figure__words");
  words.append(made("span", "", `${name}: ${entry.told || entry.alt || ""}`));
  if (entry.credit) {
    words.append(made("span", "story-figure__credit", entry.credit));
  }
  const parts = attrs.sort === "picture" ? [imageOf(entry, asker)] : [];
  parts.push(words, linkTo(entry.page, asker));
  return entry.notes.length ? [...parts, notesOf(entry.notes)] : parts;
}

export function figureView({ asker }, { node, editor, getPos }) {
  const { attrs } = node;
  const dom = made("figure", "story-figure");
  dom.contentEditable = "false";
  const fill = () => {
    const remove = made("button", "story-figure__remove", asker.say("remove"));
    remove.type = "button";
    remove.disabled = !editor.isEditable;
    remove.addEventListener("click", () => {
      const from = getPos();
      editor
        .chain()
        .focus()
        .deleteRange({ from, to: from + node.nodeSize })
        .run();
    });
    dom.replaceChildren(
      ...insideOf(asker.of(attrs.sort, attrs.key), attrs, asker),
      remove,
    );
  };
  fill();
  asker.onKnown(fill);
  return {
    dom,
    // What happens on its button and link is no matter of the text.
    stopEvent: ({ target }) => target.closest?.("button, a") !== null,
    ignoreMutation: () => true,
  };
}
