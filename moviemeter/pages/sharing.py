"""Ways to pass a story on: plain links, followed by nobody."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Way:
    """One way; `external` where it leads to another site."""

    name: str
    address: str
    external: bool = True


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is shared, and the ways."""

    address: str
    ways: list[Way]


def ways_to_share(headline: str, address: str) -> Sharing:
    """Links that hold headline and address, and nothing that tells who shared."""
    both = f"{headline} {address}"

    def at(site: str, **words: str) -> str:
        return f"{site}{urlencode(words, quote_via=quote)}"

    return Sharing(
        address,
        [
            Way(
                _("E-mail"),
                at("mailto:?", subject=headline, body=address),
                external=False,
            ),
            Way("WhatsApp", at("https://wa.me/?", text=both)),
            Way("Bluesky", at("https://bsky.app/intent/compose?", text=both)),
            Way("Mastodon", at("https://share.joinmastodon.org/#", text=both)),
            Way("X", at("https://x.com/intent/post?", text=headline, url=address)),
        ],
    )
