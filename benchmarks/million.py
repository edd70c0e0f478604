"""A hundred thousand records and a million claims through every verb: python benchmarks/million.py [--write] [RECORDS]

The records are made from a seed, as long and as much talked about as real ones; one in a hundred is damaged. All counts
are held against those of their maker, and memory against that of a thousand records. ``--write`` puts the table into
docs/benchmarks.md. It takes an hour.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tables import about, row, write_table

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))

from large import Run, through

SMALL, LARGE = 1_000, 100_000


def main() -> int:
    """Print the table, and with --write put it into the page."""
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    large = sizes[0] if sizes else LARGE
    memory: dict[str, float] = {}
    lines = [
        row(("verb", "records", "claims", "CPU time", "records a second", "memory", f"of that of {SMALL:,}")),
        "|---|---|---|---|---|---|---|",
    ]
    print("\n".join(lines), flush=True)
    with tempfile.TemporaryDirectory() as name:
        for count in (SMALL, large):
            made, runs = through(Path(name, str(count)), count)
            for run in runs:
                memory.setdefault(run.verb, run.memory)
                lines.append(_line(run, count, made["claims"], run.memory / memory[run.verb]))
                print(lines[-1], flush=True)
    print(f"\n{about()}")
    if "--write" in sys.argv:
        write_table("million.py", lines)
    return 0


def _line(run: Run, records: int, claims: int, share: float) -> str:
    time, pace = f"{run.seconds:,.0f} s", f"{records / run.seconds:,.0f}"
    return row((f"`{run.verb}`", f"{records:,}", f"{claims:,}", time, pace, f"{run.memory:.0f} MB", f"{share:.2f} x"))


if __name__ == "__main__":
    sys.exit(main())
