"""What holds for the project as a whole."""

import gzip
import re

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.core.management import call_command
from django.template.loader import get_template
from django.template.loader_tags import IncludeNode
from django.test import RequestFactory
from django.urls import URLPattern, get_resolver, reverse

from catalog.tints import stylesheet
from moviemeter import messages, urls
from moviemeter.joining import joined
from tests.factories import (
    ArticleFactory,
    FilmFactory,
    PersonFactory,
    SeasonFactory,
    SeriesFactory,
)

STATIC = settings.BASE_DIR / "static"
TEMPLATES = settings.BASE_DIR / "templates"
TEMPLATE_NAMES = sorted(
    path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.*")
)
PATTERNS = [pattern for pattern in urls.urlpatterns if isinstance(pattern, URLPattern)]
OURS = [
    pattern
    for pattern in PATTERNS
    if pattern.callback.__module__.startswith("moviemeter.")
]


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_migration_has_a_name():
    names = [
        path.name
        for app in ("catalog", "community", "news")
        for path in (settings.BASE_DIR / app).glob("migrations/*.py")
    ]

    assert [name for name in names if "auto" in name] == []


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_template_compiles(name):
    assert get_template(name)


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_template_says_what_it_hands_to_each_include(name):
    nodes = get_template(name).template.nodelist.get_nodes_by_type(IncludeNode)

    open_ones = [str(node.template) for node in nodes if not node.isolated_context]

    assert open_ones == []


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_template_has_no_style_or_script_of_its_own(name):
    source = (TEMPLATES / name).read_text(encoding="utf-8")

    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?! src=)", source) == []


@pytest.mark.django_db
def test_every_address_answers_a_visitor(client):
    film, series, person = FilmFactory(), SeriesFactory(), PersonFactory()
    season = SeasonFactory(series=series, season_number=1)
    story = ArticleFactory()
    parts = {
        "article": {"place": ("x", story.pk)},
        "article-month": {"year": 2022, "month": 3},
        "author": {"slug": story.author.slug},
        "rubric": {"slug": "nieuws"},
        "tag": {"slug": "x"},
        "feed": {"form": "atom"},
        "rubric-feed": {"slug": "nieuws", "form": "rss"},
        "tag-feed": {"slug": "x", "form": "atom"},
        "title-feed": {"pk": film.pk, "form": "atom"},
        "sitemap-range": {"name": "titels", "number": 0},
        "film": {"place": film.place},
        "film-credits": {"place": film.place},
        "series": {"place": series.place},
        "series-credits": {"place": series.place},
        "season": {"place": series.place, "number": season.season_number},
        "person": {"place": person.place},
        "film-news": {"place": film.place},
        "series-news": {"place": series.place},
        "season-news": {"place": series.place, "number": season.season_number},
        "person-news": {"place": person.place},
        "film-hint": {"place": film.place},
        "series-hint": {"place": series.place},
        "season-hint": {"place": series.place, "number": season.season_number},
        "person-hint": {"place": person.place},
        "genre": {"slug": "drama"},
        "country": {"slug": "nederland"},
        "year": {"year": 1988},
        "decade": {"year": 1980},
        "media": {"name": "weg.svg"},
        "preview": {"token": "x:y:z"},
        "password_reset_confirm": {"uidb64": "x", "token": "y"},
    }

    statuses = {
        pattern.name: client.get(
            reverse(pattern.name, kwargs=parts.get(pattern.name))
        ).status_code
        for pattern in PATTERNS
    }

    assert {name: code for name, code in statuses.items() if code >= 500} == {}
    assert len(statuses) == len(PATTERNS)


@pytest.mark.parametrize("pattern", OURS, ids=lambda pattern: pattern.name)
def test_view_declares_its_methods(pattern):
    request = RequestFactory().generic("BREW", "/")
    request.COOKIES = {}
    parts = {
        name: (1, "x") if name == "place" else "1"
        for name in pattern.pattern.converters
    }

    answer = pattern.callback(request, **parts)

    assert answer.status_code == 405


def test_every_address_has_a_name_of_its_own():
    names = [pattern.name for pattern in PATTERNS]

    assert None not in names
    assert len(names) == len(set(names))


def test_addresses_for_what_goes_wrong_are_there():
    resolver = get_resolver()

    handlers = [
        resolver.resolve_error_handler(code).__name__ for code in (400, 403, 404, 500)
    ]

    assert handlers == ["bad_request", "forbidden", "not_found", "server_error"]


