"""English words by which a true quote may be put to false use, as patterns."""

from __future__ import annotations

import re

__all__ = [
    "AGREEING",
    "ASIDE",
    "BY_THEN",
    "CHANGED_BEHIND",
    "CHARGES",
    "CHARGES_THIS",
    "CONCLUDES",
    "CONDITIONS",
    "DEDUCTED",
    "DENIALS",
    "FALLS",
    "FUTURE",
    "HEADS_ON",
    "ITEM",
    "LASTS",
    "LENGTHS",
    "LEVELS",
    "NEGATION",
    "NOTS",
    "OF_EACH",
    "OPENERS",
    "ORDERS",
    "OTHER_DEAL",
    "OTHER_OBJECT",
    "PARTS",
    "POINTS_BACK",
    "POINTS_BESIDE",
    "POINTS_ON",
    "REFERS_BACK",
    "REFERS_ON",
    "SHARED",
    "SHARES",
    "SPOKEN",
    "SUSPENDS",
    "TAKES_AWAY",
    "TERMS",
    "TURNED",
    "UNTIL",
    "UNTIL_DAY",
    "VOID",
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
    r"fail(?!ed (?:rounds?|talks|attempts?|efforts?|negotiations|meetings?)\b)\w*"
    r"|false\w*|untrue|rumou?r\w*|alleg\w*|suppos\w*|unconfirmed|withdr[aeo]w\w*|revok\w*|"
    r"cancel\w*|suspend\w*|laps\w*|expired?|repeal\w*|supersed\w*|annul\w*|void|abandon\w*|retract\w*|"
    r"fabricat\w*|contrary|mistaken\w*|wrong\w*|myth|hoax|doubt\w*|invented|jokes?|jest"
    r"|fiction\w*|made (?:it|this|that) up"
)
_MAYBE = (
    r"would|could|might|may|should|if|whether|were to|propos\w*|draft\w*|demand\w*|"
    r"call(?:s|ed|ing)? (?:for|on|upon)|urg\w*|ask(?:s|ed|ing)?|request\w*|want\w*|hop(?:e|es|ed|ing)|"
    r"expect\w*|consider\w*|threat\w*|offer\w*|suggest\w*|warn\w*|insist\w*|unlikely|likely|possibl[ey]|"
    r"perhaps|hypothe\w*|for example|for instance|earlier|previous(?:ly)?|former(?:ly)?|old|recall\w*|"
    r"used to|wish\w*|aim\w*|seek\w*|fear\w*|provided that|subject to|in case|in the event|when|"
    r"once(?! (?:an?|every|each|per)\b)|"
    r"assum\w*|imagin\w*|question\w*|discuss\w*|negotiat(?!or)\w*|initially|originally|unclear|reported(?:ly)?|"
    r"apparently|almost|nearly|about to"
)
ASIDE = _any("|".join((_NO, _LIMITS, _DENIALS, _MAYBE)))
"""What turns a sentence round, limits it, or leaves it open."""
NEGATION = _any(_NO)
DENIALS = _any(_DENIALS)
SPOKEN = _any(
    r"said|says?|saying|told|tells?|announc\w*|claim(?:s|ed|ing)?|accus\w*|report(?:s|ed|ing)|"
    r"stat(?:ed|ing)|(?-i:states)|according to|declar(?:ed|es|ing)|argu\w*|assert\w*|alleg\w*|wrote|writes|tweet\w*|"
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
CHARGES_THIS = re.compile(
    rf"{CHARGES.pattern}\s+(?:of\s+)?(?:the|this|their|its|his|her)\s+(?:terms of the\s+)?(?:deal|agreement|accord"
    r"|treaty|pact|protocol|convention|promise|pledge|undertaking|obligations?|commitments?|word|duty|truce|ceasefire)\b"
    r"(?!\s+(?:with|between|of|on|about|from|for|over|it|made|signed|concluded|that|which)\b)"
    r"|\b(?:that|this|which|it)\s+(?:had\s+|has\s+)?(?:breach|violat|broke)\w*\s+(?:it|the (?:deal|treaty))\b",
    re.IGNORECASE,
)
"""A charge that says of which agreement, and means the one at hand."""
CONDITIONS = _any(
    r"if|unless|except\w*|only|until|provided(?: that)?|subject to|on condition|in (?:the )?(?:case|event)|in cases"
    r"|when|whenever|whether|as long as|so long as|to the extent|in so far|insofar|without prejudice|other than"
    r"|once(?! (?:an?|every|each|per)\b)"
    r"|save|instead of|rather than|but (?:not|for)|as appropriate|where (?:necessary|possible|appropriate)"
    r"|where \w+ (?:is|are)|with the (?:\w+ ){0,3}consent|at the request|upon request|would|could|might|merely|solely"
    r"|as (?:he|she|it|they) (?:can|sees?)"
)
"""What makes a duty depend on something, or limits it."""
SUSPENDS = _any(r"if|unless|whe(?:n|ther)|where|in case|in the event|provided that|only")
"""Behind which a number belongs to a condition."""
OPENERS = re.compile(
    rf"{CONDITIONS.pattern}|without (?:the )?(?:\w+ ){{0,3}}(?:consent|permission|approval)"
    rf"|(?:up)?on|after|before|following|where|as soon as|during|in (?:\w+ )?circumstances"
    r"|while|pending|for (?:so|as) long as|by (?:mutual )?(?:consent|agreement)|at the time",
    re.IGNORECASE,
)
"""With what the words of a condition begin."""
UNTIL = re.compile(r"(?:until|till|before)\s+(?=\S)", re.IGNORECASE)
UNTIL_DAY = re.compile(r"\b(?:until|till|through|to)\s+(?:and including\s+)?(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE)
"""What before a date makes it the last day."""
LASTS = re.compile(
    r"(?:until|till|before|while|(?:for )?(?:as|so) long as|throughout|for the (?:duration|time) of)\b", re.IGNORECASE
)
"""With what words begin that say how long something lasts, and not what has to happen first."""
BY_THEN = re.compile(
    r"(?:by|before|prior to|ahead of|within|without|not? later|at the (?:latest|earliest)|once|when\w*|(?:up)?on|after"
    r"|as (?:soon|early|quickly) as|following|in (?:the|a|an|due|good|time|early|late|mid)|at|\w+ly|soon|forthwith"
    r"|urgent\w*|with (?:all )?(?:due )?(?:speed|haste)|the same|next|first|until the end of)\b",
    re.IGNORECASE,
)
"""With what words begin that say by when."""
TERMS = re.compile(
    r"\b(?:takes?|taking|took|comes?|coming|came|enter(?:s|ed|ing)?|entry|brought|put|be) (?:(?:in)?to )?"
    r"(?:effect|force|operation)\b[^.;,]{0,60}\b|\b(?:shall be|is|becomes?) effective\b[^.;,]{0,60}\b"
    r"|(?:\b[\w-]{1,20} )?\b(?:day|week|month|year)s?[’']? (?:prior )?(?:written )?notice\b[^.;,]{0,60}\b"
    r"|\b(?:terminat\w+|denounc\w+|expir\w+|end) (?:of )?"
    r"(?:it\b|(?:the|this) (?:deal|agreement|treaty|convention|pact)\b)",
    re.IGNORECASE,
)
"""What says when an agreement begins or ends."""
LENGTHS = re.compile(
    r"\b(?:runs?|lasts?|remains? in force|valid|in force|concluded) for (?:a (?:term|period) of )?[^.;,]{0,20}"
    r"\b(?:day|week|month|year)s?\b",
    re.IGNORECASE,
)
"""What says how long an agreement lasts."""
LEVELS = _any(
    r"keep|keeps|kept|stays?|remains?|maintain\w*|station(?:s|ed)?|away|apart|wide|distance|strength|share|stock|level"
    r"|at (?:any|all) times?|at any one time|exceed\w*|per ?cent|percentage"
)
"""What says that an amount is one that is kept, and not one that adds up."""
SHARES = re.compile(
    r"%|\bper ?cent\b"
    r"|\b(?:miles?|kilomet\w+|km|met(?:re|er)s?|leagues?|yards?)\s+(?:away|apart|wide|from|off|behind)\b",
    re.IGNORECASE,
)
"""A share, or a distance from something."""
TURNED = re.compile(r"(?<!\w)(?:even|not|nor|or|but|except|unless|only|neither|than)\W+$", re.IGNORECASE)
"""What before words makes them say something else."""
CONCLUDES = {
    "announced": _any(r"announc\w*|declar\w*|proclaim\w*|made (?:it )?public|statement|published"),
    "agreed_unsigned": _any(r"agree[sd]?|agreed|(?:struck|reached) an? (?:deal|agreement|accord)|shook hands"),
}
"""The words of which a quote has one where it says how an agreement came about, by what the draft calls it."""
NOTS = _any(r"not|no|never|none|neither|nor|nobody|nothing|cannot|\w+n[’']t|without")
PARTS = _any(
    r"beg[aiu]n\w*|start\w*|part(?:s|ly|ially)?|in part|some|several|few|half|most|mostly|quarter|single|more|further"
    r"|almost|nearly|promis\w*|prepar\w*|tr(?:y|ies|ied|ying)|offer\w*|continu\w*|ready|about to|able to|willing"
)
"""What says that no more than a part of something was done."""
ORDERS = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|previous|prior|above|rule|prompt|order)\w*"
    r"|\b(?:system|developer)\s*(?:prompt|message|note|:)|\b(?:language|AI|machine)[\s-]?model|\bassistant\b|\bchatbot\b"
    r"|\b(?:AI|LLM|GPT|bot)\b"
    r"|\bthe (?:model|coder|reader|parser|extractor|annotator)s?\b|\bJSON\b|\bschema\b|\bprompt\b"
    r"|\b(?:add|record|enter(?! into)|mark|list|code|output|write|extract|insert|report|return|set)\b.{0,30}"
    r"\b(?:duty|duties|obligation|row|record|draft|statement|party|field|list|fulfilled|signed|breached|as a fact)\b"
    r"|\b(?:copy|paste|repeat|use)\b.{0,30}\b(?:above|below|sentence|line|answer|reply|output)\b"
    r"|\byour (?:answer|reply|output|response)\b"
    r"|\byou (?:must|should|are|will|shall)\b|\bplease\b|\bnote to\b|</?\w+>|\{\s*\"|\bunsure\b|\bmust_not\b",
    re.IGNORECASE | re.DOTALL,
)
REFERS_BACK = re.compile(
    r"^\W*(?:th(?:at|is|ese|ose)|which|so|none|nothing|neither|all (?:this|that)|not"
    r"|it (?:was|is) (?:an?|only|just|merely|all)"
    r"|the (?:line|clause|sentence|words|passage|provision|offer|pledge|promise|wording|above))\b",
    re.IGNORECASE,
)
"""With what a sentence begins that speaks of the one before it."""
REFERS_ON = re.compile(
    r"\b(?:what follows|(?:the )?(?:following|next) (?:line|sentence|words?|clause|text|passage|lines|sentences)"
    r"|(?:line|sentence|words?|clause|text|passage)s? below)\b",
    re.IGNORECASE,
)
"""What in a sentence speaks of the one after it."""
ITEM = re.compile(r"\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[-–—•*])\s", re.IGNORECASE)
"""With what an item of a list begins."""
HEADS_ON = re.compile(
    r":\W*$|\b(?:this|these|the following|what follows|as follows|below)(?: \w+)?\W*$"
    r"|\b(?:what follows|the following|listed below)\b",
    re.IGNORECASE,
)
"""What says of words that they are about those after them."""
_PIECES = r"(?:words?|sentences?|points?|lines?|clauses?|paragraphs?|passages?|lists?|items?|provisions?|terms?)"
POINTS_BACK = re.compile(
    rf"\W*(?:(?:(?:all|none|neither|nothing|both|most|much|half|some|each|every one) )?(?:of )?"
    rf"(?:this|that|these|those)(?: (?:\w+ )?{_PIECES})?(?: (?:ever|all|also|later|then|now))?"
    rf"|the (?:\w+ ){{0,2}}(?:{_PIECES}|above|foregoing))"
    r" (?:was|were|is|are|had|has|have|never|did|does|do|will|would|shall|may)\b",
    re.IGNORECASE,
)
"""With what a paragraph begins that is about those before it."""
VOID = _any(r"null|void\w*|invalid\w*|thr(?:own|ew) out|turn(?:ed|s) down|vot(?:ed|es) down|los(?:t|ing)")
"""What says of words that they are not in force, or were not accepted."""
CHANGED_BEHIND = re.compile(
    r"\b(?:except(?:ed|s)|exceptions?|exempt\w*|excluded|spared|waived|needs? not|do(?:es)? not apply|not bound)\b"
    r"|\b(?:after(?:wards?)?|later|in the end)\b[^.;]*\b(?:made|chang\w+|cut|raised|lowered|halved|doubled|amend\w*)\b",
    re.IGNORECASE,
)
"""What in the sentence behind a duty takes somebody or something from it, or makes another one of it."""
TAKES_AWAY = re.compile(
    rf"{NOTS.pattern}|{VOID.pattern}|(?<!\w)(?:struck|strikes?|dropp?(?:ed|ing)|drops?|left (?:out|open|aside)|omit\w*"
    r"|leaves? out|delet\w*|remov(?:ed|es|ing)|cross(?:ed|es) out|cut (?:out|from)|t(?:aken|ook) (?:out|back)|scrap\w*"
    r"|(?:gave|given) up|abandon(?:ed|s)|reject(?:ed|s)|refus(?:ed|es)|den(?:ied|ies)|disput(?:ed|es)|untrue|false"
    r"|would|could|might|if|unless|propos\w+|demand(?:s|ed)?|ask(?:s|ed)|want(?:s|ed)|offer(?:s|ed)?|suggest\w*|wish\w*|hop(?:e|es|ed)"
    r"|opening|earlier|previous(?:ly)?|former(?:ly)?|old|initial(?:ly)?|draft\w*|rumou?r\w*|alleg\w+|for example"
    r"|for instance|imagin\w+|repealed|lapsed|expired|annulled|superseded|replaced|withdr(?:awn|ew)|revoked"
    r"|cancell?ed|suspended|failed|discuss(?:ed|es)|debated|considered|unsettled|position|invented|jokes?"
    r"|(?:in|under|by|from|of) (?!this\b|the present\b)(?:\w+ ){0,3}(?:treaty|agreement|deal|accord|pact|convention"
    r"|protocol|truce|constitution|law|decree|resolution)s? (?:of|with|between|from|concluded|made|signed)"
    r"|(?:treaty|agreement|deal|accord|pact|convention) of \d{4})(?!\w)",
    re.IGNORECASE,
)
"""What says of words before or after that they are not, or not now, agreed by these."""
FALLS = re.compile(
    rf"{TAKES_AWAY.pattern}|\b(?:cross(?:ed|es|ing)|veto\w*|vot(?:ed|es) down|quarrel\w*|eras\w+|blott\w+"
    r"|tore|torn|shelv\w+|parked|postpon\w+|put off|overrul\w+|ripped|burn(?:ed|t)|balked"
    r"|fell|stalled|collapsed|broke (?:off|down)|walked (?:out|away)|mock\w*|withheld"
    r"|lacks?|lacked|differ\w*|disagree\w*|divided|argu\w+|fail\w*|declin\w+"
    r"|requests?|pleas?|ideas?|dreams?|unresolved|unsettled|open (?:points?|questions?|issues?)|pending|outstanding"
    r"|alternatives?|options?|ambitions?|aspirations?|goals|visions?|hopes|discussions?|speculation|fears?|doubts?|worr(?:y|ies)"
    r"|complaints?|threats?|regrets?|grievances?|left for|another (?:day|time|year)|for later|without (?:it|them))\b",
    re.IGNORECASE,
)
"""What in a heading, or in a sentence about those beside it, says that they are wished for or came to nothing."""
POINTS_BESIDE = re.compile(
    rf"\b(?:(?:the|this|that|these|those|last|next|following|first|second|same|above)\s+(?:\w+\s+)?{_PIECES}\b"
    r"|^\W*(?:on|over|at|about|of|with|by|upon|after) (?:this|that|these|those|it|which)\b"
    r"|it(?=\s+(?:out|back|aside|off|down)\b|\W*$)|(?:this|that|these|those|them)(?=\s+(?:out|back|aside|off|down|up|at|on|from|was|were|is|never|over)\b|\W*$))",
    re.IGNORECASE,
)
"""What in a sentence is about those beside it."""
POINTS_ON = re.compile(r"\b(?:next|following|below|coming|to come|comes (?:now|next)|ahead)\b", re.IGNORECASE)
"""What in such a sentence is about those after it."""
OTHER_DEAL = re.compile(
    r"\b(?:in|under|by|from|of|at|with)\s+(?!this\b|the present\b)(?:\w+\s+){0,3}(?:treaty|agreement|deal"
    r"|accord|pact|convention|protocol|truce)s?\s+(?:of|from|signed|concluded|made)\s+(?:the\s+)?"
    r"(?:last|past|\d{4}|\w+\s+century|old|former|previous|earlier)"
    r"|\b(?:in|under|by|from|of)\s+(?:its|their|another|an?|the)\s+(?:\w+\s+)?"
    r"(?:treaty|agreement|deal|accord|pact|convention|protocol|truce)s?\s+(?:with|between)\b"
    r"|\b(?:the|an?|its|their)\s+(?:old|former|previous|earlier|last|past|expired|lapsed|other)\s+(?:\w+\s+)?"
    r"(?:treaty|agreement|deal|accord|pact|convention|protocol|truce)s?\b",
    re.IGNORECASE,
)
"""Another deal than the one at hand."""
AGREEING = _any(r"agree\w*|undert\w+|pledg\w*|commit\w*|conclud\w*|sign(?:s|ed)|promis\w*|provides?|follows|adopt\w*")
"""What says of words after that they are agreed, whoever tells of it."""
_PARTED = r"(?:half|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth)s?"
SHARED = _any(
    rf"(?:\w+[ -])?{_PARTED} of|half|halves|(?:most|some|part|parts|much|many|few|several|none|a share|the rest"
    r"|the remainder|the remains|the bulk|a majority|the majority|a portion|percent|per cent) of"
    r"|one of (?=the|its|their)"
)
"""What says that it is a share of something."""
OF_EACH = re.compile(
    r"\b(?:each|every|per)\s+(?P<unit>(?:other\s+|\w+\s+)?(?:hours?|days?|weeks?|months?|years?|quarters?)\b)"
    r"|(?<!\bon )\b(?:each(?! other\b|(?: of the)? (?:part(?:y|ies)|sides?)\b)|every(?! effort\b)"
    r"|per(?!\s?cent\b|centage\b))\b(?:\s+\w[\w’'-]*){0,4}|\bapiece\b"
    r"|(?<!within )(?<!in )(?<!for )(?<!of )(?<!than )(?<!after )(?<!before )(?<!by )(?<!on )(?<!to )(?<!with )"
    r"\ban?\s+(?P<rate>hour|day|week|month|year)\b(?!\s+(?:of|after|before|from|later|earlier|in|on)\b)",
    re.IGNORECASE,
)
"""What says that something is done so often, or to or for so many."""
DEDUCTED = re.compile(
    r"\b(?:less(?! than\b)|minus|plus|net of|deducting|after (?:the )?deduction of)"
    r"\s+(?:the|its|their|any|all|what|an?|\d+)\b(?:\s+\w[\w’'-]*){0,3}",
    re.IGNORECASE,
)
"""What takes something from an amount, or adds to it."""
OTHER_OBJECT = re.compile(
    r"(?<![\w’'-])(?P<of>(?:[\w’'-]+\s+){0,2}?(?P<what>[\w’'-]+)\s+(?:of|at|to|for|in|from|on|with|about|over|near|behind))"
    r"\s+(?:(?:the|an?|its|their|his|her|all|any|both|these|those|each|every|\d[\d,.]*)\s+)*$",
    re.IGNORECASE,
)
"""What stands before a word that it makes part of something else: “copies of”, “the guards at”."""
