"""English words by which a true quote may be put to false use, as patterns."""

from __future__ import annotations

import re

from accords.vocabulary import Modality

__all__ = [
    "ASIDE",
    "CHARGES",
    "DENIALS",
    "FUTURE",
    "NEGATION",
    "NO_NAMES",
    "ORDERS",
    "OTHER_MODALITY",
    "PASSIVE",
    "RECEIVES",
    "SAYS_MODALITY",
    "SPOKEN",
]


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_NO = (
    r"not|no|never|none|neither|nor|nobody|nothing|cannot|\w+n[’']t|without|refrains?|refraining|"
    r"abstains?|prohibit\w*|forb\w+|bann?ed|ban|bans|bar(?:s|red)?|stop(?:s|ped)?|stopping|ceas\w+|"
    r"halt\w*|preclud\w+|prevent\w*|free of|exempt\w*|relieved"
)
_LIMITS = r"unless|except\w*|only|merely|solely|until|rather than|instead of|save|other than"
_DENIALS = (
    r"den(?:y|ies|ied|ying)|denials?|reject\w*|refus\w*|disput\w*|dismiss\w*|rul(?:ed|es?|ing) out|"
    r"fail\w*|false\w*|untrue|rumou?r\w*|alleg\w*|suppos\w*|unconfirmed|withdr[aeo]w\w*|revok\w*|"
    r"cancel\w*|suspend\w*|laps\w*|expired?|repeal\w*|supersed\w*|annul\w*|void|abandon\w*|retract\w*|"
    r"fabricat\w*|contrary|mistaken\w*|wrong\w*|myth|hoax|doubt\w*"
)
_MAYBE = (
    r"would|could|might|may|should|if|whether|were to|propos\w*|draft\w*|demand\w*|"
    r"call(?:s|ed|ing)? (?:for|on|upon)|urg\w*|ask(?:s|ed|ing)?|request\w*|want\w*|hop(?:e|es|ed|ing)|"
    r"expect\w*|consider\w*|threat\w*|offer\w*|suggest\w*|warn\w*|insist\w*|unlikely|likely|possibl[ey]|"
    r"perhaps|hypothe\w*|for example|for instance|earlier|previous(?:ly)?|former(?:ly)?|old|recall\w*|"
    r"used to|wish\w*|aim\w*|seek\w*|fear\w*|provided that|subject to|in case|in the event|once|when|"
    r"assum\w*|imagin\w*|question\w*|discuss\w*|negotiat\w*|initially|originally|unclear|reported(?:ly)?|"
    r"apparently|almost|nearly|about to"
)
ASIDE = _any("|".join((_NO, _LIMITS, _DENIALS, _MAYBE)))
"""What turns a sentence round, limits it, or leaves it open."""
NEGATION = _any(_NO)
DENIALS = _any(_DENIALS)
SPOKEN = _any(
    r"said|says?|saying|told|tells?|announc\w*|claim(?:s|ed|ing)?|accus\w*|report(?:s|ed|ing)|"
    r"stat(?:ed|es|ing)|according to|declar(?:ed|es|ing)|argu\w*|assert\w*|alleg\w*|wrote|writes|tweet\w*|"
    r"added|adds|explain\w*|confirm(?:s|ed|ing)?|den(?:y|ies|ied|ying)|insist\w*|in the words of|quoted?|"
    r"complain\w*|admit\w*|reveal\w*|note[sd]|testif\w*|maintain(?:s|ed)"
)
FUTURE = _any(
    r"will|shall|going to|plans?|planned|planning|intend\w*|due to|is to|are to|scheduled|promis\w*|"
    r"expected|about to|tomorrow|next (?:week|month|year)|pledg\w*"
)
CHARGES = _any(
    r"breach\w*|violat\w*|broke[n]?|breaks?|breaking|contraven\w*|infring\w*|illegal\w*|unlawful\w*|"
    r"attack\w*|provo\w+|defi(?:ed|es|ance)|guilty|flout\w*|betray\w*"
)
RECEIVES = _any(r"receiv\w*|be entitled|entitled|benefit\w*|be given|obtain\w*|from(?! \d)|by(?! \d)|against")
PASSIVE = re.compile(
    r"\b(?:shall|must|will|may|is to|are to|has to|have to|to)\s+(?:not\s+)?(?:be|been|have been)\s+(?:\w+ly\s+)?"
    r"(?:\w+(?:ed|en|wn|ne|ught|ld|nt|pt|id|de))\b|\bby the other\b",
    re.IGNORECASE,
)
ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|previous|prior|above|rule|prompt|order)\w*"
    r"|\b(?:system|developer)\s*(?:prompt|message|note|:)|\b(?:language|AI|machine)[\s-]?model|\bassistant\b|\bchatbot\b"
    r"|\b(?:AI|LLM|GPT|bot)\b"
    r"|\bthe (?:model|coder|reader|parser|extractor|annotator)s?\b|\bJSON\b|\bschema\b|\bprompt\b"
    r"|\b(?:add|record|enter|mark|list|code|output|write|extract|insert|report|return|set)\b.{0,30}"
    r"\b(?:duty|duties|obligation|row|record|draft|statement|party|field|list|fulfilled|signed|breached|as a fact)\b"
    r"|\byou (?:must|should|are|will|shall)\b|\bplease\b|\bnote to\b|</?\w+>|\{\s*\"|\bunsure\b|\bmust_not\b",
    re.IGNORECASE | re.DOTALL,
)
SAYS_MODALITY = {
    Modality.MUST: _any(
        r"shall|must|will|(?:is|are|was|were) to|undertak\w+|agree\w*|commit\w*|oblig\w*|required?|requires|"
        r"pledg\w*|promis\w*|(?:has|have) to|calls for|bound|ensure\w*|owes?|requests?|decide[sd]?"
    ),
    Modality.MUST_NOT: NEGATION,
    Modality.MAY: _any(
        r"may|can|entitled|(?:has|have) the right|right to|permitted|allowed|free to|authori[sz]ed|empowered|"
        r"option|could|reserves?"
    ),
    Modality.ENDEAVOUR: _any(r"endeavou?rs?|efforts?|seek\w*|tr(?:y|ies)|striv\w*|attempt\w*|aims?"),
    Modality.DECLARES: _any(
        r"recogni[sz]\w*|confirm\w*|understand\w*|declar\w*|acknowledg\w*|affirm\w*|reaffirm\w*|note[sd]?|"
        r"agree\w*|consider\w*|hold[s]?|welcom\w*"
    ),
}
"""The words of which a quote has one where it says a duty of that kind."""
OTHER_MODALITY = {
    Modality.MUST: _any(r"may|endeavou?rs?|efforts?|strives?|try|tries|recogni[sz]es?|acknowledges?"),
    Modality.MUST_NOT: _any(r"may(?! not)|endeavou?rs?|must(?! not| never| in no)|shall(?! not| never| in no)"),
    Modality.MAY: _any(r"shall|must|will|undertakes?|may not|required"),
    Modality.ENDEAVOUR: _any(r"may|must"),
    Modality.DECLARES: _any(r"shall|must|may"),
}
"""The words that are of another kind."""
NO_NAMES = frozenset(
    re.findall(
        r"\w+",
        "a an the and or but in on at it its if each both all no any this that these those after before within by "
        "for from under as when while where upon not either neither there they he she we i to such should unless "
        "until once with without of during however also nothing nobody one two three four five six seven eight "
        "nine ten every his her their our your my what which who whoever whose how so then than yet only even "
        "another other some many most more about article articles art section sections annex protocol party "
        "parties agreement agreements treaty convention state states contracting chapter paragraph part january "
        "february march april may june july august september october november december monday tuesday wednesday "
        "thursday friday saturday sunday utc gmt cet mr mrs ms dr sides side prisoners working according pursuant "
        "whereas having being done ignore system please shall must will would could is are was were has have had "
        "do does did be been let here now today yesterday tomorrow later earlier meanwhile since because although "
        "though nevertheless moreover finally first second third nor per via following subject ",
    )
)
"""Words that begin with a capital and name nobody."""
