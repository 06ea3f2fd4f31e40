// What a story may hold, as news/markup.py has it; the server judges once more.
import {
  Blockquote,
  Bold,
  BulletList,
  Document,
  Dropcursor,
  Gapcursor,
  HardBreak,
  Heading,
  History,
  Italic,
  ListItem,
  Mark,
  Node,
  Paragraph,
  Text,
  wrappingInputRule,
} from "../../django_prose_editor/editor.js";
import { figureView } from "./figures.js";

// No address of another kind or, by a second slash, of another site.
const ADDRESS = /^(?:https?:\/\/|mailto:|\/(?![/\\]))[^\s\u0000-\u0020\u007f]*$/;
const NUMBER = /^[1-9][0-9]{0,17}$/;
const INSIDE = "(paragraph | bulletList | orderedList)";

export const isAddress = (text) => ADDRESS.test(text);

// Where a link leads: { sort: "title" | "person" | "address", key }, or null.
function aimOf(element) {
  const { title, person } = element.dataset;
  const href = element.getAttribute("href");
  if (NUMBER.test(title)) {
    return { sort: "title", key: title };
  }
  if (NUMBER.test(person)) {
    return { sort: "person", key: person };
  }
  return href && isAddress(href) ? { sort: "address", key: href } : null;
}

function writtenAim({ sort, key }) {
  return sort === "address" ? { href: key } : { [`data-${sort}`]: key };
}

const StoryHeading = Heading.extend({
  parseHTML() {
    const level = (tag) => (["h1", "h2"].includes(tag) ? 2 : 3);
    return ["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({
      tag,
      attrs: { level: level(tag) },
    }));
  },
}).configure({ levels: [2, 3] });

const Quote = Blockquote.extend({
  content: `${INSIDE}+`,
  addAttributes() {
    return {
      pull: {
        default: false,
        parseHTML: (element) => element.hasAttribute("data-pull"),
        renderHTML: ({ pull }) => (pull ? { "data-pull": "" } : {}),
      },
    };
  },
  addCommands() {
    return {
      // On, off, or from the one sort of quotation into the other.
      toggleQuote:
        (pull) =>
        ({ editor, commands }) => {
          if (editor.isActive(this.name, { pull })) {
            return commands.lift(this.name);
          }
          return editor.isActive(this.name)
            ? commands.updateAttributes(this.name, { pull })
            : commands.wrapIn(this.name, { pull });
        },
    };
  },
  addKeyboardShortcuts() {
    return {
      ...this.parent?.(),
      "Mod-Shift-b": () => this.editor.commands.toggleQuote(false),
      "Mod-Shift-9": () => this.editor.commands.toggleQuote(true),
    };
  },
});

// The package's own numbered list brings styles, kinds and first numbers.
const NumberedList = Node.create({
  name: "orderedList",
  group: "block list",
  content: "listItem+",
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: () => ["ol", 0],
  addCommands() {
    return {
      toggleOrderedList:
        () =>
        ({ commands }) =>
          commands.toggleList(this.name, "listItem"),
    };
  },
  addKeyboardShortcuts() {
    return { "Mod-Shift-7": () => this.editor.commands.toggleOrderedList() };
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^1\.\s$/, type: this.type })];
  },
});

const Reference = Mark.create({
  name: "reference",
  priority: 1000,
  inclusive: false,
  addAttributes() {
    const part = (name) => ({
      default: null,
      parseHTML: (element) => aimOf(element)?.[name],
      renderHTML: () => ({}),
    });
    return { sort: part("sort"), key: part("key") };
  },
  parseHTML: () => [
    { tag: "a", getAttrs: (element) => (aimOf(element) ? null : false) },
  ],
  renderHTML: ({ mark }) => ["a", writtenAim(mark.attrs), 0],
});

const figure = (desk) =>
  Node.create({
    name: "figure",
    group: "block",
    atom: true,
    draggable: true,
    addAttributes() {
      const part = (read) => ({
        default: null,
        parseHTML: ({ dataset }) => read(dataset),
        renderHTML: () => ({}),
      });
      return {
        sort: part(({ picture }) => (picture ? "picture" : "trailer")),
        key: part(({ picture, trailer }) => picture ?? trailer),
      };
    },
    parseHTML: () => [
      { tag: "figure[data-picture]", getAttrs: hasNumber },
      { tag: "figure[data-trailer]", getAttrs: hasNumber },
    ],
    renderHTML: ({ node }) => [
      "figure",
      { [`data-${node.attrs.sort}`]: node.attrs.key },
    ],
    addNodeView: () => (shown) => figureView(desk, shown),
  });

function hasNumber({ dataset }) {
  return NUMBER.test(dataset.picture ?? dataset.trailer) ? null : false;
}

export function extensions(desk, ...others) {
  return [
    Document,
    Paragraph,
    Text,
    StoryHeading,
    BulletList,
    NumberedList,
    ListItem.extend({ content: `paragraph ${INSIDE}*` }),
    Quote,
    figure(desk),
    HardBreak,
    Reference,
    Bold,
    Italic,
    History,
    Gapcursor,
    Dropcursor.configure({ color: false, class: "story-editor__drop" }),
    ...others,
  ];
}
