// «@rutg» in the text looks titles and people up; what is chosen becomes a link.
import { Extension, pm } from "../../django_prose_editor/editor.js";
import { paused } from "./asking.js";
import { Choices } from "./choices.js";

// An @ that begins a word, and at most five words behind it.
const ASKED = /(?:^|[\s([«„“‘"'/-])@([\p{L}\p{N}](?:[^@\s]| (?! )){0,60})$/u;
const MOST_SPACES = 4;
const GAP = 4; // Pixels between the line and the list.
const PAUSE = 150; // Milliseconds without a key, before the desk is asked.

// The words behind an @ before the cursor, and where they stand.
function askedAt({ selection, doc }) {
  const { $from, empty } = selection;
  if (!empty || !$from.parent.isTextblock) {
    return null;
  }
  const before = doc.textBetween($from.start(), $from.pos, "\n", "\ufffc");
  const found = ASKED.exec(before);
  if (!found || found[1].split(" ").length > MOST_SPACES + 1) {
    return null;
  }
  const from = $from.pos - found[1].length - 1;
  return { from, to: $from.pos, words: found[1] };
}

class Mentioning {
  constructor(box, asker, editor) {
    this.asker = asker;
    this.editor = editor;
    this.box = box;
    this.refused = null;
    this.told = box.querySelector(".story-editor__told");
    this.choices = new Choices(
      box.querySelector(".story-editor__choices"),
      (entry) => this.name(entry),
    );
    this.look = paused(PAUSE, (signal) => this.ask(signal));
  }

  update(view) {
    const asked = view.hasFocus() ? askedAt(view.state) : null;
    const words = asked?.words ?? "";
    if (!asked || words.trim().length < this.asker.leastLetters) {
      this.asked = null;
      this.close();
      return;
    }
    // Escape holds as long as one types on behind the same @.
    if (this.refused !== asked.from && words !== this.asked?.words) {
      this.refused = null;
      this.asked = asked;
      this.look();
    }
    if (this.asked) {
      this.asked = asked;
    }
  }

  async ask(signal) {
    const { words } = this.asked;
    try {
      const told = await this.asker.ask("mentions", { q: words }, signal);
      if (signal.aborted || this.asked?.words !== words) {
        return;
      }
      this.choices.show(told.results, this.editor.view.dom);
      this.place();
      const many = told.results.length;
      this.told.textContent = many
        ? this.asker.say("found", many)
        : this.asker.say("nothing");
    } catch (problem) {
      if (problem.name !== "AbortError") {
        this.close();
        this.told.textContent = this.asker.say("failed");
      }
    }
  }

  // Under the @, or above it where that is beyond the window; never beyond the sheet.
  place() {
    const { list } = this.choices;
    const edge = this.box.getBoundingClientRect();
    const at = this.editor.view.coordsAtPos(this.asked.from);
    const left = Math.min(at.left - edge.left, edge.width - list.offsetWidth);
    const high = list.offsetHeight + GAP;
    const fits = at.bottom + high <= window.innerHeight || at.top < high;
    const top = fits ? at.bottom + GAP : at.top - high;
    list.style.insetInlineStart = `${Math.max(0, left)}px`;
    list.style.insetBlockStart = `${top - edge.top}px`;
  }

  name({ sort, key, name }) {
    const { from, to } = this.asked;
    const mark = { type: "reference", attrs: { sort, key: String(key) } };
    this.editor
      .chain()
      .insertContentAt({ from, to }, { type: "text", text: name, marks: [mark] })
      .run();
  }

  handleKeyDown(event) {
    const was = this.choices.isOpen;
    const handled = this.choices.handle(event);
    if (was && handled && event.key === "Escape") {
      this.refused = this.asked?.from ?? null;
      this.asked = null;
    }
    return handled;
  }

  close() {
    this.look.stop();
    this.choices.hide();
  }
}

export function mentioning(box, asker) {
  return Extension.create({
    name: "mentioning",
    // Before what the keys do in lists and paragraphs.
    priority: 2000,
    addProseMirrorPlugins() {
      const state = new Mentioning(box, asker, this.editor);
      return [
        new pm.state.Plugin({
          props: {
            handleKeyDown: (view, event) => state.handleKeyDown(event),
            handleDOMEvents: {
              blur: () => {
                state.close();
                return false;
              },
            },
          },
          view: () => ({
            update: (view) => state.update(view),
            destroy: () => state.close(),
          }),
        }),
      ];
    },
  });
}
