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
    return form | selected(page) | changes


def selected(page):
    """What is chosen in the page's lists."""
    form, current = {}, ""
    for tag, attrs in page.elements:
        if tag == "select":
            current = attrs.get("name", "")
        elif tag == "option" and "selected" in attrs and "__prefix__" not in current:
            form[current] = attrs["value"]
    return form
