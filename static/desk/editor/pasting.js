// What is pasted, made plain before it is read as a story.
import { pm } from "../../django_prose_editor/editor.js";

const TRAILER =
  /^https?:\/\/(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|player\.vimeo\.com)\/\S+$/;
const ADDRESS = /^https?:\/\/\S+$/;
const BULLET = /^[\s\u00a0]*(?:[·•o§▪◦‣–-]|\uf0b7|\uf0a7)[\s\u00a0]+/u;
const NUMBER = /^[\s\u00a0]*(?:[0-9]+|[a-z]|[ivx]+)[.)][\s\u00a0]+/i;

// All that is read of what is pasted: other tags go, and their words stay.
const KNOWN = new Set(
  (
    "p div span section article header footer main aside nav table caption thead tbody" +
    " tfoot tr td th dl dt dd pre address center h1 h2 h3 h4 h5 h6 ul ol li blockquote" +
    " figure figcaption br hr b strong i em cite a"
  ).split(" "),
);
// Their words go with them, as the server has it.
const SILENT =
  /<(style|script|title|iframe|object|svg|math|template|noscript|select|audio|video|canvas|noembed|noframes|xml)\b[^]*?<\/\1\s*>/gi;
const TOKEN =
  /<!--[^]*?(?:-->|$)|<[!?][^>]*>|<(\/?)([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^'">])*)>|</gi;
const ATTRIBUTE = /([^\s"'>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g;
const KEPT = /^(?:href|data-(?:title|person|picture|trailer|pull|pm-slice))$/;

function attributesOf(text) {
  const kept = [];
  for (const [, given, value = '""'] of text.matchAll(ATTRIBUTE)) {
    const name = given.toLowerCase();
    if (KEPT.test(name)) {
      kept.push(` ${name}=${value}`);
    } else if (name === "style") {
      kept.push(` data-style=${value}`);
    }
  }
  return kept.join("");
}

// The HTML with no tag or attribute but those that are read. The server refuses the rest
// anyway and the policy runs none of it, but a browser complains of all that it parses.
export function quiet(html) {
  return html
    .replace(SILENT, "")
    .replace(TOKEN, (token, closing, given, attributes) => {
      const tag = given?.toLowerCase();
      if (!tag) {
        return token === "<" ? "&lt;" : "";
      }
      if (!KNOWN.has(tag)) {
        return "";
      }
      return closing ? `</${tag}>` : `<${tag}${attributesOf(attributes)}>`;
    });
}

// Weight and slant as the browser knows them; of other styles nothing is kept.
function weights(body) {
  for (const element of body.querySelectorAll("[data-style]")) {
    const style = element.dataset.style.toLowerCase();
    element.style.fontWeight = /(?:^|;)\s*font-weight:\s*([a-z0-9]+)/.exec(style)?.[1] ?? "";
    element.style.fontStyle = /(?:^|;)\s*font-style:\s*([a-z]+)/.exec(style)?.[1] ?? "";
  }
}

// Word tells its list items by a style, with the bullet as text.
function listItem(paragraph) {
  const style = paragraph.dataset.style ?? "";
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(style);
  return level ? Number(level[1]) : 0;
}

function listsOfWord(body) {
  let lists = [];
  for (const paragraph of [...body.querySelectorAll("p")]) {
    const level = listItem(paragraph);
    if (!level) {
      continue;
    }
    const after = paragraph.previousElementSibling;
    if (!lists.length || after !== lists[0].list) {
      lists = [];
    }
    const ordered = NUMBER.test(paragraph.textContent);
    for (const sign of paragraph.querySelectorAll("[data-style*='mso-list']")) {
      sign.remove();
    }
    dropSign(paragraph);
    lists = lists.slice(0, level);
    while (lists.length < level) {
      const list = body.ownerDocument.createElement(ordered ? "ol" : "ul");
      const within = lists.at(-1);
      if (within) {
        (within.list.lastElementChild ?? within.list).append(list);
      } else {
        paragraph.before(list);
      }
      lists.push({ list });
    }
    const item = body.ownerDocument.createElement("li");
    item.append(...paragraph.childNodes);
    lists.at(-1).list.append(item);
    paragraph.remove();
  }
}

// A bullet that stands there as text, where Word's own sign for it was lost.
function dropSign(paragraph) {
  const first = paragraph.firstChild;
  if (first?.nodeType === first?.TEXT_NODE && BULLET.test(first?.data ?? "")) {
    first.data = first.data.replace(BULLET, "");
  }
}

function fewerBlanks(body) {
  const walker = body.ownerDocument.createTreeWalker(body, 4); // 4: text only.
  while (walker.nextNode()) {
    const node = walker.currentNode;
    node.data = node.data
      .replace(/[\u200b\ufeff]/g, "")
      .replace(/[ \t\r\n\u00a0]{2,}/g, " ");
  }
}

function dropEmpty(body) {
  for (const block of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, div")) {
    const hasWords = block.textContent.replaceAll("\u00a0", " ").trim();
    if (!hasWords && !block.querySelector("figure")) {
      block.remove();
    }
  }
}

function tidy(body) {
  weights(body);
  listsOfWord(body);
  fewerBlanks(body);
  // What was copied here keeps its edges as they are.
  if (!body.querySelector("[data-pm-slice]")) {
    dropEmpty(body);
  }
}

export function parserOfPasted() {
  return {
    parseSlice(dom, options) {
      tidy(dom);
      const { schema } = options.context.doc.type;
      return pm.model.DOMParser.fromSchema(schema).parseSlice(dom, options);
    },
  };
}

// An address pasted over chosen words becomes their link; one of a trailer is looked up.
export function leadPastedAddress(desk, editor, event) {
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  const { empty } = editor.state.selection;
  if (empty && TRAILER.test(text)) {
    desk.inserting.trailer.open(text);
    return true;
  }
  if (!empty && ADDRESS.test(text)) {
    editor.commands.setMark("reference", { sort: "address", key: text });
    return true;
  }
  return false;
}
