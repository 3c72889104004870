"""`new task`: words in an old thread become a task of their own."""

from dataclasses import replace

from language.masking import mask
from language.meaning import Command
from language.zones import in_words
from tasks import events as e
from tasks.buffering import private_notes
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.masked import note_secret
from tasks.model import Task
from tasks.new_topic import make_task
from tasks.opening import begin_task, hand_over
from tasks.talk import Outcome, plain_words
from tasks.words_go import may_go_along


def new_task(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """The words of this mail, or the last addition, become a task of their own."""
    old = draft.task(number)
    words = _for_new_task(draft, old, mail, command)
    if not words and old.aside:
        made = make_task(draft, number, mail)
        return Outcome(f"made T-{made} of it", loud=True, about=made)
    words = words or old.added
    if not words:
        return Outcome("not done: write the new task below the line", loud=True)
    fresh = draft.fresh()
    if words == old.added:
        draft.record(number, e.BriefParted(words))
    _begin(draft, fresh, mail, old, words)
    for note in private_notes(draft, mail, draft.house.people[old.owner], old.contractor):
        draft.say(command.line, note, fresh)
    return Outcome(f"made T-{fresh} of it{_own_date(draft.task(fresh))}", loud=True, about=fresh)


def _own_date(task: Task) -> str:
    """The two dates, where the owner kept one of their own."""
    if task.due is None or task.own_due is None:
        return ""
    due, own = (in_words(d.at, d.zone) for d in (task.due, task.own_due))
    return f", due {due}; your own date is {own}"


def _for_new_task(draft: Draft, old: Task, mail: Arrival, command: Command) -> str:
    """What stands behind the word and below it. In answer to a letter about a
    person only that is meant for them; what stands above it is a private note."""
    above, _, below = mail.words.partition(command.line) if command.line else (mail.words, "", "")
    before = plain_words(replace(mail, words=above))
    if before and not may_go_along(old, mail):
        draft.record(old.number, e.NoteKept(old.owner, before))
        before = ""
    behind = command.line.partition(":")[2].strip() if command.arg else ""
    return "\n".join(filter(None, (before, behind, below.strip())))


def _begin(draft: Draft, fresh: int, mail: Arrival, old: Task, words: str) -> None:
    owner = draft.house.people[old.owner]
    first_line = next(line.strip() for line in words.splitlines() if line.strip())
    begin_task(draft, mail, owner, fresh, title=mask(first_line).text[:80], brief=words)
    note_secret(draft, fresh, words)
    if old.contractor:
        hand_over(draft, fresh, old.contractor, ask_due=mail.due.at is None)
