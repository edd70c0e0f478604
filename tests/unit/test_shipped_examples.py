"""The records that come with the package, by their names."""

from __future__ import annotations

from pathlib import Path

import pytest

import accords
from accords.corpus.examples import Examples

FOLDER = Path(__file__).parents[2] / "examples"


def test_every_example_of_the_project_has_a_name_and_is_read_by_it() -> None:
    """Its file's name without the ending; what is read is what the file holds."""
    files = {path.name.removesuffix(".accord.json"): path for path in FOLDER.glob("*.accord.json")}
    assert accords.examples.names() == tuple(sorted(files))
    for name, path in files.items():
        assert accords.examples.load(name) == accords.load(path)


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        ("ohrid-2023", "kosovo-serbia-ohrid-2023"),
        ("2023-nothing", None),
        ("plates-2022", "kosovo-serbia-plates-2022"),
        ("monitored", "kosovo-serbia-plates-2022-monitored"),
        ("2013", "kosovo-serbia-brussels-2013"),
        ("hrid-2023", None),
        ("2022", None),
        ("", None),
    ],
)
def test_the_end_of_a_name_will_do_where_it_is_the_end_of_one_alone(ending: str, name: str | None) -> None:
    """From a hyphen on; otherwise the error names those that it could be, or those that there are."""
    if name is not None:
        assert accords.examples.load(ending).id == name
        return
    with pytest.raises(ValueError, match="no example has the id"):
        accords.examples.load(ending)


def test_an_ending_of_several_names_them() -> None:
    """Not the first of them is taken."""
    with pytest.raises(KeyError, match="ethiopia-tplf-pretoria-2022"):
        accords.examples.load("2022")


def test_there_is_one_shelf() -> None:
    """Values of the class are equal, so it does not matter which is asked."""
    assert accords.examples == Examples()
