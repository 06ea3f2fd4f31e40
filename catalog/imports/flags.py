"""A mark for each of very many numbers, in as many bytes as the highest of them."""


class Flags:
    """A byte for each number from 0; 0 where none was set."""

    def __init__(self) -> None:
        self.bytes = bytearray()

    def set(self, number: int, value: int) -> None:
        """Mark the number with 1..255."""
        if number >= len(self.bytes):
            # By a tenth more, so that ascending numbers do not copy it each time.
            wanted = number + number // 10 + 1
            self.bytes.extend(bytes(wanted - len(self.bytes)))
        self.bytes[number] = value

    def get(self, number: int) -> int:
        return self.bytes[number] if number < len(self.bytes) else 0
