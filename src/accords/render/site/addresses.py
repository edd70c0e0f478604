"""The addresses of a site: those it has, those it ever gave, and what stands at those that nothing has any more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from accords.model.agreement import Agreement
from accords.prose import json_text

__all__ = [
    "Address",
    "Settled",
    "actor_addresses",
    "address_of",
    "former_addresses",
    "read_addresses",
    "settled",
    "write_addresses",
]

OWN_FILES = ("index.html", "record.json", "duties.csv", "feed.atom")
"""What stands in the folder of an agreement beside the folders of its duties."""


@frozen(kw_only=True)
class Address:
    """An address that was ever given. Where nothing stands there any more it leads on, or says why it is withdrawn.

    ``stands_for`` has, of an actor, its appearances as RECORD/ACTOR, so that it is known again.
    """

    stands_for: tuple[str, ...] = ()
    leads_to: str | None = None
    withdrawn: str | None = None


@frozen(kw_only=True)
class Settled:
    """All addresses, and those that would vanish: nothing stands there, and nothing says what became of them."""

    addresses: Mapping[str, Address]
    vanished: tuple[str, ...] = ()


def write_addresses(addresses: Mapping[str, Address]) -> str:
    """``addresses`` as ``addresses.json`` has them."""
    return json_text({"addresses": {name: _plain(each) for name, each in sorted(addresses.items())}})


def address_of(record_id: str, duty_id: str | None = None) -> str:
    """Where an agreement stands, or one of its duties; a duty never takes the name of a file beside it."""
    if duty_id is None:
        return f"a/{record_id}/"
    return f"a/{record_id}/{duty_id}{'-' if duty_id in OWN_FILES else ''}/"


def read_addresses(text: str) -> dict[str, Address]:
    """The addresses of an earlier build. Raises ValueError where ``text`` is none of its lists."""
    try:
        found = json.loads(text)["addresses"]
        return {str(name): _address(each) for name, each in found.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ValueError("addresses.json is not the list that an earlier build wrote") from error


def _address(plain: Mapping[str, Any]) -> Address:
    return Address(
        stands_for=tuple(map(str, plain.get("stands_for", ()))),
        leads_to=plain.get("leads_to"),
        withdrawn=plain.get("withdrawn"),
    )


def _plain(address: Address) -> dict[str, Any]:
    members = {"stands_for": address.stands_for, "leads_to": address.leads_to, "withdrawn": address.withdrawn}
    return {name: value for name, value in members.items() if value}


def former_addresses(agreements: Iterable[Agreement]) -> dict[str, str]:
    """Where agreements and duties stood under their former ids → where they stand."""
    found: dict[str, str] = {}
    for agreement in agreements:
        for record_id in (agreement.id, *agreement.former_ids):
            found[address_of(record_id)] = address_of(agreement.id)
            for duty in agreement.obligations:
                for duty_id in (duty.id, *duty.former_ids):
                    found[address_of(record_id, duty_id)] = address_of(agreement.id, duty.id)
    return found


@frozen
class _Names:
    """Gives each actor an address: the one it had, else one made of its id."""

    earlier: Mapping[str, str]
    """RECORD/ACTOR → the address that it had."""
    taken: dict[str, int] = field(factory=dict)

    def again(self, whos: Sequence[str]) -> str | None:
        had = sorted({self.earlier[who] for who in whos if who in self.earlier})
        return next((name for name in had if name not in self.taken), None)

    def new(self, whos: Sequence[str]) -> str:
        record_id, actor_id = whos[0].split("/")
        plain = f"actor/{actor_id}/"
        free = plain not in self.taken and plain not in self.earlier.values()
        return plain if free else f"actor/{actor_id}--{record_id}/"


def actor_addresses(
    actors: Sequence[Sequence[str]], earlier: Mapping[str, Address], former: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], dict[str, str]]:
    """The address of each of ``actors``, given by their appearances, and where addresses of merged ones lead.

    ``former`` has by an appearance those under former ids. An actor that was known before keeps its address.
    """
    names = _Names({who: name for name, each in earlier.items() for who in each.stands_for})
    given: list[str | None] = []
    leading: dict[str, str] = {}
    for whos in actors:
        ever = [*whos, *(old for who in whos for old in former.get(who, ()))]
        again = names.again(ever)
        given.append(again)
        if again is not None:
            names.taken[again] = len(given)
            leading |= {names.earlier[who]: again for who in ever if names.earlier.get(who, again) != again}
    for place, whos in enumerate(actors):
        if given[place] is None:
            given[place] = name = names.new(whos)
            names.taken[name] = place
    found = tuple(str(name) for name in given)
    return found, {old: new for old, new in leading.items() if old not in found}


def settled(
    live: Mapping[str, tuple[str, ...]],
    earlier: Mapping[str, Address],
    leading: Mapping[str, str],
    withdrawn: Mapping[str, str],
) -> Settled:
    """What stands at every address: ``live`` are those of pages, each with the actors it stands for.

    ``leading`` says where former ones lead, ``withdrawn`` why one is withdrawn or, by an address, where it leads; what
    it says of an agreement holds for its duties too, and for actors who stood in nothing else.
    """
    found = {name: Address(stands_for=stands_for) for name, stands_for in live.items()}
    vanished: list[str] = []
    for name, before in earlier.items():
        if name in live:
            continue
        said = _said_of(name, before, withdrawn)
        target = leading.get(name) or _target(name, said, live) or before.leads_to
        if target is not None and (target in live or target in earlier):
            found[name] = Address(leads_to=target)
        elif said is not None or before.withdrawn is not None:
            found[name] = Address(withdrawn=said[1] if said is not None else before.withdrawn)
        else:
            vanished.append(name)
    gone = frozenset(vanished)
    return Settled(addresses=found, vanished=tuple(name for name in vanished if _agreement_of(name) not in gone))


def _agreement_of(name: str) -> str | None:
    """The address of the agreement, for that of a duty."""
    parts = name.split("/")
    return f"a/{parts[1]}/" if parts[0] == "a" and len(parts) > _PARTS_OF_AN_AGREEMENT else None


_PARTS_OF_AN_AGREEMENT = 3


def _said_of(name: str, before: Address, withdrawn: Mapping[str, str]) -> tuple[str, str] | None:
    """What is said of an address, or of the agreements it belongs to: of which address, and what."""
    above = [_agreement_of(name) or name] if name.startswith("a/") else []
    records = [f"a/{who.split('/')[0]}/" for who in before.stands_for]
    of_all = records[:1] if records and all(each in withdrawn for each in records) else []
    return next(((each, withdrawn[each]) for each in (name, *above, *of_all) if each in withdrawn), None)


def _target(name: str, said: tuple[str, str] | None, live: Mapping[str, object]) -> str | None:
    """Where it leads, if that is what is said: to the same duty of the other agreement, where that has it."""
    if said is None or said[1] not in live:
        return None
    moved = said[1] + name.removeprefix(said[0])
    return moved if moved in live else said[1]
