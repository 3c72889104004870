"""The command words in a reply.

Explicit lines first, then phrases; what contradicts itself is settled here. The
reader says how it knew a word, and the core decides what that is worth: where
a word is costly, a phrase only asks.
"""

import re
from collections.abc import Collection
from dataclasses import replace

from language.away_said import take_away
from language.caveat import has_caveat
from language.folding import fold
from language.meaning import Command, How
from language.phrases import Table, read_phrases
from language.phrases_contractor import CONTRACTOR
from language.phrases_owner import OWNER
from language.short import is_praise, read_short
from language.short_words import Kind
from language.words_lines import Lines, read_line, read_lines
from language.words_text import Sentence, own_lines, sentences

_PHRASES: dict[str, Table] = {"contractor": CONTRACTOR, "owner": OWNER}

# (stronger, weaker): where both were read, the weaker was not meant.
_OVERRULES = (
    ("redo", "approve"),
    ("cancel", "approve"),
    ("decline", "accept"),
    ("reopen", "done"),
    ("done", "accept"),
    ("unblocked", "blocked"),
    ("hold", "cancel"),
    ("decline", "blocked"),
    ("status", "approve"),
)

# Words that mean the same in a sentence of their own as on a line of their own,
# only less surely: "Accept. I can have it by Friday. Invoice: $60".
_SPOKEN = frozenset(
    (
        "accept",
        "decline",
        "done",
        "blocked",
        "unblocked",
        "eta",
        "progress",
        "hours",
        "invoice",
        "approve",
        "redo",
        "due",
        "paid",
    )
)

_LONGEST_SPOKEN = 60  # characters of such a sentence
_LONGEST_PARTED = 200  # characters of a sentence that is a row of them: "done, invoice: $60, hours: 2"
_PART = re.compile(r"(?:(?<=^)|(?<=, )|(?<=; )|(?<= and ))[^\W\d]\w{2,10}: ?\d?[^,;:]{1,30}(?=[,;]|$)")

# What a text of nothing but a picture or praise means, by who wrote it.
_SHORT: dict[tuple[str, Kind], str] = {
    ("contractor", Kind.THUMB): "accept",
    ("contractor", Kind.DONE_TICK): "done",
    ("contractor", Kind.WILL_DO): "accept",
    ("owner", Kind.THUMB): "approve",
    ("owner", Kind.DONE_TICK): "approve",
}

_QUESTION_WORD = re.compile(
    r"(?:which|what|where|when|who|whom|whose|why|how|welche\w?|was|wo|wann|wer|warum|wie|que|cual"
    r"|donde|cuando|quien|como|quel\w*"
    r"|ou|quand|qui|pourquoi|comment|qual|onde|quando|quem)\b"
)
_PLEASANTRY = re.compile(
    r"(?:(?:how (?:are|is|was|were|have|did)|are) (?:you (?:ok|okay|well|good|fine)|you$|you doing"
    r"|you today|your|things|everything|life|it going|the "
    r"(?:weekend|holiday|trip|family))\b"
    r"|(?:i )?hope (?:you|all|everything|this|that)\b|everything (?:ok|fine|good|well) (?:with|at"
    r"|on) you|all (?:well|good)\b|(?:did|have) you (?:have|had) a"
    r"|(?:ok|okay|done|finished|it's done|it's finished|right|yes|no|really|deal|sorry|pardon"
    r"|you know)$|wie geht|como estas?|comment "
    r"(?:allez|vas)|tudo bem|kumusta)"
)


def read_words(text: str, role: str, people: Collection[str] = ()) -> tuple[Command, ...]:
    """The commands in the new text of a reply, in the order they stand there.

    `role` is what the writer is on this task, "owner" or "contractor"; `people`
    are the names and keys of those a task may be handed to. Quotes and
    signatures that are still in the text are passed over. An unknown role has
    no words. Never raises; linear in the text."""
    if role not in _PHRASES:
        return ()
    lines, absences = take_away(own_lines(text), whole=role != "owner")
    explicit = read_lines(lines, role, people)
    said = [(at, Command("away", arg, line=line)) for at, line, arg in absences]
    found = [*explicit.commands, *said, *_tolerant(lines, explicit, role, people)]
    return _settled(found)


