"""Pages for what goes wrong."""

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.test import Client
from django.urls import path
from django.views.decorators.http import require_POST

from moviemeter import urls
from tests.reading import Page

pytestmark = pytest.mark.django_db


def fail(request):
    raise RuntimeError("een geheim van binnen")


def refuse(request):
    raise PermissionDenied("een geheim van binnen")


def suspect(request):
    raise SuspiciousOperation("een geheim van binnen")


@require_POST
def form(request):
    raise AssertionError("a form without its token came through")


handler400 = urls.handler400
handler403 = urls.handler403
handler404 = urls.handler404
handler500 = urls.handler500
urlpatterns = [
    *urls.urlpatterns,
    path("kapot", fail),
    path("verboden", refuse),
    path("verdacht", suspect),
    path("formulier", form),
]


@pytest.fixture
def breaking(settings):
    """A site with addresses that go wrong."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False, enforce_csrf_checks=True)


def test_unknown_address_helps_to_search_for_its_words(client):
    answer = client.get("/film/de-terugreis-1988")

    page = Page(answer)
    assert answer.status_code == 404
    assert page.heading == "Deze pagina draait hier niet"
    boxes = {attrs["value"] for attrs in page.attributes("input", type="search")}
    assert "de terugreis" in boxes


@pytest.mark.parametrize(
    "address", ["/" + "a" * 5000, "/%00", "/%FF", "/<script>", "/film/%E2%80%AE"]
)
def test_odd_unknown_address_is_not_found(client, address):
    answer = client.get(address)

    assert answer.status_code == 404
    assert Page(answer).meta("robots") in {None, "noindex"}


def test_unknown_address_without_words_is_not_found_either(client):
    assert client.get("/123/").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/verboden", 403, "Deze deur blijft dicht"),
        ("/verdacht", 400, "Deze vraag begrijpen we niet"),
        ("/kapot", 500, "De film brak"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_page_for_what_goes_wrong_says_so_and_gives_nothing_away(
    breaking, address, status, heading
):
    answer = breaking.get(address)

    page = Page(answer)
    assert (answer.status_code, page.heading) == (status, heading)
    assert "geheim" not in answer.content.decode()
    assert "/" in page.links


def test_form_without_its_token_is_refused_in_dutch(breaking):
    answer = breaking.post("/formulier", {"x": "1"})

    page = Page(answer)
    assert answer.status_code == 403
    assert page.heading.startswith("We konden niet zien dat dit formulier")


def test_page_for_a_fault_of_ours_needs_no_database(
    breaking, django_assert_num_queries
):
    with django_assert_num_queries(0):
        answer = breaking.get("/kapot")

    page = Page(answer)
    assert page.meta("robots") == "noindex"
    assert page.unbalanced == []


def test_unknown_host_is_refused():
    answer = Client().get("/", headers={"host": "evil.example"})

    assert answer.status_code == 400
