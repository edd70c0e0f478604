"""Pages, office documents and PDFs, read in a process of their own, which can take neither all memory nor all day."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import Any, cast

from attrs import frozen

from accords.texts.edition import TextError

__all__ = ["TakenOut", "read_apart", "taken_of"]

_SECONDS = 60
_MEMORY = 2_000_000_000
_RAISED = re.compile(r"^(?:\w+\.)*(\w+)(?::.*)?\s*\Z", re.MULTILINE)


@frozen
class TakenOut:
    """What was taken out of a file: the text of each page, or of the whole; by what; and what is not in it."""

    pages: tuple[str, ...]
    extractor: str
    notes: tuple[str, ...]
    title: str | None = None


def read_apart(kind: str, raw: bytes, *, seconds: float = _SECONDS, memory: int = _MEMORY) -> TakenOut:
    """What is in ``raw``, a file of the ``kind`` html, pdf or docx. Raises TextError where no text can be had."""
    command = [sys.executable, "-P", "-c", "from accords.texts.documents import main; main()", kind, str(memory)]
    there = os.pathsep.join(path for path in sys.path if path)
    try:
        done = subprocess.run(
            command,
            input=raw,
            capture_output=True,
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONPATH": there},
        )
    except subprocess.TimeoutExpired as wrong:
        raise TextError(
            f"reading it took more than {seconds:g} seconds and was stopped; nothing was taken over"
        ) from wrong
    try:
        told = cast("dict[str, Any]", json.loads(done.stdout))
    except ValueError as wrong:
        raise TextError(_broken_off(done.returncode, done.stderr)) from wrong
    return taken_of(told)


def taken_of(told: dict[str, Any]) -> TakenOut:
    """What the other process told. Raises TextError where that is why there is no text."""
    if "error" in told:
        raise TextError(told["error"])
    return TakenOut(tuple(told["pages"]), told["extractor"], tuple(told["notes"]), told["title"])


def _broken_off(code: int, said: bytes) -> str:
    """Why a reader ended without an answer: one that raises something ends with 1, and names it on its last line."""
    raised = _RAISED.search(said.decode("utf-8", "replace")) if code == 1 else None
    if raised is None or raised[1] == "MemoryError":
        return "reading it took more memory than is allowed, or broke off; nothing was taken over"
    return f"it is damaged, or no such file ({raised[1]}); open it and save it anew"
