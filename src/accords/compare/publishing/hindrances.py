"""Why a record cannot be published as it is."""

from __future__ import annotations

from attrs import frozen

from accords.diagnostics import AccordsError
from accords.model.agreement import Agreement
from accords.pointer import Path, in_words, to_pointer
from accords.prose import counted

__all__ = ["Hindrance", "NotPublishableError", "hindrance"]

_SHOWN = 20


@frozen(kw_only=True)
class Hindrance:
    """One reason, with its place in the whole record: a JSON Pointer, and in words. ``help`` says what to do."""

    pointer: str
    place: str | None
    message: str
    help: str

    def __str__(self) -> str:
        """The place, what is wrong there, and what to do about it in a line of its own."""
        where = f"{self.pointer or '/'}" + (f" ({self.place})" if self.place else "")
        return f"{where}\n    {self.message}\n    {self.help}"


class NotPublishableError(AccordsError, ValueError):
    """A record cannot be published as it is; ``hindrances`` say all that is in the way."""

    hindrances: tuple[Hindrance, ...]

    def __init__(self, record_id: str, hindrances: tuple[Hindrance, ...]) -> None:
        super().__init__(record_id, hindrances)
        self.record_id = record_id
        self.hindrances = hindrances

    def __str__(self) -> str:
        """The first of them, for a log."""
        lines = [f"{self.record_id} cannot be published: {counted(len(self.hindrances), 'hindrance')}"]
        lines += [f"  {each}" for each in self.hindrances[:_SHOWN]]
        if len(self.hindrances) > _SHOWN:
            lines.append(f"  and {len(self.hindrances) - _SHOWN:,} more")
        return "\n".join(lines)


def hindrance(record: Agreement, path: Path, message: str, help: str) -> Hindrance:
    """One at ``path`` of ``record``."""
    return Hindrance(pointer=to_pointer(path), place=in_words(path, record), message=message, help=help)
