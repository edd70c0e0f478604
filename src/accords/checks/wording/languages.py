"""Languages as people call them, and the tags that BCP 47 has for them."""

from __future__ import annotations

import re

from accords.compiling import late
from accords.suggest import nearest

__all__ = ["LANGUAGES", "MEANT", "tag_of"]

_ISO_639_1 = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = frozenset(_ISO_639_1.split())
"""The two-letter codes of ISO 639-1, of which BCP 47 makes its language tags."""

MEANT = {
    "al": "sq", "at": "de", "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "gb": "en", "gr": "el", "in": "id",
    "iw": "he", "ji": "yi", "jp": "ja", "jw": "jv", "me": "cnr", "mo": "ro", "rs": "sr", "ua": "uk", "us": "en",
    "alb": "sq", "ara": "ar", "arm": "hy", "aze": "az", "bos": "bs", "bul": "bg", "ces": "cs", "chi": "zh",
    "cze": "cs", "deu": "de", "dut": "nl", "ell": "el", "eng": "en", "fas": "fa", "fra": "fr", "fre": "fr",
    "geo": "ka", "ger": "de", "gre": "el", "heb": "he", "hrv": "hr", "hun": "hu", "hye": "hy", "ita": "it",
    "kat": "ka", "mac": "mk", "mkd": "mk", "nld": "nl", "per": "fa", "pol": "pl", "por": "pt", "ron": "ro",
    "rum": "ro", "rus": "ru", "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tur": "tr",
    "ukr": "uk", "zho": "zh",
}  # fmt: skip
"""Codes of countries, and longer or older codes of languages, that are taken for tags → the tag."""

_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani|Azeri", "be": "Belarusian|Belorussian",
    "bg": "Bulgarian", "bn": "Bengali|Bangla", "bs": "Bosnian", "ca": "Catalan", "cnr": "Montenegrin", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German|Deutsch", "dv": "Dhivehi|Maldivian", "dz": "Dzongkha",
    "el": "Greek", "en": "English", "es": "Spanish|Castilian", "et": "Estonian", "eu": "Basque", "fa": "Persian|Farsi",
    "fi": "Finnish", "fr": "French|Français", "ga": "Irish", "gu": "Gujarati", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian|Bahasa Indonesia", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "km": "Khmer|Cambodian", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz|Kirghiz", "la": "Latin",
    "lb": "Luxembourgish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy", "mk": "Macedonian",
    "mn": "Mongolian", "ms": "Malay", "mt": "Maltese", "my": "Burmese", "ne": "Nepali", "nl": "Dutch|Flemish",
    "no": "Norwegian", "om": "Oromo", "pa": "Punjabi", "pl": "Polish", "prs": "Dari", "ps": "Pashto|Pushtu",
    "pt": "Portuguese", "ro": "Romanian|Moldovan|Moldavian", "ru": "Russian", "rw": "Kinyarwanda", "rn": "Kirundi",
    "sh": "Serbo-Croatian|Serbocroatian", "si": "Sinhala|Sinhalese", "sk": "Slovak", "sl": "Slovenian|Slovene",
    "sn": "Shona", "so": "Somali", "sq": "Albanian", "sr": "Serbian", "sr-Cyrl": "Serbian Cyrillic",
    "sr-Latn": "Serbian Latin", "sv": "Swedish", "sw": "Swahili|Kiswahili", "ta": "Tamil", "te": "Telugu",
    "tg": "Tajik", "th": "Thai", "ti": "Tigrinya", "tk": "Turkmen", "tl": "Tagalog|Filipino", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "yi": "Yiddish", "zh": "Chinese|Mandarin",
    "zu": "Zulu",
}  # fmt: skip
_BY_NAME = {name.casefold(): tag for tag, names in _NAMES.items() for name in names.split("|")}
_FORM = late(r"([A-Za-z]{2,3})((?:[-_ ]+[A-Za-z0-9]{2,8})*)")


def tag_of(said: str) -> str | None:
    """The tag of a language that is called by its name, or whose tag is written with other signs; None if unknown."""
    words = " ".join(re.sub(r"[()\[\],_]", " ", said).split()).casefold()
    name = words if words in _BY_NAME or words in LANGUAGES else nearest(words, _BY_NAME)
    if name is not None:
        return _BY_NAME.get(name, name)
    form = _FORM.fullmatch(said.strip())
    code = form[1].lower() if form is not None else ""
    known = MEANT.get(code, code if code in LANGUAGES else None)
    return None if form is None or known is None else "-".join((known, *re.split(r"[-_ ]+", form[2])[1:]))
