"""What the house tells about itself: colofon, rules, privacy."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from moviemeter.pages.crumbs import crumbs
from moviemeter.pages.structured import breadcrumb_data, graph


@require_safe
def colofon(request: HttpRequest) -> HttpResponse:
    return _page(request, "about/colofon.html", _("Colophon"))


@require_safe
def house_rules(request: HttpRequest) -> HttpResponse:
    return _page(request, "about/house_rules.html", _("House rules"))


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _page(request, "about/privacy.html", _("Privacy"))


def _page(request: HttpRequest, template: str, heading: str) -> HttpResponse:
    trail = crumbs(heading)
    context = {
        "heading": heading,
        "publisher": settings.PUBLISHER,
        "crumbs": trail,
        "structured": graph(breadcrumb_data(trail)),
    }
    return render(request, template, context)
