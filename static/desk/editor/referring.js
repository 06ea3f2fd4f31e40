// The dialog that gives the chosen words a link: to a title, a person or an address.
import { paused } from "./asking.js";
import { Choices } from "./choices.js";
import { isAddress } from "./story.js";

const PAUSE = 150;

// What was typed as an address, or nothing: «www.example.org» lacks its scheme only.
function addressIn(words) {
  const whole = words.replace(/^(?=www\.)/, "https:\/\/");
  return isAddress(whole) ? whole : "";
}

export class Referring {
  constructor(box, asker, editor) {
    this.asker = asker;
    this.editor = editor;
    this.dialog = box.querySelector("[data-dialog=refer]");
    this.field = this.dialog.querySelector("[data-words-field]");
    this.said = this.dialog.querySelector("[data-said]");
    this.takeOff = this.dialog.querySelector("[data-take-off]");
    const list = this.dialog.querySelector("[data-choices]");
    this.choices = new Choices(list, (entry) => this.refer(entry));
    this.look = paused(PAUSE, (signal, words) => this.ask(signal, words));
    this.field.addEventListener("input", () => this.search());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.takeOff.addEventListener("click", () => this.unrefer());
    this.dialog
      .querySelector("[data-close]")
      .addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => {
      this.look.stop();
      editor.view.focus();
    });
  }

  open() {
    const { editor, field } = this;
    const inside = editor.isActive("reference");
    if (inside && editor.state.selection.empty) {
      editor.commands.extendMarkRange("reference");
    }
    const { from, to } = editor.state.selection;
    // The browser forgets the chosen words while the dialog has the focus.
    this.range = { from, to };
    const { sort, key } = editor.getAttributes("reference");
    const words = editor.state.doc.textBetween(from, to, " ");
    this.takeOff.hidden = !inside;
    field.value = sort === "address" ? key : words.trim();
    this.said.textContent = "";
    this.dialog.showModal();
    field.select();
    this.search();
  }

  search() {
    const words = this.field.value.trim();
    const address = addressIn(words);
    this.look.stop();
    if (address) {
      const told = this.asker.say("address", address);
      this.show([{ sort: "address", key: address, name: words, told, notes: [] }]);
    } else if (words.length < this.asker.leastLetters) {
      this.show([]);
    } else {
      this.look(words);
    }
  }

  async ask(signal, words) {
    try {
      const { results } = await this.asker.ask("mentions", { q: words }, signal);
      if (!signal.aborted) {
        this.show(results, results.length ? "" : this.asker.say("nothing"));
      }
    } catch (problem) {
      if (problem.name !== "AbortError") {
        this.show([], this.asker.say("failed"));
      }
    }
  }

  show(entries, said = "") {
    this.choices.show(entries, this.field);
    const many = entries.length;
    this.said.textContent = said || (many ? this.asker.say("found", many) : "");
  }

  press(event) {
    if (event.key === "Escape" || this.choices.handle(event)) {
      return;
    }
    if (event.key === "Enter") {
      // The form behind the dialog is not to be sent.
      event.preventDefault();
      this.said.textContent = this.asker.say("noAddress");
    }
  }

  // Chosen words stay what they are; where there are none, the name is written.
  refer({ sort, key, name }) {
    const attrs = { sort, key: String(key) };
    this.dialog.close();
    const chain = this.editor.chain().setTextSelection(this.range);
    if (this.range.from === this.range.to) {
      const marks = [{ type: "reference", attrs }];
      chain.insertContent({ type: "text", text: name, marks });
    } else {
      chain.setMark("reference", attrs).setTextSelection(this.range.to);
    }
    chain.run();
    this.editor.view.focus();
  }

  unrefer() {
    const chain = this.editor.chain();
    if (this.dialog.open) {
      this.dialog.close();
      chain.setTextSelection(this.range);
    }
    chain.extendMarkRange("reference").unsetMark("reference").run();
    this.editor.view.focus();
  }
}
