// Tells under the toolbar where the link at the cursor leads; marks links that fail.
import { pm } from "../../django_prose_editor/editor.js";
import { made, notesOf } from "./figures.js";

const { Decoration, DecorationSet } = pm.view;
const { Plugin, PluginKey } = pm.state;

// Every title, person, picture and trailer in the text, with where it stands.
function named(doc) {
  const found = [];
  doc.descendants((node, pos) => {
    const marks = node.marks.filter(({ type }) => type.name === "reference");
    const attrs = node.type.name === "figure" ? node.attrs : marks[0]?.attrs;
    if (attrs && attrs.sort !== "address") {
      found.push({ ...attrs, from: pos, to: pos + node.nodeSize });
    }
  });
  return found;
}

export class Telling {
  constructor(box, asker, editor) {
    this.asker = asker;
    this.editor = editor;
    this.told = box.querySelector(".story-editor__told");
    const key = new PluginKey("telling");
    editor.registerPlugin(
      new Plugin({ key, props: { decorations: ({ doc }) => this.failing(doc) } }),
    );
    asker.onKnown(() => {
      editor.view.dispatch(editor.state.tr.setMeta(key, true));
      this.tell();
    });
    editor.on("selectionUpdate", () => this.tell());
    editor.on("update", () => asker.want(named(editor.state.doc)));
    asker.want(named(editor.state.doc));
  }

  failing(doc) {
    const marked = named(doc).filter(({ sort, key }) => {
      const entry = this.asker.of(sort, key);
      return entry === null || entry?.notes.length > 0;
    });
    return DecorationSet.create(
      doc,
      marked
        .filter(({ sort }) => sort === "title" || sort === "person")
        .map(({ from, to }) =>
          Decoration.inline(from, to, { class: "story-editor__failing" }),
        ),
    );
  }

  tell() {
    const { sort, key } = this.editor.getAttributes("reference");
    this.told.replaceChildren(...(sort ? this.partsOf(sort, key) : []));
  }

  partsOf(sort, key) {
    const { asker } = this;
    if (sort === "address") {
      return [asker.say("leadsTo", key)];
    }
    const entry = asker.of(sort, key);
    const number = asker.say("unknown", key);
    if (!entry) {
      const said = entry === null ? ` ${asker.say("gone")}` : "";
      return [asker.say("leadsTo", number + said)];
    }
    const link = made("a", "story-editor__page", asker.say("edit"));
    link.href = entry.page;
    link.target = "_blank";
    link.rel = "noopener";
    link.title = asker.say("newTab");
    const parts = [`${asker.say("leadsTo", entry.told)} `, link];
    return entry.notes.length ? [...parts, notesOf(entry.notes)] : parts;
  }
}
