// The dialogs that put a picture of the library or a trailer into the text.
import { paused } from "./asking.js";
import { made, notesOf } from "./figures.js";

const PAUSE = 200;
const FORWARD = ["ArrowRight", "ArrowDown"];
const BACK = ["ArrowLeft", "ArrowUp"];

class Shelf {
  constructor(dialog, question, asker, insert, remember) {
    this.dialog = dialog;
    this.question = question;
    this.asker = asker;
    this.insert = insert;
    this.remember = remember;
    this.field = dialog.querySelector("[data-words-field]");
    this.list = dialog.querySelector("[data-choices]");
    this.said = dialog.querySelector("[data-said]");
    this.more = dialog.querySelector("[data-more]");
    this.look = paused(PAUSE, (signal, before) => this.ask(signal, before));
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("keydown", (event) => this.enter(event));
    this.list.addEventListener("keydown", (event) => this.walk(event));
    this.more?.addEventListener("click", () => this.look(this.last));
    dialog.addEventListener("close", () => this.look.stop());
    dialog
      .querySelector("[data-close]")
      .addEventListener("click", () => dialog.close());
  }

  open(words = "") {
    this.remember();
    this.field.value = words;
    this.list.replaceChildren();
    this.dialog.showModal();
    this.field.focus();
    this.look();
  }

  async ask(signal, before) {
    this.said.textContent = this.asker.say("looking");
    const parameters = { q: this.field.value, ...(before && { na: before }) };
    try {
      const told = await this.asker.ask(this.question, parameters, signal);
      if (!signal.aborted) {
        this.show(told, before);
      }
    } catch (problem) {
      if (problem.name !== "AbortError") {
        this.said.textContent = this.asker.say("failed");
      }
    }
  }

  show({ results, more, said }, before) {
    const items = results.map((entry) => this.itemOf(entry));
    if (before) {
      this.list.append(...items);
      items[0]?.firstChild.focus();
    } else {
      this.list.replaceChildren(...items);
    }
    this.last = results.at(-1)?.key;
    if (this.more) {
      this.more.hidden = !more;
    }
    const nothing = results.length ? "" : this.asker.say("nothing");
    this.said.textContent = said || nothing;
  }

  itemOf(entry) {
    const button = made("button", "story-shelf__choice");
    button.type = "button";
    if (entry.sort === "picture") {
      button.append(this.thumbOf(entry));
    }
    button.append(made("span", "story-shelf__words", entry.told || entry.name));
    if (entry.credit) {
      button.append(made("span", "story-shelf__credit", entry.credit));
    }
    if (entry.notes.length) {
      button.append(notesOf(entry.notes));
    }
    button.addEventListener("click", () => {
      this.dialog.close();
      this.insert(entry);
    });
    return made("li", "story-shelf__item", button);
  }

  thumbOf(entry) {
    if (!entry.image) {
      return made("span", "story-shelf__empty", this.asker.say("noImage"));
    }
    const image = made("img", "story-shelf__image");
    image.loading = "lazy";
    image.alt = entry.alt;
    image.src = entry.image;
    return image;
  }

  // Enter goes to the first that was found, not to the form behind the dialog.
  enter(event) {
    if (event.key === "Enter" || event.key === "ArrowDown") {
      event.preventDefault();
      this.list.querySelector("button")?.focus();
    }
  }

  walk(event) {
    const step = FORWARD.includes(event.key) ? 1 : BACK.includes(event.key) ? -1 : 0;
    if (!step) {
      return;
    }
    event.preventDefault();
    const buttons = [...this.list.querySelectorAll("button")];
    const to = buttons.indexOf(document.activeElement) + step;
    (buttons[to] ?? (to < 0 ? this.field : buttons.at(-1))).focus();
  }
}

// Where a figure goes: in place of an empty paragraph, else behind what one is in.
function placeIn({ selection }) {
  const { $from, node, to } = selection;
  if (node || !$from.depth) {
    return { from: to, to };
  }
  const [from, after] = [$from.before(1), $from.after(1)];
  const isEmpty = $from.depth === 1 && !$from.parent.content.size;
  return { from: isEmpty ? from : after, to: after };
}

export class Inserting {
  constructor(box, asker, editor) {
    // The browser forgets where the cursor was while a dialog has the focus.
    let place = null;
    const insert = ({ sort, key }) => {
      const figure = { type: "figure", attrs: { sort, key: String(key) } };
      const { from, to } = place;
      const isLast = to === editor.state.doc.content.size;
      // One goes on writing below it.
      const written = isLast ? [figure, { type: "paragraph" }] : [figure];
      editor
        .chain()
        .insertContentAt({ from, to }, written, { updateSelection: false })
        .setTextSelection(from + 2)
        .run();
      editor.view.focus();
    };
    const shelf = (sort) => {
      const dialog = box.querySelector(`[data-dialog=${sort}]`);
      dialog.addEventListener("close", () => editor.view.focus());
      const remember = () => {
        place = placeIn(editor.state);
      };
      return new Shelf(dialog, `${sort}s`, asker, insert, remember);
    };
    this.picture = shelf("picture");
    this.trailer = shelf("trailer");
  }
}
