"""Takes the picture of the HTML checklist that the README shows: ``python scripts/picture.py``. Needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import accords
from accords.checklist import checklist
from accords.render.checklist.html import render_html

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
PICTURE = ROOT / "docs" / "images" / "checklist.png"
AS_OF = "2023-01-20"
SIZE = "1120,1290"

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
)


def main() -> int:
    """Render the monitored example as of a day, and photograph the top of the page."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("the picture needs chromium (on Debian: apt-get install chromium)", file=sys.stderr)
        return 2
    record = accords.load(RECORD)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(render_html(checklist(record, as_of=AS_OF), record), "utf-8")
        PICTURE.parent.mkdir(parents=True, exist_ok=True)
        command = [
            chromium,
            *FLAGS,
            f"--user-data-dir={folder}/profile",
            f"--window-size={SIZE}",
            f"--screenshot={PICTURE}",
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
