"""Text to files, so that a file is always whole: the old one or the new one."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import IO, Any

__all__ = ["write_into", "write_whole"]


def write_whole(path: str | os.PathLike[str], text: str | bytes, *, flushed: bool = True) -> None:
    """Write ``text`` to ``path`` as UTF-8 with line ends as they are, in place of what is there; bytes as they are.

    The file is replaced at once when all of ``text`` is written, and keeps its permissions; a link keeps
    pointing where it does. Where that fails, the old file stands as it was. A pipe or a device is written to
    as it is. Files by the thousand that can be made again need not be ``flushed`` to the disk one by one.

    Raises:
        OSError: it cannot be written.
    """
    # Most runs write no file, and these load OpenSSL and compression.
    import secrets  # noqa: PLC0415
    import shutil  # noqa: PLC0415

    content = text.encode("utf-8") if isinstance(text, str) else text
    target = Path(os.path.realpath(path))
    if target.exists() and not stat.S_ISREG(target.stat().st_mode):
        target.write_bytes(content)
        return
    draft = target.with_name(f".{secrets.token_hex(8)}.accords.tmp")
    try:
        with draft.open("xb") as stream:  # never through a link that somebody has put there
            stream.write(content)
            stream.flush()
            if flushed:
                os.fsync(stream.fileno())  # or a crash of the machine could leave the new name with nothing in it
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def write_into(stream: IO[Any], text: str) -> None:
    """Write ``text`` to an open stream, to one of bytes as UTF-8. Raises TypeError for what cannot be written to."""
    if not hasattr(stream, "write"):
        raise TypeError(f"expected a path or an open stream, not {type(stream).__name__} {stream!r:.64}")
    try:
        stream.write("")
    except TypeError:
        stream.write(text.encode("utf-8"))
    else:
        stream.write(text)
