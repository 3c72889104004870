"""An absence that is said in the mail that opens a task: it acts, and the receipt tells it."""

from dataclasses import replace

from language.meaning import Command, How
from tasks.draft import Draft
from tasks.going_away import away
from tasks.intents import Arrival
from tasks.talk import with_undo


def absences(mail: Arrival) -> tuple[Command, ...]:
    """The words that say it, with what stands behind them."""
    return tuple(c for c in mail.commands if c.word == "away" and c.how is How.EXPLICIT)


def without_absence(mail: Arrival) -> Arrival:
    """The mail without these sentences: each contractor is told in a letter of its own."""
    body, words, own = mail.body, mail.words, mail.own
    for command in absences(mail):
        body, words, own = (text.replace(command.line, "", 1) for text in (body, words, own))
    return replace(mail, body=body.strip(), words=words.strip(), own=own.strip())


def tell_absence(draft: Draft, number: int, mail: Arrival) -> tuple[str, ...]:
    """Carry it out; what the receipt says of it."""
    told = []
    for command in absences(mail):
        said = with_undo(command.word, away(draft, number, mail, command))
        told.append(f"{said[:1].upper()}{said[1:]}")
    return tuple(told)
