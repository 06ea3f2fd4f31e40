"""Filling in a form as a page shows it."""


def filled(page, **changes):
    """A form as the page shows it, with some fields changed."""
    form = {}
    for attrs in page.attributes("input"):
        name = attrs.get("name", "")
        if not name or attrs.get("type") in {"submit", "file"} or "__prefix__" in name:
            continue
        is_box = attrs.get("type") in {"checkbox", "radio"}
        if is_box and "checked" not in attrs:
            continue
        form[name] = attrs.get("value") or ("on" if is_box else "")
    areas = {
        name: text for name, text in page.areas.items() if "__prefix__" not in name
    }
    return form | areas | selected(page) | changes


def selected(page):
    """What is chosen in the page's lists."""
    form, current, several = {}, "", False
    for tag, attrs in page.elements:
        if tag == "select":
            current, several = attrs.get("name", ""), "multiple" in attrs
        elif tag == "option" and "selected" in attrs and "__prefix__" not in current:
            if several:
                form.setdefault(current, []).append(attrs["value"])
            else:
                form[current] = attrs["value"]
    return form
