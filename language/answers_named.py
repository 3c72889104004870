"""Which of several open questions an answer names: "yes to the first", "no to 2".

Read only where it is plain: every answer names its question by number or
order, from the first words on. Anything else answers all of them, as one
answer to a list does. A bare "the first one" or "option B" chooses where a
question offered something to choose from, and names a question where none did.
"""

import re
from collections.abc import Sequence

from language.folding import fold
from language.questions import numbered_answers, puts_off

_CAP = 2000  # characters looked at
_ORDERS = (
    "first 1st erste ersten ersteren primera primero premiere premier primeira primeiro former",
    "second 2nd zweite zweiten zweiteren segunda segundo deuxieme seconde",
    "third 3rd dritte dritten tercera tercero troisieme terceira terceiro",
    "fourth 4th vierte vierten cuarta cuarto quatrieme quarta quarto",
    "fifth 5th funfte funften quinta quinto cinquieme",
    "sixth 6th sechste sechsten sexta sexto sixieme",
)
_ORDER = {word: at for at, words in enumerate(_ORDERS, 1) for word in words.split()}
_LAST = frozenset(["last", "latter", "letzte", "letzten", "ultima", "ultimo", "derniere", "dernier"])
_WORD = "|".join((*_ORDER, *_LAST))
_SAY = r"(?:yes|yep|yeah|no|nope|ok|okay|sure|fine|agreed|correct|right|ja|nein|si|oui|non|sim|nao|approved)"
_THE = r"(?:the |my |your |der |die |das |dem |den |zur |zum |el |la |le |l'|o |a |ao |al |au )?"
_NOUN = r"(?: (?:one|question|point|item|frage|punkt|pregunta|pergunta))?"
_SIGN = r"(?:(?:question|number|no\.?|nr\.?|point|item|frage|pregunta|pergunta|q|#) ?)"
_REF = rf"(?:{_THE}(?P<word>{_WORD}){_NOUN}|{_SIGN}?(?P<number>\d{{1,2}}))"
_TO = r"(?:to|for|on|zu|zur|zum|a|au|para|pour|as for|as to|about|re|regarding|concerning|with)"
_SAID_TO = re.compile(rf"(?:{_SAY},? )?(?:but )?{_TO} {_REF}(?=$|[ :,.-])(?P<rest>.*)")
_SAID_BEHIND = re.compile(rf"{_REF}(?P<rest>(?: ?[:=)]|\.| -)? ?{_SAY}\b.*| ?[:=] ?\S.*| - \S.*)")
_PUT_OFF = re.compile(rf"{_REF}(?P<rest> .+)")
_BARE = re.compile(
    rf"(?:please )?(?:{_THE}(?P<word>{_WORD}){_NOUN}|{_SIGN}?(?P<number>\d{{1,2}}))(?: please)?"
)
_CHOSEN = re.compile(r"(?:option |choice |variant |version )?[a-f]|(?:option|choice|variant|version) \d{1,2}")
_FIRST_FEW = re.compile(rf"(?:{_SAY} )?(?:to )?the first (two|three|four|2|3|4)(?: questions| ones)?")
_ALL_BUT = re.compile(
    rf"(?:{_SAY} to )?(?:all|everything|both)(?: of them)? (?:except|but|apart from) (?:for )?{_REF}"
)
_CHOICE = re.compile(
    r"\b(?:or|oder|o|ou|which|welche\w?|cual(?:es)?|quel(?:le)?s?|qual|quais|how (?:many|much|often|long)"
    r"|what number)\b"
)
_PIECE = re.compile(
    r"[.!;,\n]+(?=\s|$)|\s(?:and|und|y|et|e|but|aber|pero|mais|mas)\s"
    rf"|(?<=[a-z])(?<!question)(?<!number)(?<!point)(?<!item) (?=\d{{1,2}}[):.]? ?{_SAY}\b)"
)
_BESIDE = re.compile(
    r"(?:(?:good|great|fair) (?:question|point)s?|thanks?|thank you|hi|hello|hey|ok(?:ay)?|please|sorry"
    r"|well|right)"
    r"(?: \w{1,20}){0,2}"
)
_OPEN_STILL = re.compile(
    r"\b(?:not (?:yet|sure|decided)|undecided|later|have to (?:check|ask|think)|need(?:s)? to|tomorrow)\b"
)
_COUNTS = {"two": 2, "three": 3, "four": 4}


def named_answers(text: str, questions: Sequence[str]) -> frozenset[int]:
    """The numbers, from 1, of the questions that an answer names; an empty set
    where it names none and so answers all. Never raises; linear in the text."""
    said = fold(text[:_CAP]).strip(" .!\n")
    count = len(questions)
    found = _few(said, count) or _named(said, count) or _chosen(said, questions)
    found = found or set(numbered_answers(text))
    return frozenset(found) if found and max(found) <= count else frozenset()


def _few(said: str, count: int) -> set[int]:
    """ "the first two", "all except the second"."""
    if few := _FIRST_FEW.fullmatch(said):
        return set(range(1, (_COUNTS.get(few[1]) or int(few[1])) + 1))
    if but := _ALL_BUT.fullmatch(said):
        return set(range(1, count + 1)) - {_number(but, count)}
    return set()


def _named(said: str, count: int) -> set[int]:
    """Piece by piece; the first one that says something must name its question."""
    found: set[int] = set()
    begun = False
    for piece in (each.strip(" .!,:") for each in _PIECE.split(said)):
        if not piece or _BESIDE.fullmatch(piece) or (begun and _BARE.fullmatch(piece)):
            bare = _BARE.fullmatch(piece) if begun else None
            found |= {_number(bare, count)} if bare else set()
            continue
        hit = _SAID_TO.fullmatch(piece) or _SAID_BEHIND.fullmatch(piece)
        if hit is None and (_PUT_OFF.fullmatch(piece) is None or not _waits(piece)):
            if not begun:
                return set()
            continue
        begun = True
        if hit and not _waits(hit["rest"]):
            found.add(_number(hit, count))
    return found


def _chosen(said: str, questions: Sequence[str]) -> set[int]:
    """A bare order, number or letter: what was chosen, or which question is meant."""
    bare = _BARE.fullmatch(said)
    if bare is None and not _CHOSEN.fullmatch(said):
        return set()
    choices = [at for at, question in enumerate(questions, 1) if _CHOICE.search(fold(question))]
    if len(choices) == 1:
        return set(choices)
    return {_number(bare, len(questions))} if bare and not choices else set()


def _waits(text: str) -> bool:
    return bool(_OPEN_STILL.search(text)) or puts_off(text)


def _number(hit: re.Match[str], count: int) -> int:
    if hit["number"]:
        return int(hit["number"])
    return count if hit["word"] in _LAST else _ORDER[hit["word"]]
