"""Words about a person's tasks as a whole: `status`, `digest`, `snooze`, `away`, `start`, `stop`, `help`.

They mean the same in a fresh mail and in the thread of a task, for owners and for
contractors; only `snooze` is about the one task whose thread it stands in.
"""

from language.folding import fold
from language.meaning import Command, How
from language.short import is_thanks
from language.words_text import is_greeting
from language.yes import only_signs
from tasks.absence import absence_of, back_on, wants_none
from tasks.digest import build, week_begins, with_week
from tasks.draft import Draft
from tasks.events_hands import CameBack, DigestRested, LettersStarted, LettersStopped, Snoozed
from tasks.going_away import away
from tasks.hours import local
from tasks.intents import Arrival
from tasks.letters import Kind
from tasks.people import Person
from tasks.resting import rests_until
from tasks.talk import Act, Outcome, plain_words, reply_subject, role_of, status, transcript, with_undo
from tasks.week import week_slot

PROVEN = frozenset({"A+T", "A", "T+a"})
UNTIL_WHEN = "not done: until when? Write  snooze: 3 days, or  snooze: until Monday"
NO_LETTERS = "no reminders and no summaries from now on; letters that carry somebody's words still come"


def house_words(draft: Draft, mail: Arrival, person: Person) -> bool:
    """Such words in a mail that is about no task: answered at once. True if the
    mail was nothing else."""
    if mail.sender.evidence.value not in PROVEN:
        return False
    found = asked_words(mail, person)
    loud = False
    for command in found:
        outcome = OWN_WORDS[command.word](draft, 0, mail, command)
        loud = loud or outcome.loud
        draft.say(command.line or command.word, with_undo(command.word, outcome))
    if not loud:
        draft.unsay()
    transcript(draft, person.key, subject=reply_subject(mail.subject))
    return bool(found)


def asked_words(mail: Arrival, person: Person) -> tuple[Command, ...]:
    """The words about all tasks in a mail that is nothing else, but for a greeting
    and a sign-off; none in any other."""
    found = tuple(c for c in mail.commands if c.word in OWN_WORDS and c.how is How.EXPLICIT)
    lines = [line for line in plain_words(mail).splitlines() if line.strip()]
    kind = (is_greeting(line) or is_thanks(line) or only_signs(line, person.name) for line in lines)
    return found if all(kind) else ()


def only_courtesy(draft: Draft, mail: Arrival) -> bool:
    """Whether nothing but a greeting and a sign-off stands beside such words."""
    person = draft.house.people.get(mail.sender.person)
    return person is not None and bool(asked_words(mail, person))


def only_own(mail: Arrival) -> bool:
    """Whether a mail says nothing about the task in whose thread it stands."""
    return bool(mail.commands) and not plain_words(mail) and all(c.word in OWN_WORDS for c in mail.commands)


def _status(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    status(draft, draft.house.people[mail.sender.person], mail.subject)
    return Outcome("sent")


def _help(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    person = draft.house.people[mail.sender.person]
    role = role_of(person)
    if number and draft.task(number).contractor == person.key:
        role = "contractor" if role != "owner" else role
    subject = "" if number else reply_subject(mail.subject)
    draft.post(Kind.HELP, person.key, number, role=role, subject=subject)
    return Outcome("sent")


def _digest(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """The digest as it stands now. It uses nothing up: that of the day tells it
    all again. A contractor gets what is open."""
    person = draft.house.people[mail.sender.person]
    if "owner" not in person.roles:
        return _status(draft, number, mail, command)
    digest = build(draft.view, person, draft.now)
    if command.word == "start" and week_begins(person, draft.now):
        digest = with_week(digest, draft.view, person)  # the one of this day, on a return
    subject = f"Digest {local(draft.now, person):%a} {digest.on.day} {digest.on:%b}"
    head = f"{subject}: {digest.headline}" if digest.headline else subject
    draft.post(Kind.DIGEST, person.key, subject=head, asked="digest", digest=digest)
    return Outcome("sent")


def _snooze(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """Let the clock leave this person alone: about this task, or an owner's digest.
    No date moves by it, and the owner hears of lateness as ever."""
    person = draft.house.people[mail.sender.person]
    until = rests_until(draft, command, person)
    if until is None:
        return Outcome(UNTIL_WHEN, loud=True)
    when = back_on(until, person)
    if not number or "digest" in fold(command.line):
        return _rest_digest(draft, person, until, when)
    if person.key not in (draft.task(number).owner, draft.task(number).contractor):
        return Outcome("not done: the clock asks you nothing about this task", loud=True)
    task = draft.record(number, Snoozed(person.key, until))
    if person.key == task.owner:
        return Outcome(f"I leave you alone about {task.tag} {when}; it is no reason for a digest", loud=True)
    draft.remark(task.owner, f"{task.tag}: {person.first_name} snoozed the reminders {when}; the date stays")
    return Outcome(f"no reminder of {task.tag} {when}; the date stays as it is", loud=True)


def _rest_digest(draft: Draft, person: Person, until: object, when: str) -> Outcome:
    if "owner" not in person.roles:
        return Outcome("not done: which task? Begin the line with its tag: T-12 snooze 3 days", loud=True)
    draft.house_fact(DigestRested(person.key, until))  # type: ignore[arg-type]
    return Outcome(f"no digest {when}. Undo: start", loud=True)


def _stop(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    person = draft.house.people[mail.sender.person]
    draft.house_fact(LettersStopped(person.key))
    words = f"{person.first_name} wants no reminders any more; lateness is told to you as ever"
    for owner in _owners_of(draft, person):
        draft.remark(owner, words)
    return Outcome(NO_LETTERS, loud=True)


def _start(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """Back again, or letters again after `stop`. Whoever was away reads in one
    letter what happened."""
    person, now = draft.house.people[mail.sender.person], draft.now
    stopped, absence = wants_none(person, now), absence_of(person, now)
    if stopped:
        draft.house_fact(LettersStarted(person.key))
    if any(span.covers(now) for span in person.rests):
        draft.house_fact(DigestRested(person.key, now))
        stopped = True
    if absence is None:
        return Outcome("letters come" + (" again" if stopped else " as ever: none were stopped"), loud=True)
    draft.house_fact(CameBack(person.key))
    for owner in _owners_of(draft, person):
        draft.remark(owner, f"{person.first_name} is back")
    _digest(draft, number, mail, command)
    day = local(now, person).date()
    told = [week_slot(person, now), f"digest:{person.key}:{day}"]
    if "owner" in person.roles and not _does_some(draft, person):
        told.append(f"day:{person.key}:{day}")  # the digest says what is late, and what is owed
    draft.slot(*(slot for slot in told if slot not in draft.view.slots))  # no other letter tells it today
    return Outcome("welcome back")


def _does_some(draft: Draft, person: Person) -> bool:
    return any(t.is_open and t.contractor == person.key for t in draft.view.tasks.values())


def _owners_of(draft: Draft, person: Person) -> list[str]:
    mine = [t.owner for t in draft.view.tasks.values() if t.is_open and t.contractor == person.key]
    return [key for key in dict.fromkeys(mine) if key != person.key]


OWN_WORDS: dict[str, Act] = {
    "status": _status,
    "help": _help,
    "digest": _digest,
    "snooze": _snooze,
    "away": away,
    "start": _start,
    "stop": _stop,
}
