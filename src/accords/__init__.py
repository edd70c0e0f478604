"""Structured diplomatic agreements: who owes what to whom, when, on what condition, and where the source says so.

``load`` and ``loads`` read a record, ``validate`` says everything that is wrong with one, ``checklist`` lays out
its obligations, ``verify`` checks its citations. A record can also be built from the classes here.

Importing this package loads next to nothing: each name brings the modules behind it when it is first asked for.
"""

import sys
from importlib import import_module
from types import ModuleType

from accords.homes import HOMES
from accords.homes import PUBLIC as __all__
from accords.version import VERSION

__version__ = VERSION


class _FrontDoor(ModuleType):
    """Looks a public name up in the module it comes from, once."""

    def __getattr__(self, name: str) -> object:
        if name not in HOMES:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}", name=name, obj=self)
        value = getattr(import_module(HOMES[name]), name)
        setattr(self, name, value)
        return value

    def __setattr__(self, name: str, value: object) -> None:
        # Importing accords.checklist would put that module in the place of the function of the same name.
        if not (name in HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)

    def __dir__(self) -> list[str]:
        return [*__all__, "__version__"]


sys.modules[__name__].__class__ = _FrontDoor