def _tolerant(
    lines: list[str], explicit: Lines, role: str, people: Collection[str]
) -> list[tuple[int, Command]]:
    """Words that were not written as commands: pictures, phrases, questions."""
    if not explicit.commands and (name := _short_word("\n".join(lines), role)):
        return [(0, Command(name, how=How.PHRASE, line="\n".join(lines).strip()[:80]))]
    spoken = sentences(lines, explicit.used)
    found = read_phrases(spoken, _PHRASES[role], people) + _spoken(spoken, role, people)
    if role == "contractor":
        found += _questions(spoken, {command.line for _, command in found})
    if has_caveat("\n".join(lines)):  # "Great work! One small thing: ..." is asked about
        found = [(line, command) for line, command in found if command.word != "approve"]
    return found


def _spoken(spoken: list[Sentence], role: str, people: Collection[str]) -> list[tuple[int, Command]]:
    """Sentences that are a word of the table: no more than a phrase is sure."""
    said = [each for each in spoken if not each.asks]
    whole = [(each, each.text) for each in said if len(each.text) <= _LONGEST_SPOKEN]
    parts = [(each, part) for each in said for part in _PART.findall(each.text[:_LONGEST_PARTED])]
    read = [(sentence, read_line(text, role, people)) for sentence, text in whole + parts]
    return [
        (sentence.line, replace(command, how=How.PHRASE, line=sentence.text))
        for sentence, command in read
        if command and command.word in _SPOKEN
    ]


def _short_word(text: str, role: str) -> str:
    short = read_short(text)
    if short and (role, short.kind) in _SHORT:
        return _SHORT[role, short.kind]
    return "approve" if role == "owner" and is_praise(text) else ""


def _questions(spoken: list[Sentence], read: set[str]) -> list[tuple[int, Command]]:
    """A contractor's questions, unless their sentence already means something.

    An echo ("done??"), a pleasantry and a bare "ok?" are none."""
    return [
        (sentence.line, Command("question", sentence.text + "?", How.PHRASE, sentence.text))
        for sentence in spoken
        if sentence.asks and sentence.text not in read and is_question(sentence.folded)
    ]


def is_question(folded: str) -> bool:
    """Whether a folded sentence that ends in a question mark wants an answer: "how are you?" does not."""
    if _PLEASANTRY.match(folded):
        return False
    return " " in folded or bool(_QUESTION_WORD.match(folded))


def _settled(found: list[tuple[int, Command]]) -> tuple[Command, ...]:
    """One command of each word, in order; written ones win over read ones."""
    explicit = {command.word for _, command in found if command.how is How.EXPLICIT}
    names = {command.word for _, command in found}
    gone = {weak for strong, weak in _OVERRULES if strong in names and weak in names and weak not in explicit}
    gone |= {
        strong
        for strong, weak in _OVERRULES
        if weak in explicit and strong in names and strong not in explicit
    }
    lines = {command.line for _, command in found if command.word in ("assign", "due")}
    kept: dict[str, Command] = {}
    for _, command in sorted(found, key=lambda pair: pair[0]):
        place = _place(command)
        held = kept.get(place)
        changed = command.word == "redo" and command.how is How.PHRASE and command.line in lines
        if command.word in gone or changed:  # "please change the date to Friday" sends nothing back
            continue
        if held is None or (held.how is How.PHRASE and command.how is How.EXPLICIT):
            kept[place] = command
        elif command.word == "tell" and command.how is How.EXPLICIT:
            kept[place] = _told_too(held, command)
    return tuple(kept.values())


def _place(command: Command) -> str:
    """What a mail may say once: a word, or `tell` to one person."""
    name = command.arg.partition(":")[0].strip()
    return f"tell {fold(name)}" if command.word == "tell" else command.word


def _told_too(held: Command, more: Command) -> Command:
    """What both lines tell the same person, as one word."""
    words = more.arg.partition(":")[2].strip()
    return replace(held, arg=f"{held.arg}\n{words}", line=f"{held.line}\n{more.line}")
