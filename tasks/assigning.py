"""`assign: Ben, $200 is fine`: another contractor gets the task, and the words behind the name.

Such words join the brief where the letter answered lets words go on. What is said of a
person ("he knows the house") is for nobody, and stays a private note; each is told.
"""

import re

from language.folding import fold
from language.meaning import Command
from tasks import events as e
from tasks.draft import Draft
from tasks.findings import findings
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.load import clash
from tasks.model import Task
from tasks.opening import hand_over
from tasks.people import Person, is_called
from tasks.talk import Outcome, name_of, offers_undo
from tasks.words_go import PASSED_ON, Goes, goes

TAKES_WORDS = PASSED_ON | {Goes.WHO}
_LINK = re.compile(r"^[\s,;.:!?()–—-]+")
_COURTESY = re.compile(
    r"\b(?:please|pls|plz|thanks|thank|thx|you|cheers|now|then|instead|ok|okay|bitte|danke|gracias|merci)\b"
)
_OF_A_PERSON = re.compile(
    r"(?:he|she|they|his|her|their|who|him|because|since|as|er|sie|ihr|weil|denn|il|elle|ils|el|ella|ele|ela"
    r"|porque|parce)\b"
)


def assign(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """Another contractor gets brief, files and what was found; the former one
    is told, and the old token ends with their part in the task."""
    task = draft.task(number)
    named = [p for p in draft.house.contractors() if is_called(p, command.arg) and p.key != task.owner]
    if len(named) != 1:
        known = ", ".join(p.key for p in draft.house.contractors() if p.key != task.owner)
        return Outcome(f'not done: "{command.arg}" is not one contractor I know; I know {known}', loud=True)
    who, former = named[0], task.contractor
    if not task.is_open or who.key == former:
        return Outcome(f"not done: the task is {task.state}, with {name_of(draft, former)}", loud=True)
    words = _carry(draft, task, mail, behind_name(command, mail), who)
    if former:
        _hand_on(draft, number, who.key, former)
    else:
        hand_over(draft, number, who.key, ask_due=task.due is None)
    undo = f"assign: {name_of(draft, former)}" if former else "cancel" if offers_undo(mail) else ""
    busy = clash(draft, number, who.key)
    said = ". ".join((f"{who.first_name} has it now{words}", *(line.rstrip(".") for line in busy)))
    return Outcome(said, loud=bool(former or busy or words), undo=undo)


def behind_name(command: Command, mail: Arrival) -> str:
    """The words behind the name on its line, "" for none but a courtesy; what was left
    out of the mail because it tells an own date is not among them."""
    _, found, rest = command.line.partition(command.arg)
    said = _LINK.sub("", rest).strip().removesuffix(")")
    asks = re.search(r"\w", _COURTESY.sub("", fold(said)))
    whole = re.search(re.escape(said) + r"[.!…]{0,3}", mail.words)  # with its full stop
    return whole[0] if found and asks and whole else ""


def _carry(draft: Draft, task: Task, mail: Arrival, words: str, who: Person) -> str:
    """Keep the words behind the name; what became of them, as the end of a sentence."""
    if not words or who.key in mail.present:
        return ""  # whoever stood among the recipients has them
    if _is_of_a_person(draft, words) or goes(task, mail) not in TAKES_WORDS:
        draft.record(task.number, e.NoteKept(task.owner, words))
        return f'; "{words}" is kept as your private note. To pass it on:  tell {who.first_name}: ...'
    draft.record(task.number, e.BriefAdded(words, ()))
    return f', with "{words}" in the brief'


def _is_of_a_person(draft: Draft, words: str) -> bool:
    said = fold(words)
    names = {fold(p.first_name) for p in draft.house.contractors()}
    return bool(_OF_A_PERSON.match(said)) or bool(names & set(re.findall(r"[^\W\d_]+", said)))


def _hand_on(draft: Draft, number: int, who: str, former: str) -> None:
    draft.record(number, e.Reassigned(who, former))
    draft.post(Kind.HANDED_ON, former, number)
    draft.post(
        Kind.ASSIGNMENT,
        who,
        number,
        asked="accept",
        files=draft.task(number).files,
        first=who not in draft.view.introduced,
        ask_due=draft.task(number).due is None,
        found=findings(draft, number),
    )
