"""What is known of the code lists: their forms, the ranges left to users, what was withdrawn, what differs.

Only what the keepers of the lists state is held here, and no names: a code never tells what an actor is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from accords.vocabulary import IdentifierScheme

__all__ = ["ASSIGNED", "DIFFERING", "FORMS", "RESERVED", "WITHDRAWN", "Differing", "is_left_to_users"]

FORMS = {
    IdentifierScheme.ISO_3166_1_ALPHA2: (re.compile(r"[A-Z]{2}"), "two capital letters, such as CH"),
    IdentifierScheme.ISO_3166_1_ALPHA3: (re.compile(r"[A-Z]{3}"), "three capital letters, such as CHE"),
    IdentifierScheme.GLEDITSCH_WARD: (re.compile(r"[1-9][0-9]{0,3}"), "a number, such as 225"),
    IdentifierScheme.CORRELATES_OF_WAR: (re.compile(r"[1-9][0-9]{0,2}"), "a number from 2 to 999, such as 225"),
    IdentifierScheme.UCDP: (re.compile(r"[0-9]{1,8}(-[0-9]{1,8})*"), "a number, such as 13692"),
    IdentifierScheme.PAX: (re.compile(r"[0-9]{1,6}"), "the number of an agreement, such as 2389"),
    IdentifierScheme.UNTS: (re.compile(r"(I{1,2}-)?[0-9]{1,6}"), "a registration number, such as I-54113"),
    IdentifierScheme.WIKIDATA: (re.compile(r"Q[1-9][0-9]{0,11}"), "the number of an item, such as Q39"),
    IdentifierScheme.URL: (re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://[^\s]+"), "a web address, with https://"),
}
"""Scheme → the form of its codes, and that form in words. Schemes without a known form are left out."""

_ASSIGNED = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR "
    "GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO "
    "JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR "
    "MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO "
    "RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV "
    "TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW"
)

ASSIGNED = frozenset(_ASSIGNED.split())
"""The two-letter codes that ISO 3166-1 assigns, as the IANA time zone database (public domain) lists them."""

RESERVED = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "FX", "IC", "SU", "TA", "UK", "UN"))
"""Two-letter codes that the ISO 3166 Maintenance Agency reserves for use by others, and does not assign."""

WITHDRAWN = {
    "AN": 2010, "BU": 1989, "CS": 2006, "DD": 1990, "FX": 1997, "NT": 1993, "SU": 1992, "TP": 2002, "YD": 1990,
    "YU": 2003, "ZR": 1997,
}  # fmt: skip
"""Two-letter codes that ISO 3166-3 lists as withdrawn, with the year."""


class Differing(NamedTuple):
    """A number under which one of the two lists of states does not, or not any more, have what the other has."""

    since: int
    instead: str
    other: IdentifierScheme


_GW, _COW = IdentifierScheme.GLEDITSCH_WARD, IdentifierScheme.CORRELATES_OF_WAR

DIFFERING = {
    (_GW, "345"): Differing(2006, "340", _COW),
    (_COW, "340"): Differing(0, "345", _GW),
    (_GW, "255"): Differing(1949, "260", _COW),
    (_COW, "260"): Differing(1990, "255", _GW),
    (_GW, "679"): Differing(0, "678", _COW),
    (_COW, "678"): Differing(1990, "679", _GW),
}
"""Where Gleditsch and Ward and the Correlates of War number the same state differently, and since when.

Serbia is 340 in the one since 2006 and 345 in the other; Germany since 1990 is 260 and 255; Yemen since 1990 is 678
and 679.
"""


def is_left_to_users(scheme: IdentifierScheme, code: str) -> bool:
    """Whether ISO 3166-1 leaves the code to its users.

    These are AA, QM to QZ, XA to XZ and ZZ, and AAA to AAZ, QMA to QZZ, XAA to XZZ and ZZA to ZZZ.
    """
    if scheme is IdentifierScheme.ISO_3166_1_ALPHA2:
        return re.fullmatch(r"AA|Q[M-Z]|X[A-Z]|ZZ", code) is not None
    if scheme is IdentifierScheme.ISO_3166_1_ALPHA3:
        return re.fullmatch(r"AA[A-Z]|Q[M-Z][A-Z]|X[A-Z]{2}|ZZ[A-Z]", code) is not None
    return False
