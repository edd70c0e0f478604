"""Text to files, so that a file is always whole: the old one or the new one."""

from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: str | os.PathLike[str], text: str) -> None:
    """Write ``text`` to ``path`` as UTF-8 with plain line feeds, in place of what is there.

    The file is replaced at once when all of ``text`` is written, and keeps its permissions; a link keeps
    pointing where it does. Where that fails, the old file stands as it was. A pipe or a device is written to
    as it is.

    Raises:
        OSError: it cannot be written.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        target.write_text(text, "utf-8", newline="\n")
        return
    draft = target.with_name(f".{os.getpid()}.accords.tmp")
    try:
        draft.write_text(text, "utf-8", newline="\n")
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
