"""Files that change are noticed, each time once."""

from __future__ import annotations

import os
from pathlib import Path

from accords.corpus.watching import watch


def _write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    state = path.stat()
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns + 1_000_000))  # as if a moment later


def test_changes_new_files_and_changed_settings_are_yielded(tmp_path: Path) -> None:
    """All files first, then those that are new or have changed; all again when a file beside them changes."""
    one, two, settings = (tmp_path / name for name in ("a.accord.json", "b.accord.json", "accords.toml"))
    _write(one, "{}")
    steps = [
        lambda: None,
        lambda: _write(one, "{ }"),
        lambda: _write(two, "{}"),
        lambda: None,
        lambda: _write(settings, ""),
        one.unlink,
        lambda: _write(one, "{}"),
    ]
    watched = watch(
        [str(tmp_path)],
        beside=lambda: [settings] if settings.exists() else [],
        sleep=lambda _: steps.pop(0)(),
    )
    seen = [[Path(name).name for name in next(watched)] for _ in range(5)]
    assert seen == [
        ["a.accord.json"],
        ["a.accord.json"],
        ["b.accord.json"],
        ["a.accord.json", "b.accord.json"],
        ["a.accord.json"],
    ]
    assert not steps


def test_a_name_that_stands_for_nothing_is_yielded_once_and_again_when_it_is_there(tmp_path: Path) -> None:
    """So that its absence is told, and its coming noticed."""
    path = tmp_path / "later.accord.json"
    steps = [lambda: None, lambda: _write(path, "{}")]
    watched = watch([str(path)], sleep=lambda _: steps.pop(0)())
    assert [next(watched), next(watched)] == [[str(path)], [str(path)]]
    assert not steps
