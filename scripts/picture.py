"""Takes the pictures of the README and of the pages, or those that are named: ``python scripts/picture.py [NAME...]``.

Needs Chromium; the picture of a workbook LibreOffice and pdftoppm as well.
"""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.properties import PageSetupProperties

import accords
from accords.checklist import checklist
from accords.cli import main as main_of_accords
from accords.render.checklist.html import render_html

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from blocks import blocks  # noqa: E402

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


TERMINAL = """<meta charset="utf-8"><style>
body { margin: 0; background: #16181d }
pre { color: #e6e6e6; font: 15px/1.45 "DejaVu Sans Mono", monospace; padding: 22px; margin: 0; white-space: pre-wrap }
b { color: #ffcf70 }
</style>"""


def worked_through(page: str, folder: Path) -> tuple[Path, str]:
    """The folder in which the commands of a page of ``docs`` were run, and what the page shows of them."""
    folder.mkdir()
    shutil.copytree(ROOT / "docs" / "data", folder / "data")
    typed: dict[str, Any] = {"__name__": "page"}
    shown = ""
    unseen = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.chdir(folder), contextlib.redirect_stdout(unseen), contextlib.redirect_stderr(unseen):
        for block in blocks(ROOT / "docs" / f"{page}.md"):
            if block.note.startswith("file: "):
                Path(block.note.removeprefix("file: ")).write_text(block.text, "utf-8")
            elif block.note == "typed":
                exec(block.text, typed)
            elif block.language == "console":
                shown += block.text
                for line in block.text.splitlines():
                    if line.startswith("$ accords "):
                        main_of_accords(shlex.split(line)[2:])
    return folder, shown


def terminal_page(folder: Path) -> Path:
    """What a terminal shows after the draft of the coder's hour was compiled."""
    made, shown = worked_through("coders-hour", folder)
    text = shown[shown.index("$ accords draft compile") :]
    text = text[: text.index("$ ", 2)]
    marked = re.sub(r"(?m)^(    (?:left out|look at):.*)$", r"<b>\1</b>", escape(text, quote=False))
    page = made / "terminal.html"
    page.write_text(
        f"{TERMINAL}<pre>{marked}</pre>",
        "utf-8",
    )
    return page


def coders_checklist_page(folder: Path) -> Path:
    """The checklist with which the coder's hour ends."""
    made, _ = worked_through("coders-hour", folder)
    record = accords.load(made / "pass.accord.json")
    page = made / "page.html"
    page.write_text(render_html(checklist(record, as_of="2023-10-08"), record), "utf-8")
    return page


def duties_sheet_page(folder: Path) -> Path:
    """The sheet of duties of the officer's hour, as an office program prints it."""
    made, _ = worked_through("officers-hour", folder)
    book = openpyxl.load_workbook(made / "lauter.xlsx")
    for name in book.sheetnames:
        if name != "Duties":
            del book[name]
    sheet = book["Duties"]
    for column in sheet.iter_cols():
        if not any(cell.value for cell in column[1:]):
            sheet.column_dimensions[column[0].column_letter].hidden = True
    sheet.row_dimensions[1].height = 26
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.gridLines = sheet.print_options.headings = True
    sheet.oddFooter.center.text = sheet.oddHeader.center.text = None
    book.save(made / "sheet.xlsx")
    profile = f"-env:UserInstallation={(made / 'profile').as_uri()}"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(made), str(made / "sheet.xlsx")]
    subprocess.run(convert, check=True, capture_output=True)
    subprocess.run(["pdftoppm", "-png", "-r", "200", "-singlefile", made / "sheet.pdf", made / "sheet"], check=True)
    page = made / "sheet.html"
    page.write_text('<body style="margin:0"><img src="sheet.png" style="width:1560px;margin:-92px 0 0 -80px">', "utf-8")
    return page


PICTURES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "checklist.png": (checklist_page, "1120,1290"),
    "site.png": (site_page, "1120,1180"),
    "coders-hour-draft.png": (terminal_page, "1180,790"),
    "coders-hour-checklist.png": (coders_checklist_page, "1120,1000"),
    "officers-hour-duties.png": (duties_sheet_page, "1400,210"),
}
"""Name → what makes the page in a folder, and how much of it is shown."""


def main() -> int:
    """Photograph the top of each page."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("the pictures need chromium (on Debian: apt-get install chromium)", file=sys.stderr)
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name in sys.argv[1:] or PICTURES:
        made, size = PICTURES[name]
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
