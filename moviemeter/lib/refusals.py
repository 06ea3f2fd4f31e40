"""What people may ask and cannot have: a sentence for them, never a crash."""


class Refused(Exception):
    """The message is the sentence, in the reader's language."""
