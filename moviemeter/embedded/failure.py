"""The one way in which the embedded server fails."""


class EmbeddedServerFailed(RuntimeError):
    """The server can't be made, started or found; the message says what to do."""
