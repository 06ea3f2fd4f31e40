"""Old addresses as they are compared and kept."""

import re
from urllib.parse import unquote, urlsplit

from news.models.imported import LONGEST_KEY

# A size that WordPress made: the original has the same name without it.
_SIZE = re.compile(r"-(?:[0-9]{2,5}x[0-9]{2,5}|scaled|rotated)(?=\.[a-z]+$)", re.I)


def plain_address(address: str) -> str:
    """A picture's address as that of its original: no size, no query, no scheme."""
    told = urlsplit(address.strip())
    path = without_size(told.path)
    return f"//{told.netloc}{path}" if told.netloc else path


def without_size(name: str) -> str:
    return _SIZE.sub("", name)


def old_path(link: str) -> str:
    """The path of an old address, as one asks for it; empty where it is no use."""
    path = unquote(urlsplit(link).path).rstrip("/")
    return path if 1 < len(path) <= LONGEST_KEY and "\0" not in path else ""
