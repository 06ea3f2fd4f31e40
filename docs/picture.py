"""Make docs/front.png, the picture in the README, from a running site.

.venv/bin/python docs/picture.py http://localhost:8000/
"""

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).with_name("front.png")
SIZE = {"width": 1280, "height": 1500}
COLOURS = 128  # Flat drawings need no more, and the file stays small.


def main(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"],
        )
        page = browser.new_page(viewport=SIZE, color_scheme="light", locale="nl-NL")
        page.goto(address, wait_until="networkidle")
        shot = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
    shot.convert("RGB").quantize(COLOURS).save(PICTURE, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1])
