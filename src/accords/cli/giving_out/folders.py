"""A folder of files that was made before and is made again: what changed is written, and what is gone is taken out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from accords.writing import write_whole

__all__ = ["NotOursError", "files_of", "write_folder_anew"]

_LINE = re.compile(r"[0-9a-f]{64}  (.+)")


class NotOursError(ValueError):
    """The folder holds files that no earlier run has written."""


def files_of(folder: Path, manifest: str) -> frozenset[str]:
    """The files that the earlier run wrote into ``folder``, by its ``manifest``; none where it is new or empty.

    Raises NotOursError where something else is in it; what begins with a dot is nobody's business.
    """
    listed = folder / manifest
    if listed.is_file():
        lines = (_LINE.fullmatch(line) for line in listed.read_text("utf-8").splitlines())
        return frozenset((manifest, *(line[1] for line in lines if line is not None)))
    if folder.is_dir() and any(not path.name.startswith(".") for path in folder.iterdir()):
        raise NotOursError(f"it holds files, and no {manifest} of an earlier run says that they are its own")
    return frozenset()


def write_folder_anew(folder: Path, files: Mapping[str, bytes], manifest: str) -> int:
    """Write ``files`` into ``folder``, take out those that only the earlier run had, and return how many changed.

    The manifest comes last. What neither run has written stays as it is. Raises NotOursError as ``files_of`` does, and
    where a file of somebody else stands where one is to be written.
    """
    earlier = files_of(folder, manifest)
    foreign = [path for path in files if path not in earlier and (folder / path).exists()]
    if earlier and foreign:
        raise NotOursError(f"{foreign[0]} stands there, and no earlier run has written it")
    changed = 0
    for path in (*(each for each in files if each != manifest), manifest):
        changed += _write(folder / path, files[path])
    for path in sorted(earlier - files.keys()):
        changed += _remove(folder, path)
    return changed


def _write(path: Path, content: bytes) -> bool:
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, content, flushed=False)
    return True


def _remove(folder: Path, path: str) -> bool:
    """Take out a file of the earlier run, and the folders that it leaves empty; nothing outside of ``folder``."""
    place = folder / path
    if ".." in Path(path).parts or Path(path).is_absolute() or not place.is_file():
        return False
    place.unlink()
    for parent in place.parents:
        if parent == folder or any(parent.iterdir()):
            break
        parent.rmdir()
    return True
