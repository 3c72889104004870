"""Several questions in one mail, and which of them an answer answers.

Parting is done only where it is plain: questions that end in a question mark,
answers that bear the question's number. What is not plain is one question, and
one answer to all.
"""

import re

from language.folding import fold
from language.words import is_question

_CAP = 8192  # characters looked at
_MOST = 12  # questions kept apart; more is a list, and one answer to all of it
_LONGEST = 400  # characters of one question
_SENTENCE = re.compile(
    r"(?:[^.!?\n]|(?:(?<=\bMr)|(?<=\bMs)|(?<=\bDr)|(?<=\bSt)|(?<=\bMrs))\.|\.(?=\w))+[.!?]*"
)  # the dot of "Mr. Ito" or "list.xlsx" ends none
_MARK = re.compile(r"^(?:[-*•]|\(?(?:[1-9]|1[0-2])[.):]|q(?:uestion)? ?\d{1,2}[.):])\s+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"^(?:re |zu |ad )?(?:q|a|#|no\.? ?|nr\.? ?)?\(?([1-9]|1[0-2])(?:[.):]|\s*[-–—=])\s*(\S.*)$",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\(?(?:[1-9]|1[0-2])[.):]")
_THINK = r"(?:think|check|ask|see|look|decide|find out)"
_LATER = re.compile(
    rf"(?:(?:please )?(?:let|give) me (?:{_THINK}|a (?:day|minute|moment|bit)|some time)"
    r"|(?:i'll|i will|we'll|we will|will|i (?:have|need|want) to|i must|i'd like to|i'm going to)"
    rf" (?:have to |need to )?(?:{_THINK}|let you know|get back|come back|sleep on|talk to|speak to"
    r"|consult|confirm|(?:tell you|answer) (?:tomorrow|later|soon|on))"
    r"|(?:i'm |i am )?(?:not sure|checking|asking|looking into|thinking about)|(?:i )?don't know yet"
    r"|no idea yet|back to you|(?:muss ich|ich muss) (?:noch )?(?:uberlegen|fragen|prufen)|melde mich"
    r"|ich (?:frage|schaue|prufe|uberlege|melde mich|gebe (?:dir|ihnen) bescheid)"
    r"|(?:te|le|os) (?:aviso|digo luego|confirmo)|dejame|voy a (?:preguntar|pensar|ver)"
    r"|lo (?:pienso|consulto)|je (?:te|vous) (?:dis|redis|reviens)|je reviens vers"
    r"|je (?:vais )?(?:demande|demander|verifie|verifier|reflechis|reflechir)|laissez?-moi"
    r"|vou (?:ver|perguntar|pensar)|deix[ae]-me)\b"
)
_BESIDE = re.compile(
    r"(?:(?:good|great|fair|excellent|interesting) (?:question|point)|hm+|ok(?:ay)?|right|well|yes|sure"
    r"|noted|sorry|thanks?|thank you|thx|danke|gracias|merci|obrigad[oa]|gute frage|buena pregunta"
    r"|bonne question|boa pergunta|hi|hello|hey)(?: \w{1,20}){0,3}$"
)


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a text, each as written and without its number or bullet."""
    found = []
    for line in text[:_CAP].splitlines():
        bare = _MARK.sub("", line.strip())
        asked = (each.strip() for each in _SENTENCE.findall(bare))
        found += [each[:_LONGEST] for each in asked if each.endswith("?") and _wants_answer(each)]
    return tuple(dict.fromkeys(found))[:_MOST]


def _wants_answer(sentence: str) -> bool:
    return len(sentence.split()) > 1 and is_question(fold(sentence).strip(" ?"))


def only_asks(text: str) -> bool:
    """Whether every sentence of the text is a question: then it answers nothing."""
    sentences = sentences_of(text)
    return bool(sentences) and all(each.endswith("?") for each in sentences)


def asks_back(text: str) -> bool:
    """Whether the text only asks, thanks and greetings apart: then it is a question
    in place of an answer."""
    sentences = [each for each in sentences_of(text) if not _BESIDE.match(fold(each).strip(" .!,?"))]
    return bool(sentences) and all(each.endswith("?") for each in sentences)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, each with its end mark; no line runs on in the next."""
    return tuple(each.strip() for each in _SENTENCE.findall(text[:_CAP]) if each.strip())


def numbered_answers(text: str) -> frozenset[int]:
    """The numbers that the lines of a text begin with, if its first line does:
    "1. the new one". A number with nothing behind it, as a letter's answer has
    them ready to fill in, answers nothing. An empty set if the text is no
    numbered answer."""
    lines = [line.strip() for line in text[:_CAP].splitlines()]
    lines = [line for line in lines if line and not _EMPTY.fullmatch(line)]
    marked = [_NUMBERED.match(line) for line in lines]
    if not marked or marked[0] is None:
        return frozenset()
    return frozenset(int(found[1]) for found in marked if found)


def by_number(text: str) -> tuple[tuple[int, str], ...]:
    """The numbered answers of such a text, each with its number; lines without
    one run on the answer above. Empty if the text is no numbered answer."""
    if not numbered_answers(text):
        return ()
    found: list[tuple[int, list[str]]] = []
    for line in (each.strip() for each in text[:_CAP].splitlines()):
        marked = _NUMBERED.match(line)
        if marked:
            found.append((int(marked[1]), [marked[2].strip()]))
        elif found and line and not _EMPTY.fullmatch(line):
            found[-1][1].append(line)
    return tuple((number, "\n".join(lines)) for number, lines in found)


def puts_off(text: str) -> bool:
    """Whether the text only promises an answer: "let me think about it"."""
    sentences = [each.strip(" .!?,") for each in _SENTENCE.findall(fold(text[:_CAP]))]
    sentences = [each for each in sentences if each]
    put_off = [bool(_LATER.match(_opened(each))) for each in sentences]
    return any(put_off) and all(
        off or _BESIDE.match(each) for off, each in zip(put_off, sentences, strict=True)
    )


def _opened(sentence: str) -> str:
    """The sentence without "ok," and its like before it."""
    head, comma, rest = sentence.partition(",")
    return rest.strip() if comma and _BESIDE.match(head.strip()) else sentence
