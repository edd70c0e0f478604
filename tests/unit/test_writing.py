"""Files that are always whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from accords.writing import write_whole


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    """Nothing is left beside it."""
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    path.chmod(0o640)
    write_whole(path, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_pointing_where_it_does(tmp_path: Path) -> None:
    """What it points to is replaced."""
    path, link = tmp_path / "a.txt", tmp_path / "link.txt"
    path.write_text("old", "utf-8")
    link.symlink_to(path)
    write_whole(link, "new")
    assert link.is_symlink()
    assert path.read_text("utf-8") == "new"


def test_where_writing_fails_the_old_file_stands(tmp_path: Path) -> None:
    """Here because the text cannot be written as UTF-8."""
    path = tmp_path / "a.txt"
    path.write_text("old", "utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    assert path.read_text("utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]
