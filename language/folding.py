"""One way to write a letter: text as the readers of this room compare it.

People drop accents, phones make apostrophes curly, subjects shout. Readers
match against folded text and cut the original at the same positions.
"""

import unicodedata

_APOSTROPHES = dict.fromkeys("\u2018\u2019\u02bc\u00b4\u0060\u201b\uff07", "'")
_SPACES = dict.fromkeys("\u00a0\u2007\u202f\u2009\u200a\u3000\t", " ")
_SEEN: dict[str, str] = {}
_SEEN_LIMIT = 4096  # characters; a mail of many scripts must not fill the memory
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad"), None)

_DRAWN = str.maketrans("\u2010\u2044\u2215\u00b7", "-//.")  # what is drawn like a sign of figures


def fold(text: str) -> str:
    """Lower case, without accents, straight apostrophes, plain spaces.

    The answer has exactly as many characters as `text`, so that a position in
    the one is the same place in the other. Never raises."""
    if text.isascii():
        return text.lower().replace("`", "'").replace("\t", " ")
    return "".join([_SEEN.get(char) or _fold_one(char) for char in text])


def _fold_one(char: str) -> str:
    """One character for one character; what would become two stays as it is."""
    plain = _APOSTROPHES.get(char) or _SPACES.get(char)
    if plain is None:
        base = unicodedata.normalize("NFD", char.lower())[:1] or char
        plain = base if len(base.lower()) == 1 else char
    if len(_SEEN) < _SEEN_LIMIT:
        _SEEN[char] = plain
    return plain


def as_seen(text: str) -> str:
    """The text as an eye reads it: letters of maths and of full width as plain ones, raised letters
    on the line, without what cannot be seen. Not as long as before."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(INVISIBLE)).translate(_DRAWN)


def is_emoji(char: str) -> bool:
    """Whether this is a picture character, or what joins and colours them."""
    return unicodedata.category(char) in ("So", "Sk", "Cs", "Co", "Mn", "Cf") and char not in "^`"
