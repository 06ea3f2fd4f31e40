"""Run one benchmark by its name."""

import importlib
import os
import sys

import django

BENCHMARKS = ("stories",)


def main(arguments: list[str]) -> int:
    """0 where every page stays within its bars, 1 where one does not."""
    if len(arguments) != 1 or arguments[0] not in BENCHMARKS:
        sys.stderr.write(f"Usage: python -m benchmarks {'|'.join(BENCHMARKS)}\n")
        return 2
    os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
    django.setup()
    # Its models can be imported only now.
    code: int = importlib.import_module(f"benchmarks.{arguments[0]}").main()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
