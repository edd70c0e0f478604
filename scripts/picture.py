"""Takes the pictures of the README, of a checklist and of a site: ``python scripts/picture.py``. Needs Chromium."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import accords
from accords.checklist import checklist
from accords.render.checklist.html import render_html

ROOT = Path(__file__).parents[1]
RECORD = ROOT / "examples" / "kosovo-serbia-plates-2022-monitored.accord.json"
IMAGES = ROOT / "docs" / "images"
AS_OF = "2023-01-20"

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


def checklist_page(folder: Path) -> Path:
    """The monitored example as of a day."""
    record = accords.load(RECORD)
    folder.mkdir()
    page = folder / "page.html"
    page.write_text(render_html(checklist(record, as_of=AS_OF), record), "utf-8")
    return page


def site_page(folder: Path) -> Path:
    """The page of the same agreement in a site of the examples, as of two days; without script, which asks a clock."""
    records = [accords.examples.load(name) for name in accords.examples.names() if name != "minimal"]
    files = accords.render_site(records, as_of=("2022-12-20", AS_OF), contact="office@example.org")
    for path, content in files.items():
        if path.endswith(".js"):
            continue
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / "a" / "kosovo-serbia-plates-2022-monitored" / "index.html"


PICTURES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "checklist.png": (checklist_page, "1120,1290"),
    "site.png": (site_page, "1120,1180"),
}
"""Name → what makes the page in a folder, and how much of it is shown."""


def main() -> int:
    """Photograph the top of each page."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("the pictures need chromium (on Debian: apt-get install chromium)", file=sys.stderr)
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, (made, size) in PICTURES.items():
        picture = IMAGES / name
        with tempfile.TemporaryDirectory() as folder:
            page = made(Path(folder) / "pages")
            command = [
                chromium,
                *FLAGS,
                f"--user-data-dir={folder}/profile",
                f"--window-size={size}",
                f"--screenshot={picture}",
                page.as_uri(),
            ]
            subprocess.run(command, check=True, capture_output=True)
        print(f"{picture.relative_to(ROOT)}: {picture.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
