"""The nouns of the community, a file each."""

from community.models.counter_snapshot import CounterSnapshot
from community.models.rename import Rename
from community.models.thread import Thread
from community.models.user import User

__all__ = ["CounterSnapshot", "Rename", "Thread", "User"]