# Words


def test_every_sentence_has_its_dutch():
    assert messages.missing() == []


def test_every_noun_on_the_desk_has_its_dutch():
    ours = [
        model
        for model in apps.get_models()
        if model._meta.app_label in {"catalog", "community"}
        and not model._meta.auto_created
        and admin.site.is_registered(model)
    ]

    names = {str(model._meta.verbose_name) for model in ours}

    assert {"film", "serie", "seizoen", "persoon", "beeld"} - names == set()


# Stylesheets and scripts


def rules(css):
    """A stylesheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


CSS = sorted((STATIC / "css").glob("*.css"))
# Of the desk's pages that are our own; desk.css dresses Django's, by their ids.
DESK = sorted(set((STATIC / "desk").rglob("*.css")) - {STATIC / "desk" / "desk.css"})
JS = sorted((STATIC / "js").glob("*.js"))
DESK_JS = sorted((STATIC / "desk").rglob("*.js"))


@pytest.mark.parametrize("path", CSS + DESK, ids=lambda path: path.name)
def test_stylesheet_has_no_important_and_no_ids(path):
    css = rules(path.read_text(encoding="utf-8"))

    selectors = re.findall(r"([^{};]+)\{", css)
    assert "!important" not in css
    assert [found for found in selectors if re.search(r"#[\w-]", found)] == []


@pytest.mark.parametrize("path", CSS + DESK, ids=lambda path: path.name)
def test_stylesheet_fetches_nothing_from_elsewhere(path):
    css = rules(path.read_text(encoding="utf-8"))

    fetched = re.findall(r"url\(\s*[\"']?([^)\"']+)", css)
    assert [
        address for address in fetched if re.match(r"(?:https?:)?//", address)
    ] == []
    assert "@import" not in css


@pytest.mark.parametrize("path", CSS + DESK, ids=lambda path: path.name)
def test_stylesheet_closes_what_it_opens(path):
    css = rules(path.read_text(encoding="utf-8"))

    assert css.count("{") == css.count("}")


@pytest.mark.parametrize("path", JS + DESK_JS, ids=lambda path: path.name)
def test_script_makes_no_code_or_markup_of_text(path):
    source = path.read_text(encoding="utf-8")

    found = re.findall(
        r"\beval\b|innerHTML|outerHTML|insertAdjacentHTML|document\.write|new Function"
        r"|https?://",
        source,
    )
    assert found == []


def test_tints_are_those_that_the_code_chooses_from():
    assert (STATIC / "css" / "tints.css").read_text(encoding="utf-8") == stylesheet()


@pytest.mark.parametrize("path", CSS + JS, ids=lambda path: path.name)
def test_joined_file_holds_every_file(path):
    kind = path.suffix[1:]

    own = "".join(rules(path.read_text(encoding="utf-8")).split())

    assert own in "".join(rules(joined(kind)).split())


def test_joined_stylesheet_begins_with_the_order_of_its_layers():
    tokens = "".join(rules((STATIC / "css" / "tokens.css").read_text("utf-8")).split())

    assert joined("css").startswith("@layer reset, base, components, utilities;")
    assert "".join(joined("css").split()).startswith(tokens)


@pytest.mark.parametrize(("kind", "most"), [("css", 20_000), ("js", 25_000)])
def test_joined_file_is_small_on_the_wire(kind, most):
    assert len(gzip.compress(joined(kind).encode(), 9)) <= most


def test_stylesheets_hold_no_class_that_no_page_uses():
    pages = [*(settings.BASE_DIR / "templates").rglob("*.html")]
    tags = [*(settings.BASE_DIR / "moviemeter" / "templatetags").glob("*.py")]
    tags.append(settings.BASE_DIR / "news" / "markup.py")  # It writes a story's links.
    tags += [*(settings.BASE_DIR / "news" / "admin").glob("*.py")]
    tags += [*STATIC.glob("desk/**/*.js"), *STATIC.glob("js/*.js")]
    used = {
        word
        for path in pages + tags + DESK_JS
        for word in re.findall(r"[a-z][a-z0-9_-]*", path.read_text(encoding="utf-8"))
    }

    found = {
        name
        for path in CSS + DESK
        for name in re.findall(r"\.([a-z][\w-]*)", path.read_text(encoding="utf-8"))
        if not name.startswith(("tint-", "woff"))
    }

    assert found - used == set()
