"""What a file costs a process of its own: `python -m tests.picture_costs FILE`.

Prints the processor's seconds for verifying, those for making sizes, and the most
memory that the process ever held, in MiB.
"""

import os
import sys
import tempfile
import time
from pathlib import Path


def most_memory():
    """The most that this process held, which a child does not take from its parent."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if "VmHWM" in line)


def main(name):
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"STATE_DIR": folder, "SITE_MODE": "development"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "moviemeter.settings"
        import django  # noqa: PLC0415 - the settings have to be named before

        django.setup()
        moments = [time.process_time()]
        for step in (verify, sizes):
            step(Path(name))
            moments.append(time.process_time())
        verified, made = moments[1] - moments[0], moments[2] - moments[1]
        print(verified, made, most_memory())  # noqa: T201 - read by the test


def verify(path):
    from catalog.pictures import verifying  # noqa: PLC0415 - needs the settings

    with path.open("rb") as file:
        verifying.verify(file, size=path.stat().st_size)


def sizes(path):
    """All that the job does but the database's lines."""
    from catalog.pictures import developing, files  # noqa: PLC0415 - as above
    from catalog.pictures import sizes as made  # noqa: PLC0415 - as above

    with path.open("rb") as file, developing.opened(file) as image:
        width, height = developing.upright(image.size, developing.orientation_of(image))
        widths = made.widths_for(width, height)
        largest = developing.develop(image, most=widths[-1])
    made._put_sizes("pictures/ab/x-1600.jpg", largest, widths)
    files.put("pictures/ab/x-card-22.jpg", made._cut_card(largest, 2, 2))


if __name__ == "__main__":
    main(*sys.argv[1:])
