"""Every goal for speed with what is measured, peers in the same run: python benchmarks/goals.py [--write]

Times are CPU time of the processes at work, for machines are shared; of the rounds that fit into a few seconds, in
which all contenders take turns, the best of each counts. The peer for one record is pydantic with the classes that
datamodel-code-generator makes of the twin schema, the peer for files is check-jsonschema: both hold a record to its
shape alone. Below a goal that is hard to meet stands a floor: what a part of the same work takes, with the rest left
out.
``--write`` puts the table into docs/benchmarks.md. Needs ``pip install accords[bench]``.
"""

from __future__ import annotations

import gc
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from measuring import SECONDS, Row, against, best, duration, floor, rounds
from status import record as many_duties
from tables import about, row, write_table
from validation import grown

from accords import checklist, dumps, loads, render_html, status, validate
from accords.checks.lookups.index import build_index
from accords.codec import content_hash, structure_accepted
from accords.codec.reading import Limits, read_bytes
from accords.model.agreement import Agreement
from accords.schema.store import AGREEMENT, AGREEMENT_TYPES, accepts

ROOT = Path(__file__).parents[1]
SCHEMAS = ROOT / "schemas" / "v1"
REFERENCE = ROOT / "examples" / "kosovo-serbia-plates-2022.accord.json"
MINIMAL = ROOT / "examples" / "minimal.accord.json"
DAY = "2023-12-31"
LIMITS = Limits(max_bytes=1 << 30)
NO_RULES = ("-c", "import accords.checks; accords.checks.CHECKS = (); from accords.cli import run; run()")
"""The command without any rule."""


# ---- one record


