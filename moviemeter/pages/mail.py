"""Mail of a development site, which never leaves the machine, as a page."""

import email
from dataclasses import dataclass
from email.policy import default
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

NEWEST = 50
PARTING = "-" * 79 + "\n"  # Django's own line behind each message in a file.


@dataclass(frozen=True, slots=True)
class Letter:
    """One message as it was sent."""

    subject: str
    sender: str
    to: str
    sent: str
    text: str


@never_cache
@require_safe
def mail(request: HttpRequest) -> HttpResponse:
    """The newest messages; on a public site this page does not exist."""
    if not settings.DEVELOPMENT:
        raise Http404
    folder = Path(settings.EMAIL_FILE_PATH)
    files = (
        sorted(folder.glob("*.log"), reverse=True)[:NEWEST] if folder.exists() else []
    )
    letters = [letter for file in files for letter in _letters(file)]
    context = {"letters": letters[:NEWEST], "folder": folder, "noindex": True}
    return render(request, "mail.html", context)


def _letters(file: Path) -> list[Letter]:
    sources = file.read_text(encoding="utf-8", errors="replace").split(PARTING)
    return [_letter(source) for source in reversed(sources) if source.strip()]


def _letter(source: str) -> Letter:
    message = email.message_from_string(source, policy=default)
    body = message.get_body(("plain", "html"))
    return Letter(
        subject=str(message["Subject"]),
        sender=str(message["From"]),
        to=str(message["To"]),
        sent=str(message["Date"]),
        text=body.get_content() if body else "",
    )
