"""Names of files as other tools expect them: relative to the root of the repository, with forward slashes."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import quote

from accords.compiling import late

__all__ = ["relative_path", "relative_uri"]

_NO_BYTES = late("[\ud800-\udc7f\udd00-\udfff]")


def relative_path(file: str) -> str:
    """``file`` relative to the root of its repository, wherever the command runs; without one, to the working folder.

    What lies outside both is named as it is, and so is what is no file, such as standard input.
    """
    if file.startswith("<"):
        return file
    path = PurePath(os.path.abspath(file))
    for root in (_root(str(path.parent)), os.getcwd()):
        if root is not None and path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return PurePath(file).as_posix()


@lru_cache(maxsize=1024)
def _root(folder: str) -> str | None:
    """The nearest folder with ``.git``, in ``folder`` or above it."""
    places = (PurePath(folder), *PurePath(folder).parents)
    # Names of any length and with any signs come by here; this function answers no where others raise.
    return next((str(place) for place in places if os.path.exists(place / ".git")), None)


def relative_uri(file: str) -> str:
    """The same as a URI reference, every sign that means something in one written as ``%..``."""
    # A name of a file may hold bytes that are no text, which Python keeps as halves of surrogate pairs.
    path = _NO_BYTES.sub("\N{REPLACEMENT CHARACTER}", relative_path(file))
    return ("file://" if path.startswith("/") else "") + quote(path.encode("utf-8", "surrogateescape"), safe="/~")