def peer_class(folder: Path) -> Any:
    """The class of an agreement that pydantic has of the twin schema."""
    path = folder / "peer.py"
    command = [
        sys.executable, "-m", "datamodel_code_generator", "--input", str(SCHEMAS / AGREEMENT_TYPES),
        "--input-file-type", "jsonschema", "--output-model-type", "pydantic_v2.BaseModel", "--output", str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True)
    spec = importlib.util.spec_from_file_location("peer", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["peer"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Agreement


def one_record(folder: Path) -> Iterator[Row]:
    """Loading, validating and writing the reference record, and its checklist."""
    raw = REFERENCE.read_bytes()
    peer = peer_class(folder)
    theirs, ours = peer.model_validate_json(raw), loads(raw)
    took = best(
        {
            "shape": lambda: shaped(raw),
            "index": lambda: build_index(shaped(raw)),
            "states": lambda: (status(ours, as_of=DAY), content_hash(ours)),
            "loads": lambda: loads(raw),
            "validate": lambda: validate(raw),
            "dumps": lambda: dumps(ours),
            "checklist": lambda: checklist(ours, as_of=DAY),
            "read": lambda: peer.model_validate_json(raw),
            "write": lambda: theirs.model_dump_json(warnings=False),
        },
        times=5,
    )
    size = f"{len(raw) / 1000:.0f} kB"
    yield against(f"`loads`, {size}", took["loads"], "`model_validate_json`", took["read"], 2)
    yield floor("JSON, schema and values of the model", took["shape"], took["read"])
    yield against(f"`validate`, all rules, {size}", took["validate"], "`model_validate_json`", took["read"], 4)
    yield floor("the same, and the index of ids and texts", took["index"], took["read"])
    yield against(f"`dumps`, {size}", took["dumps"], "`model_dump_json`", took["write"], 3)
    items, seconds = len(checklist(ours, as_of=DAY).items), took["checklist"]
    work = f"checklist of {items} items as of a day"
    yield Row(work=work, measured=duration(seconds), goal="≤ 2 ms", is_met=seconds <= 0.002)
    yield floor("states and the hash of the content, without a word and a proof", took["states"])


def shaped(raw: bytes) -> Agreement:
    """The agreement in ``raw``, held to its shape alone."""
    data = read_bytes(raw).data
    assert data is not None
    assert accepts(data)
    return structure_accepted(data)


def growth() -> Row:
    """How loading grows with a record, against the reader of JSON alone."""
    ratios = []
    for obligations in (4, 100, 1000):
        text = grown(obligations)
        took = best(
            {"ours": lambda text=text: loads(text), "json": lambda text=text: json.loads(text)}, 1, seconds=SECONDS / 3
        )
        ratios.append(took["ours"] / took["json"])
    shown = ", ".join(f"{ratio:.1f}" for ratio in ratios)
    work = "`loads` against `json.loads` at 19, 80 and 655 kB"
    return Row(work=work, measured=f"{shown} x", goal="does not grow", is_met=max(ratios) <= 1.5 * ratios[0])


# ---- whole processes


def cpu(command: Sequence[str], environment: dict[str, str]) -> float:
    """CPU seconds of a process and of those that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run((sys.executable, *command), check=False, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def best_processes(commands: dict[str, Sequence[str]], environment: dict[str, str]) -> dict[str, float]:
    """Name → CPU seconds of a process, the best round."""
    found = dict.fromkeys(commands, float("inf"))
    for _ in rounds(SECONDS):
        for name, command in commands.items():
            found[name] = min(found[name], cpu(command, environment))
    return found


def compiled(folder: Path) -> dict[str, str]:
    """An environment in which what Python has compiled is kept, as it is for a package that is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def whole_processes(folder: Path) -> Iterator[Row]:
    """Files by the command line, beside check-jsonschema."""
    environment = compiled(folder)
    sets = (
        ("one file, cold", MINIMAL, 1, 0.5),
        ("1,000 files of 1 kB", MINIMAL, 1_000, 0.15),
        (f"300 files of {REFERENCE.stat().st_size / 1000:.0f} kB", REFERENCE, 300, 0.12),
    )
    for number, (work, source, many, most) in enumerate(sets):
        inside = folder / str(number)
        inside.mkdir()
        names = [inside / f"{n}.accord.json" for n in range(many)]
        text = source.read_text("utf-8")
        for n, name in enumerate(names):  # two records with one id would be told of
            name.write_text(text.replace('"id": "', f'"id": "copy-{n}-', 1), "utf-8")
        asked = ("validate", "-q", str(inside))
        floors = ("-c", "import attrs, click, jsonschema_rs") if many == 1 else (*NO_RULES, *asked)
        commands: dict[str, Sequence[str]] = {
            "ours": ("-m", "accords", *asked),
            "theirs": ("-m", "check_jsonschema", "--schemafile", str(SCHEMAS / AGREEMENT), *map(str, names)),
            "floor": floors,
        }
        took = best_processes(commands, environment)
        yield against(work, took["ours"], "check-jsonschema", took["theirs"], most)
        what = "Python, attrs, click and jsonschema-rs loaded" if many == 1 else "the same without any rule"
        yield floor(what, took["floor"], took["theirs"])


def lines(folder: Path) -> Iterator[Row]:
    """Records of 1 kB in a file of lines, in one process and in two."""
    path, many = folder / "lines.accord.jsonl", 5_000
    record = json.loads(MINIMAL.read_text("utf-8"))
    path.write_text("".join(json.dumps(record | {"id": f"r-{n}"}) + "\n" for n in range(many)), "utf-8")
    single = folder / "one.accord.jsonl"
    single.write_text(json.dumps(record) + "\n", "utf-8")
    asked = ("validate", "-q")
    commands: dict[str, Sequence[str]] = {
        "1": ("-m", "accords", *asked, str(path)),
        "2": ("-m", "accords", *asked, "-j", "2", str(path)),
        "no rules": (*NO_RULES, *asked, str(path)),
        "single": ("-m", "accords", *asked, str(single)),
    }
    took = best_processes(commands, compiled(folder))
    pace, bare = (many / (took[name] - took["single"]) for name in ("1", "no rules"))
    work = "records of 1 kB on lines, a second and core"
    yield Row(work=work, measured=f"{pace:,.0f}", goal="≥ 5,000", is_met=pace >= 5_000)
    yield Row(work="– floor: the same without any rule", measured=f"{bare:,.0f}", goal="–", is_met=None)
    most = 2 * took["1"] / took["2"]
    told = f"{most:.2f} x where two cores are free"
    yield Row(work="the same with `-j 2`", measured=told, goal="≥ 1.7 x", is_met=most >= 1.7)


def ten_thousand_duties() -> Iterator[Row]:
    """Status, checklist and page of a giant, beside a tenth of it."""
    times: dict[str, list[float]] = {"status": [], "checklist": [], "HTML": []}
    sizes = (1_000, 10_000)
    for size in sizes:
        agreement = loads(json.dumps(many_duties(size)), limits=LIMITS)
        made: dict[str, Any] = {}
        calls: dict[str, Callable[[], object]] = {
            "status": lambda agreement=agreement: status(agreement, as_of=DAY),
            "checklist": lambda agreement=agreement: checklist(agreement, as_of=DAY),
            "HTML": lambda agreement=agreement, made=made: render_html(made["checklist"], agreement),
        }
        for name, call in calls.items():
            gc.collect()
            start = time.process_time()
            made[name] = call()
            times[name].append((time.process_time() - start) / size)
    for name, (small, large) in times.items():
        work = f"{name} of {sizes[1]:,} duties, for each"
        growing, is_linear = f"{large / small:.2f} x that of 1,000", large <= 1.5 * small
        if name == "checklist":
            share = large / times["status"][1]
            growing += f"; {share:.1f} x status"
            is_linear = is_linear and share <= 3
        goal = "linear, ≤ 3 x status" if name == "checklist" else "linear"
        yield Row(work=work, measured=duration(large), ratio=growing, goal=goal, is_met=is_linear)


def rows() -> Iterator[Row]:
    """Every row, as soon as it is there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield from one_record(folder)
        yield growth()
        yield from whole_processes(folder)
        yield from lines(folder)
    yield from ten_thousand_duties()


def main() -> int:
    """Print the table, and with --write put it into the page."""
    began = time.monotonic()
    lines = [row(("work", "accords", "peer", "", "goal", "met")), "|---|---|---|---|---|---|"]
    print("\n".join(lines), flush=True)
    for each in rows():
        met = "–" if each.is_met is None else "yes" if each.is_met else "no"
        lines.append(row((each.work, each.measured, each.peer, each.ratio, each.goal, met)))
        print(lines[-1], flush=True)
    print(f"\n{about()} It took {time.monotonic() - began:.0f} s.")
    if "--write" in sys.argv:
        write_table("goals.py", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
