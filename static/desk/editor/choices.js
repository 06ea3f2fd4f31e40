// A listbox that a field or the text itself leads through: arrows, Enter, the mouse.
import { made } from "./figures.js";

export class Choices {
  // `owner` keeps the focus; `choose` gets what was chosen.
  constructor(list, choose) {
    this.list = list;
    this.choose = choose;
    this.entries = [];
    this.at = -1;
    this.list.hidden = true;
    // The focus stays where one types.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) {
        this.take([...list.children].indexOf(option));
      }
    });
  }

  get isOpen() {
    return this.entries.length > 0;
  }

  show(entries, owner) {
    this.entries = entries;
    this.owner = owner;
    this.list.replaceChildren(
      ...entries.map((entry, place) => this.optionOf(entry, place)),
    );
    this.list.hidden = !entries.length;
    if (owner.getAttribute("role") === "combobox") {
      owner.setAttribute("aria-expanded", String(this.isOpen));
    }
    if (entries.length) {
      owner.setAttribute("aria-controls", this.list.id);
    }
    this.move(0);
  }

  optionOf(entry, place) {
    const option = made("li", "story-choice", made("span", "", entry.told));
    option.append(
      ...entry.notes.map((note) => made("span", "story-choice__note", note)),
    );
    option.role = "option";
    option.id = `${this.list.id}_${place}`;
    return option;
  }

  hide() {
    if (this.owner) {
      this.show([], this.owner);
    }
  }

  move(to) {
    const many = this.entries.length;
    this.at = many ? (to + many) % many : -1;
    [...this.list.children].forEach((option, place) => {
      option.setAttribute("aria-selected", String(place === this.at));
    });
    const option = this.list.children[this.at];
    if (option) {
      this.owner.setAttribute("aria-activedescendant", option.id);
      this.reveal(option);
    } else {
      this.owner.removeAttribute("aria-activedescendant");
    }
  }

  // Scrolls the list, and never the page behind it.
  reveal({ offsetTop, offsetHeight }) {
    const { list } = this;
    const least = offsetTop + offsetHeight - list.clientHeight;
    list.scrollTop = Math.max(least, Math.min(list.scrollTop, offsetTop));
  }

  take(place) {
    const entry = this.entries[place];
    this.hide();
    if (entry) {
      this.choose(entry);
    }
  }

  // Whether the key was for the list.
  handle(event) {
    if (!this.isOpen || event.isComposing) {
      return false;
    }
    const ways = {
      ArrowDown: () => this.move(this.at + 1),
      ArrowUp: () => this.move(this.at - 1),
      Enter: () => this.take(this.at),
      Tab: () => this.take(this.at),
      Escape: () => this.hide(),
    };
    if (!ways[event.key] || event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    if (event.key === "Tab" && event.shiftKey) {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    ways[event.key]();
    return true;
  }
}
