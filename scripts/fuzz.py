"""Feed every stage and every output with inputs made by chance, guided by the code they reach; print what came of it.

    python scripts/fuzz.py --inputs 1000000 --folder build/fuzz

Each target runs in a process of its own for its share of the inputs. An input that raises, takes more than two
seconds of processor time, or more memory than is allowed is kept in the folder, one file for each cause; the exit code
is 1 where there is one. Needs ``pip install accords[fuzz]``.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

SUPPORT = Path(__file__).parents[1] / "tests" / "support"
SHARES = {"reading": 0.50, "scalars": 0.40, "validation": 0.07, "rewriting": 0.01, "standing": 0.01, "listing": 0.01}
"""What part of the inputs each target gets: more where an input costs less."""

LONGEST = {"reading": 600, "scalars": 80}
"""Bytes of the longest input of a target."""

RECORD = 6_000
"""The same for targets that take whole records."""

SLOW = 2.0
"""Seconds of processor time that an input may take."""

MEMORY = 2048
"""Megabytes that a target's process may take, its instrumentation included."""

Target = Callable[[bytes], None]


class Watch:
    """Runs a target on one input after the other and keeps the figures."""

    def __init__(self, name: str, target: Target, inputs: int, folder: Path) -> None:
        """Nothing has run yet."""
        self._target, self._inputs, self._folder = target, inputs, folder
        self._figures: dict[str, Any] = {"target": name, "inputs": 0, "faults": {}, "slowest": 0.0, "largest": 0}
        self._begun = time.monotonic()

    def __call__(self, data: bytes) -> None:
        """Run one input; what it raises is kept, and the run goes on."""
        figures = self._figures
        started = time.process_time()
        try:
            self._target(data)
        except Exception as error:
            self._keep(_cause(error), data, "".join(traceback.format_exception(error)))
        took = time.process_time() - started
        if took > figures["slowest"]:
            figures["slowest"] = took
            self._folder.joinpath(f"{figures['target']}-slowest.bin").write_bytes(data)
        if took > SLOW:
            self._keep("slow", data, f"{took:.2f} s\n")
        figures["largest"] = max(figures["largest"], len(data))
        figures["inputs"] += 1
        if figures["inputs"] % 500 == 0 or figures["inputs"] >= self._inputs:
            self.write()
        if figures["inputs"] >= self._inputs:
            os._exit(0)  # the fuzzer's own end would not come back to Python

    def _keep(self, cause: str, data: bytes, told: str) -> None:
        """The shortest input for each cause."""
        faults = self._figures["faults"]
        if len(data) < faults.get(cause, sys.maxsize):
            faults[cause] = len(data)
            stem = f"{self._figures['target']}-{''.join(c if c.isalnum() else '-' for c in cause)[:100]}"
            self._folder.joinpath(f"{stem}.bin").write_bytes(data)
            self._folder.joinpath(f"{stem}.txt").write_text(told, "utf-8", "backslashreplace")

    def write(self) -> None:
        """Put the figures where the process that waits finds them."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        figures = {**self._figures, "peak": peak, "seconds": round(time.monotonic() - self._begun)}
        self._folder.joinpath(f"{figures['target']}.json").write_text(json.dumps(figures), "utf-8")


def _cause(error: Exception) -> str:
    """The kind of error and the last line of ours that it went through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "accords" in frame.filename]
    last = frames[-1] if frames else traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}-{Path(last.filename).stem}-{last.lineno}"


def run_target(name: str, inputs: int, folder: Path) -> None:
    """Fuzz one target in this process, for ever or until its inputs are used up."""
    import atheris  # noqa: PLC0415 - instruments what is imported after it

    sys.path.insert(0, str(SUPPORT))
    with atheris.instrument_imports(include=["accords"]):
        from fuzz_mutations import mutate, seeds  # noqa: PLC0415
        from fuzz_targets import TARGETS  # noqa: PLC0415

    corpus = folder / f"{name}-corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    longest = LONGEST.get(name, RECORD)
    for number, text in enumerate(
        text[: LONGEST.get(name)] for text in seeds() if name in LONGEST or len(text) < RECORD
    ):
        corpus.joinpath(f"seed-{number:04}").write_bytes(text)

    def change(data: bytes, most: int, seed: int) -> bytes:
        if name == "scalars" or (name == "reading" and seed % 4):
            return bytes(atheris.Mutate(data, most))
        changed = mutate(data, seed, most)
        return changed if seed % 10 or changed != data else bytes(atheris.Mutate(data, most))

    options = [f"-runs={inputs * 2}", f"-max_len={longest}", f"-rss_limit_mb={MEMORY}", "-verbosity=0"]
    options += ["-timeout=600", "-report_slow_units=600"]  # by the clock, which other work on the machine slows
    options += ["-detect_leaks=0", "-len_control=0" if name not in ("scalars", "reading") else "-len_control=100"]
    options.append(f"-artifact_prefix={folder}/{name}-died-")
    atheris.Setup(
        [sys.argv[0], *options, str(corpus)], Watch(name, TARGETS[name], inputs, folder), custom_mutator=change
    )
    atheris.Fuzz()


def report(folder: Path, names: list[str]) -> int:
    """Print the figures of all targets; 1 where anything was found."""
    print("| target | inputs | faults | slowest input | largest input | peak memory | time |")
    print("|---|---|---|---|---|---|---|")
    total = faults = 0
    for name in names:
        path = folder / f"{name}.json"
        told = json.loads(path.read_text("utf-8")) if path.exists() else {"inputs": 0, "faults": {"died": 0}}
        died = len(list(folder.glob(f"{name}-died-*")))
        total, faults = total + told["inputs"], faults + len(told["faults"]) + died
        if told["inputs"]:
            print(
                f"| {name} | {told['inputs']:,} | {len(told['faults']) + died} | {told['slowest']:.2f} s | "
                f"{told['largest'] / 1000:,.0f} kB | {told['peak']:,} MB | {told['seconds']:,} s |"
            )
        for cause in told["faults"]:
            print(f"{name}: {cause}", file=sys.stderr)
    print(f"\n{total:,} inputs, {faults} faults")
    return 1 if faults else 0


def main() -> int:
    """Run all targets one after the other, or one of them in this process."""
    parser = argparse.ArgumentParser(description="Fuzz accords.")
    parser.add_argument("--inputs", type=int, default=1_000_000, help="inputs in total")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz"), help="where finds and figures go")
    parser.add_argument("--target", choices=SHARES, action="append", help="only this one; it gets its share alone")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    names = chosen.target or list(SHARES)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    if chosen.inside:
        run_target(names[0], chosen.inputs, chosen.folder)
        return 0
    os.nice(5)
    for name in names:
        share = max(1, round(chosen.inputs * SHARES[name]))
        words = ["--inside", "--target", name, "--inputs", str(share), "--folder", str(chosen.folder)]
        with chosen.folder.joinpath(f"{name}.log").open("wb") as log:
            subprocess.run([sys.executable, __file__, *words], stdout=log, stderr=log, check=False)
    return report(chosen.folder, names)


if __name__ == "__main__":
    sys.exit(main())
