"""The example records, from the package: their names, and each of them read."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen

from accords.model.agreement import Agreement
from accords.suggest import UnknownIdError
from accords.validate import load

__all__ = ["Examples", "examples"]

_ENDING = ".accord.json"
_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "example_records", _PACKAGE.parents[1] / "examples")
"""Where an installed package has them, and where a checkout does."""


@frozen
class Examples:
    """The records that come with the package, to read and to try things on; ``accords.examples`` is the one of these.

    Their page in the documentation says how each is coded, and what was hard to say.
    """

    def names(self) -> tuple[str, ...]:
        """The names of the records, in the order of the alphabet.

        >>> accords.examples.names()[:3]
        ('black-sea-grain-2022', 'eritrea-ethiopia-algiers-2000', 'ethiopia-tplf-nairobi-2022')
        """
        return tuple(sorted(_paths()))

    def load(self, name: str) -> Agreement:
        """The record of that name, or of the one name that ends in it after a hyphen.

        Raises UnknownIdError, which is a ValueError, where there is none or more than one.

        >>> accords.examples.load("ohrid-2023").id
        'kosovo-serbia-ohrid-2023'
        """
        paths = _paths()
        fitting = [name] if name in paths else [each for each in paths if each.endswith(f"-{name}")]
        if len(fitting) != 1:
            raise UnknownIdError(name, "example", fitting or sorted(paths))
        return load(paths[fitting[0]])


def _paths() -> dict[str, Path]:
    """Name → file, from the first folder that has any."""
    for folder in _FOLDERS:
        found = {path.name.removesuffix(_ENDING): path for path in folder.glob(f"*{_ENDING}")}
        if found:
            return found
    return {}


examples = Examples()
"""The records that come with the package."""
