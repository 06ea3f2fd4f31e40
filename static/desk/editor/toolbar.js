// The buttons above the text: one stop for Tab, arrows within, shortcuts besides.
import { isMacOS, pm } from "../../django_prose_editor/editor.js";

const { Plugin, PluginKey } = pm.state;

// What each button does, when it is pressed in, and when it can do nothing.
const toolsOf = (desk) => ({
  paragraph: {
    run: (chain) => chain.setParagraph(),
    active: (editor) => editor.isActive("paragraph"),
  },
  heading: {
    run: (chain) => chain.toggleHeading({ level: 2 }),
    active: (editor) => editor.isActive("heading", { level: 2 }),
  },
  subheading: {
    run: (chain) => chain.toggleHeading({ level: 3 }),
    active: (editor) => editor.isActive("heading", { level: 3 }),
  },
  bold: {
    run: (chain) => chain.toggleBold(),
    active: (editor) => editor.isActive("bold"),
  },
  italic: {
    run: (chain) => chain.toggleItalic(),
    active: (editor) => editor.isActive("italic"),
  },
  refer: {
    open: () => desk.referring.open(),
    active: (editor) => editor.isActive("reference"),
  },
  unrefer: {
    open: () => desk.referring.unrefer(),
    can: (editor) => editor.isActive("reference"),
  },
  bullets: {
    run: (chain) => chain.toggleBulletList(),
    active: (editor) => editor.isActive("bulletList"),
  },
  numbers: {
    run: (chain) => chain.toggleOrderedList(),
    active: (editor) => editor.isActive("orderedList"),
  },
  quote: {
    run: (chain) => chain.toggleQuote(false),
    active: (editor) => editor.isActive("blockquote", { pull: false }),
  },
  pull: {
    run: (chain) => chain.toggleQuote(true),
    active: (editor) => editor.isActive("blockquote", { pull: true }),
  },
  picture: { open: () => desk.inserting.picture.open() },
  trailer: { open: () => desk.inserting.trailer.open() },
  plain: { run: (chain) => chain.unsetAllMarks().clearNodes() },
  undo: { run: (chain) => chain.undo(), can: (editor) => editor.can().undo() },
  redo: { run: (chain) => chain.redo(), can: (editor) => editor.can().redo() },
});

// Those that the extensions have no key for.
const KEYS = {
  "Mod-k": "refer",
  "Mod-Shift-l": "unrefer",
  "Mod-\\": "plain",
};

export class Toolbar {
  constructor(box, editor, desk) {
    this.editor = editor;
    this.tools = toolsOf(desk);
    this.bar = box.querySelector(".story-editor__tools");
    this.buttons = [...this.bar.querySelectorAll("button")];
    this.buttons.forEach((button) => this.prepare(button));
    this.bar.addEventListener("keydown", (event) => this.walk(event));
    editor.registerPlugin(this.keys());
    editor.on("transaction", () => this.update());
    this.reach(this.buttons[0]);
    this.update();
  }

  prepare(button) {
    if (isMacOS()) {
      button.title = button.title.replace("Ctrl", "⌘").replace("Alt", "⌥");
      const keys = button.getAttribute("aria-keyshortcuts");
      if (keys) {
        button.setAttribute("aria-keyshortcuts", keys.replace("Control", "Meta"));
      }
    }
    // The text keeps its selection while the mouse presses.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => this.press(button.dataset.does));
  }

  press(name) {
    const tool = this.tools[name];
    if (!this.editor.isEditable || !(tool.can?.(this.editor) ?? true)) {
      return;
    }
    if (tool.open) {
      tool.open();
    } else {
      // At once, so that the next letter goes into the text.
      this.editor.view.focus();
      tool.run(this.editor.chain()).run();
    }
  }

  keys() {
    const keys = Object.fromEntries(
      Object.entries(KEYS).map(([key, name]) => [
        key,
        () => {
          this.press(name);
          return true;
        },
      ]),
    );
    const toBar = () => {
      this.buttons.find((button) => button.tabIndex === 0).focus();
      return true;
    };
    return new Plugin({
      key: new PluginKey("toolbar"),
      props: { handleKeyDown: pm.keymap.keydownHandler({ ...keys, "Alt-F10": toBar }) },
    });
  }

  update() {
    for (const button of this.buttons) {
      const tool = this.tools[button.dataset.does];
      if (tool.active) {
        button.setAttribute("aria-pressed", String(tool.active(this.editor)));
      }
      if (tool.can) {
        button.setAttribute("aria-disabled", String(!tool.can(this.editor)));
      }
    }
  }

  // Tab stops at one button only: where one was last.
  reach(button) {
    this.buttons.forEach((each) => {
      each.tabIndex = each === button ? 0 : -1;
    });
  }

  walk(event) {
    const at = this.buttons.indexOf(document.activeElement);
    const many = this.buttons.length;
    const to = {
      ArrowRight: (at + 1) % many,
      ArrowLeft: (at - 1 + many) % many,
      Home: 0,
      End: many - 1,
    }[event.key];
    if (event.key === "Escape") {
      this.editor.view.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      this.reach(this.buttons[to]);
      this.buttons[to].focus();
    }
  }
}
