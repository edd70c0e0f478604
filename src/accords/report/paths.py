"""Names of files as other tools expect them: relative to where the command runs, with forward slashes."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from urllib.parse import quote

__all__ = ["relative_path", "relative_uri"]

_NO_BYTES = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def relative_path(file: str) -> str:
    """``file`` relative to the working folder where it lies below it, otherwise as it is."""
    path = PurePath(file)
    if path.is_absolute() and path.is_relative_to(os.getcwd()):
        path = path.relative_to(os.getcwd())
    return path.as_posix()


def relative_uri(file: str) -> str:
    """The same as a URI reference, every sign that means something in one written as ``%..``."""
    # A name of a file may hold bytes that are no text, which Python keeps as halves of surrogate pairs.
    path = _NO_BYTES.sub("\N{REPLACEMENT CHARACTER}", relative_path(file))
    return ("file://" if path.startswith("/") else "") + quote(path.encode("utf-8", "surrogateescape"), safe="/~")
