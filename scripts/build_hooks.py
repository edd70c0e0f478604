"""Called by hatchling when the package is built: what a package index shows, and what an archive leaves out.

A package index shows the README, with links that lead somewhere from there, and the project's addresses. Both come
from the one place where the project's home is set: `home` under `[tool.hatch.metadata.hooks.custom]` in pyproject.toml.
While it is empty, links to files of the project are plain words, and a picture is what it shows, told in words.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^\]]*)\]\((?!https?:|mailto:|#)(?P<path>[^)\s]+)\)")
_FENCED = re.compile(r"(^```.*?^```$)", re.M | re.S)


def page(readme: str, home: str) -> str:
    """``readme`` as an index shows it, its links to files of the project led to ``home``; code stays as it is."""
    pieces = _FENCED.split(readme)
    pieces[::2] = (_LINK.sub(lambda link: _led(link, home), piece) for piece in pieces[::2])
    return "".join(pieces)


def addresses(home: str) -> dict[str, str]:
    """Label → address, for the side of the page; none without a home."""
    if not home:
        return {}
    return {
        "Source": home,
        "Documentation": _address(home, "blob", "docs/README.md"),
        "Changelog": _address(home, "blob", "CHANGELOG.md"),
    }


def _led(link: re.Match[str], home: str) -> str:
    words = link["words"]
    if not home:
        return f"*{words}*" if link["picture"] else words
    kind = "raw" if link["picture"] else "blob"
    return f"{link['picture']}[{words}]({_address(home, kind, link['path'])})"


def _address(home: str, kind: str, path: str) -> str:
    """Where the newest state of a file is shown as a page (``blob``) or given as it is (``raw``)."""
    return f"{home.rstrip('/')}/{kind}/HEAD/{path}"


class IndexPage(MetadataHookInterface):
    """The description and the addresses of the package."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Set both in ``metadata``."""
        home: str = self.config["home"]
        readme = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": page(readme, home)}
        metadata["urls"] = addresses(home)


class WithoutIgnoreFile(BuildHookInterface[Any]):
    """Leaves `.gitignore` out of the archive of sources, which hatchling puts in whatever is excluded."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Take it from what is to be put in."""
        forced = build_data["force_include"]
        build_data["force_include"] = {source: target for source, target in forced.items() if target != ".gitignore"}
