"""A text's sentences, and the small words of them that say nothing of a date."""

from collections.abc import Iterator

from language.dates_days import Tokens
from language.tokens import Token
from language.tokens_lexicon import phrase_set, word_set

# Words in a whole short line beside its date, and behind any date, that say nothing more.
COURTESY = """
please pls plz thanks thank you thx if possible ok okay works work is fine great be good perfect for me us
ideally latest sometime some time anytime any would will do grand lovely super around roughly ware cheers
po ha mate so
much sharp sooner earlier or and but , . ! ? ( ) - – : * just that's that it's it this by on at the to in
need needed again let's say maybe perhaps probably svp bitte favor por gracias merci danke obrigado
obrigada ja yes sure go ahead turnaround can ready done finished ideal plenty enough nice
nicely should later no perfectly fab brilliant wonderful suits suit preferred preferable best absolutely
soon before then though when deadline target
el la lo los las le les l' der die das den dem am um an na no o os as a de del do da en em im au mir ja sim si
"""
COURTESIES = "if you can | no more than | on the dot | no later than | at the latest | thank you | local time"
FOLLOWING = """
i we you he she they as with because since from after before until my our your his her their a an one
unless otherwise he's i'm i'll we'll we're will not instead at which who what where here there all every
of than he're und oder aber weil y o pero et ou mais car e mas porque pois sin sans ohne sem can could
should must via also now only but even too it'll there's
"""

ENDS = frozenset(".!?;…")
_LEADING = word_set(
    "by before due until till on the at no later than within in is for : deadline bis ate until pour"
)
# What may follow a date, or stand around it in a whole short line, and says nothing more.
COURTEOUS = word_set(COURTESY) | phrase_set(COURTESIES) | {"\n"}
FOLLOWERS = COURTEOUS | word_set(FOLLOWING)


def sentences(toks: Tokens) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a text as (first, after); hard-wrapped lines are joined."""
    first, line = 0, 0
    for i, tok in enumerate(toks):
        if tok.cls == "end":
            break
        ends = tok.low in ENDS and (tok.key != "soft" or _capital(toks[i + 1]))
        if tok.cls == "nl":
            ends, line = _breaks(toks, i, tok.start - toks[line].start), i + 1
        if ends:
            yield first, i
            first = i + 1
    if first < len(toks):
        yield first, next((k for k in range(first, len(toks)) if toks[k].cls == "end"), len(toks))


def greets(toks: Tokens, first: int, after: int) -> bool:
    """Tell whether a sentence that is nothing but a date greets: "Bis morgen!", "À lundi", "Morning!"."""
    opening, then = toks[first], toks[min(first + 1, len(toks) - 1)]
    if after - first > _GREETING:
        return False
    if opening.low in _FAREWELLS and toks[after].low == "!":
        return True
    if opening.low == "a" and after - first == 2 and (then.cls == "weekday" or then.cls == "rel"):
        return True
    if opening.cls == "number" and then.cls == "unit" and toks[after].low == "!" and after - first == 2:
        return True  # "That was fast! Two days!"
    return after - first == 1 and opening.low in ("morning", "afternoon", "evening")


_GREETING = 3  # tokens
_FAREWELLS = word_set("bis ate hasta until till a")


def _capital(tok: Token) -> bool:
    return tok.cls in ("", "nl") and (tok.cls == "nl" or tok.raw[:1].isupper())


def _breaks(toks: Tokens, i: int, width: int) -> bool:
    """Tell whether the sentence ends with this line: lines wrapped by a program go on."""
    then, last = toks[i + 1], toks[max(i - 1, 0)]
    if then.cls == "nl" or then.low in ("-", "*", "•"):
        return True
    if last.low in _LEADING and last.low != ":":
        return False
    return width < 45 or (then.cls == "" and then.raw[:1].isupper())


def text_of(toks: Tokens, first: int, after: int) -> str:
    """Return the folded words of a piece of a sentence, one space between them."""
    return " ".join([tok.low for tok in toks[first:after] if tok.cls != "nl"])
