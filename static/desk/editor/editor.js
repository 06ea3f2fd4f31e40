// Dresses each text area of a story: the text area keeps the HTML, and is what is saved.
import { Editor } from "../../django_prose_editor/editor.js";
import { Asker } from "./asking.js";
import { Inserting } from "./inserting.js";
import { mentioning } from "./mentioning.js";
import { leadPastedAddress, parserOfPasted, quiet } from "./pasting.js";
import { Referring } from "./referring.js";
import { extensions } from "./story.js";
import { Telling } from "./telling.js";
import { Toolbar } from "./toolbar.js";

function dress(box) {
  const area = box.querySelector("textarea");
  const sheet = box.querySelector(".story-editor__sheet");
  const asker = new Asker(box);
  const desk = { box, asker };
  const editor = new Editor({
    element: sheet,
    // Its own would be a style element, which the policy refuses.
    injectCSS: false,
    editable: !(area.disabled || area.readOnly),
    extensions: extensions(desk, mentioning(box, asker)),
    content: quiet(area.value),
    editorProps: {
      attributes: namesOf(area),
      transformPastedHTML: quiet,
      clipboardParser: parserOfPasted(),
      handlePaste: (view, event) => leadPastedAddress(desk, editor, event),
    },
    onUpdate: () => {
      area.value = editor.isEmpty ? "" : editor.getHTML();
      area.dispatchEvent(new Event("change", { bubbles: true }));
    },
  });
  desk.referring = new Referring(box, asker, editor);
  desk.inserting = new Inserting(box, asker, editor);
  desk.telling = new Telling(box, asker, editor);
  desk.toolbar = new Toolbar(box, editor, desk);
  show(box, area, editor);
}

// What the text area tells assistive technology, told of the sheet in its place.
function namesOf(area) {
  const label = area.labels[0];
  if (label && !label.id) {
    label.id = `${area.id}_label`;
  }
  const names = { role: "textbox", "aria-multiline": "true", id: `${area.id}_text` };
  if (label) {
    names["aria-labelledby"] = label.id;
  }
  for (const name of ["aria-describedby", "aria-invalid"]) {
    if (area.hasAttribute(name)) {
      names[name] = area.getAttribute(name);
    }
  }
  return names;
}

function show(box, area, editor) {
  for (const part of ["tools", "sheet", "told", "hints"]) {
    box.querySelector(`.story-editor__${part}`).hidden = false;
  }
  box.querySelector(".story-editor__plain").hidden = true;
  area.labels[0]?.addEventListener("click", () => editor.commands.focus());
  area.hidden = true;
}

for (const box of document.querySelectorAll("[data-story-editor]")) {
  dress(box);
}
