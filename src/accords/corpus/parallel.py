"""Many records in several processes: the same results in the same order as in one."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from attrs import evolve

from accords.corpus.records import Piece, examined
from accords.validate import Examination

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["ProcessEndedError", "examine_pieces", "findings_of", "for_pieces", "in_batches"]

_Result = TypeVar("_Result")

_BATCH = 32
"""So many records go to a process at once: few enough that the first results come soon."""
_AHEAD = 4
"""So many batches for each process are read before the first of them is needed."""


class ProcessEndedError(RuntimeError):
    """A process that shared the work was ended from outside."""


def examine_pieces(pieces: Iterable[Piece], jobs: int = 1) -> Iterator[Examination]:
    """Examine ``pieces`` in ``jobs`` processes, in their order; what comes of it is the same for every number.

    Only findings are kept: no examination holds its agreement, and only those with findings hold their text. Few
    records are held at a time. When the iterator is closed, also by an interrupt, the processes end.

    Raises:
        ProcessEndedError: a process was ended from outside.
    """
    yield from for_pieces(_examine, pieces, jobs)


def for_pieces(work: Callable[[Piece], _Result], pieces: Iterable[Piece], jobs: int = 1) -> Iterator[_Result]:
    """What ``work`` makes of each of ``pieces``, in ``jobs`` processes and in their order; few are held at a time.

    ``work`` and what it makes go between processes. When the iterator is closed, the processes end. Raises what
    ``work`` raises, and ProcessEndedError where a process was ended from outside.
    """
    if jobs == 1:
        yield from map(work, pieces)
        return
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415 - a run in one process has no use for it

    pool = _pool(jobs)
    try:
        for results in _in_order(pool, work, in_batches(pieces, _BATCH), jobs * _AHEAD):
            yield from results
    except BrokenExecutor as error:
        raise ProcessEndedError("a process that shared the work was ended from outside") from error
    finally:
        pool.shutdown(cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # A run in one process has no use for these, and they take long to import.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    # As copies of this process where that is safe, which spares the others all imports.
    can_copy = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if can_copy else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_leave_interrupts_to_the_parent)


def in_batches(things: Iterable[_Result], most: int) -> Iterator[list[_Result]]:
    """``things``, so many at a time."""
    rest = iter(things)
    while batch := list(islice(rest, most)):
        yield batch


def _in_order(
    pool: ProcessPoolExecutor, work: Callable[[Piece], _Result], batches: Iterable[Sequence[Piece]], most: int
) -> Iterator[list[_Result]]:
    """The results of ``batches``, of which no more than ``most`` are under way."""
    under_way: deque[Future[list[_Result]]] = deque()
    for batch in batches:
        under_way.append(pool.submit(_on_batch, work, batch))
        if len(under_way) == most:
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


def _on_batch(work: Callable[[Piece], _Result], batch: Sequence[Piece]) -> list[_Result]:
    return [work(piece) for piece in batch]


def _examine(piece: Piece) -> Examination:
    return findings_of(examined(piece))


def findings_of(examination: Examination) -> Examination:
    """An examination without its agreement, and without the text where there is no finding."""
    report = examination.report
    if report.diagnostics or report.waived:
        return evolve(examination, agreement=None)
    return Examination(report=report, settings=examination.settings)


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C goes to every process of a terminal; the parent hears it and ends the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
