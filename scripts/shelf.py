"""What is made from the example records: checklists on telling days, and the table of where their leaves stand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from accords.checklist import checklist
from accords.render.checklist.html import render_html
from accords.render.checklist.markdown import render_markdown
from accords.validate import load
from leaves import Account, leaves

__all__ = ["CHECKLISTS", "EXAMPLES", "checklists", "leaf_table"]

EXAMPLES = Path(__file__).parents[1] / "examples"
CHECKLISTS = EXAMPLES / "checklists"

TELLING = {
    "kosovo-serbia-plates-2022-monitored": ("2022-12-01", "2023-01-20", "2024-01-08"),
    "kosovo-serbia-plates-2021": ("2021-10-02", "2022-04-22"),
    "kosovo-serbia-brussels-2013": ("2013-04-21", "2024-04-19"),
    "black-sea-grain-2022": ("2022-10-31", "2023-07-18"),
    "eritrea-ethiopia-algiers-2000": ("2003-10-08", "2018-06-06"),
    "india-pakistan-indus-1960": ("2022-06-01", "2025-07-01"),
    "ethiopia-tplf-pretoria-2022": ("2022-11-13", "2022-12-04"),
    "ethiopia-tplf-nairobi-2022": ("2022-11-27", "2023-02-10"),
    "kosovo-serbia-path-2023": ("2023-04-25", "2024-09-09"),
    "kosovo-serbia-ohrid-2023": ("2023-04-18", "2024-09-09"),
}
"""Record → the days on which its checklist is written out for people to look at."""

AS_PAGES = frozenset({"kosovo-serbia-plates-2022-monitored"})
"""Those whose checklists are written as HTML pages too."""


def checklists() -> dict[Path, str]:
    """Path → text of the checklists on the telling days."""
    files: dict[Path, str] = {}
    for name, days in TELLING.items():
        record = load(EXAMPLES / f"{name}.accord.json")
        for day in days:
            rows = checklist(record, as_of=day)
            files[CHECKLISTS / f"{name}.{day}.md"] = render_markdown(rows)
            if name in AS_PAGES:
                files[CHECKLISTS / f"{name}.{day}.html"] = render_html(rows, record)
    return files


def leaf_table() -> str:
    """A row for each record: how many of its leaves are stated, inferred and technical, and its checklists."""
    rows = ["| record | stated | inferred | technical | checklists |", "|---|---|---|---|---|"]
    for path in sorted(EXAMPLES.glob("*.accord.json")):
        name = path.name.removesuffix(".accord.json")
        if name == "minimal":
            continue
        counted = Counter(leaf.account for leaf in leaves(json.loads(path.read_text("utf-8"))))
        days = ", ".join(f"[{day}](../../examples/checklists/{name}.{day}.md)" for day in TELLING.get(name, ()))
        told = " | ".join(str(counted[kind]) for kind in (Account.STATED, Account.INFERRED, Account.TECHNICAL))
        rows.append(f"| [{name}](../../examples/{path.name}) | {told} | {days} |")
    return "\n".join([*rows, ""])
