"""A page as its readers meet it: people its text, machines its head and data."""

import json
from html.parser import HTMLParser

INLINE = frozenset(("a", "b", "span", "time", "em", "strong", "i"))
WITHOUT_END = frozenset(
    ("meta", "link", "input", "img", "br", "hr", "use", "path", "source", "wbr")
)


def fetched(client, address):
    """The status of an address; a file behind it is read to its end, and so closed."""
    answer = client.get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


class Page(HTMLParser):
    """`Page(response)`: text, headings, links, metas and structured data of a page."""

    def __init__(self, response):
        super().__init__()
        self.elements = []
        self.unbalanced = []
        self.data = []
        self._open = []
        self._pieces = []  # Text with the names of all elements around it.
        self.feed(response.content.decode())
        self.close()
        self.unbalanced += [tag for tag, _ in self._open]

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        assert len(found) == len(attrs), f"an attribute stands twice: {attrs}"
        self.elements.append((tag, found))
        if tag not in INLINE:
            self._pieces.append((" ", ()))
        if tag not in WITHOUT_END:
            self._open.append((tag, found))

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in INLINE:
            self._pieces.append((" ", ()))
        if not self._open or self._open[-1][0] != tag:
            self.unbalanced.append(tag)
        else:
            self._open.pop()

    def handle_data(self, data):
        around = tuple(self._open)
        if around and around[-1][0] == "script":
            if around[-1][1].get("type") == "application/ld+json":
                self.data.append(json.loads(data))
            else:
                self.data.append(data)
        else:
            self._pieces.append((data, around))

    def text_of(self, tag, **attributes):
        """All text inside every such element, its white space one space each."""
        wanted = {key.rstrip("_"): value for key, value in attributes.items()}
        found, parts = [], []
        for data, around in self._pieces:
            inside = not around and parts
            for name, attrs in around:
                if name == tag and wanted.items() <= attrs.items():
                    inside = True
            if inside:
                parts.append(data)
            elif parts:
                found.append("".join(parts))
                parts = []
        return " ".join("".join([*found, "".join(parts)]).split())

    @property
    def text(self):
        """What stands between masthead and footer."""
        return self.text_of("main")

    @property
    def heading(self):
        return self.text_of("h1")

    def texts(self, tag, **attributes):
        """The text of each such element of the page's own part by itself."""
        wanted = {key.rstrip("_"): value for key, value in attributes.items()}
        found = {}
        for data, around in self._pieces:
            inside = around if "main" in [name for name, _ in around] else ()
            for name, attrs in inside:
                if name == tag and wanted.items() <= attrs.items():
                    found.setdefault(id(attrs), []).append(data)
        return [" ".join("".join(parts).split()) for parts in found.values()]

    def attributes(self, tag, **wanted):
        """The attributes of each such element."""
        asked = {key.rstrip("_"): value for key, value in wanted.items()}
        return [
            attrs
            for name, attrs in self.elements
            if name == tag and asked.items() <= attrs.items()
        ]

    @property
    def areas(self):
        """What stands in each text area, by its name, as a browser would send it."""
        found = {attrs["name"]: "" for attrs in self.attributes("textarea")}
        for data, around in self._pieces:
            if around and around[-1][0] == "textarea":
                found[around[-1][1]["name"]] += data
        return {name: text.removeprefix("\n") for name, text in found.items()}

    @property
    def links(self):
        """Where the page's links lead, in order."""
        return [attrs["href"] for attrs in self.attributes("a") if "href" in attrs]

    def meta(self, name):
        """The content of the meta element with this name or property."""
        for attrs in self.attributes("meta"):
            if name in (attrs.get("name"), attrs.get("property")):
                return attrs["content"]
        return None

    @property
    def canonical(self):
        return next(
            (attrs["href"] for attrs in self.attributes("link", rel="canonical")), None
        )

    @property
    def graph(self):
        """Structured data by its type."""
        (block,) = self.data
        return {thing["@type"]: thing for thing in block["@graph"]}
