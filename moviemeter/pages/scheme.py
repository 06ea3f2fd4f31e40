"""Choosing light or dark: a form on every page, kept in a cookie, no script needed."""

from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    HttpResponseRedirect,
)
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from moviemeter.scheme import COOKIE, Scheme

KEPT_SECONDS = 365 * 24 * 3600


class SchemeForm(forms.Form):
    weergave = forms.ChoiceField(choices=Scheme.choices)
    terug = forms.CharField(required=False)


# Readers' pages are the same for everybody and carry no token; a browser tells by
# itself which site a form was sent from, and nothing but a colour hangs on it.
@csrf_exempt
@require_POST
def scheme(request: HttpRequest) -> HttpResponse:
    """Keep the choice and go back to the page where it was made."""
    if not _sent_from_here(request):
        return HttpResponseForbidden()
    form = SchemeForm(request.POST)
    chosen = Scheme(form.cleaned_data["weergave"]) if form.is_valid() else Scheme.SYSTEM
    back = form.cleaned_data.get("terug", "")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        back = "/"
    response = HttpResponseRedirect(back)
    response.status_code = 303
    if chosen == Scheme.SYSTEM:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(
            COOKIE,
            chosen,
            max_age=KEPT_SECONDS,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _sent_from_here(request: HttpRequest) -> bool:
    """By what the browser tells; an old one that tells nothing is believed."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return not origin or urlsplit(origin).netloc == request.get_host()
