"""An outsider's words on their way to the contractor: without what names the owner's own date."""

from tasks.buffering import hidden, told_left
from tasks.discreet import leave_out
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.kept_words import parted_files
from tasks.left_out import keep_left
from tasks.letters import Kind
from tasks.model import File, Task
from tasks.talk import name_of, relay


def pass_on_outsider(draft: Draft, task: Task, mail: Arrival) -> str:
    """Relay the words that the owner let through, and tell the owner what was left out; what
    became of them."""
    words, files = _discreet(draft, task, mail)
    if words or files:
        writer = mail.sender.name or mail.sender.address
        relay(draft, task, writer=writer, words=words, about="outsider", files=files)
        return "an outsider's words, passed on"
    return "an outsider's words, of which nothing may be passed on"


def _discreet(draft: Draft, task: Task, mail: Arrival) -> tuple[str, tuple[File, ...]]:
    words = mail.words.strip()
    if task.own_due is None:
        return words, mail.files
    owner = draft.house.people[task.owner]
    hides = hidden(draft, mail, owner, (task.own_due,), (task.due,) if task.due else ())
    kept, left = leave_out(words, hides)
    files, gone = parted_files(mail.files, hides)
    names = (*left, *(file.name for file in gone))
    keep_left(draft, task.number, left, gone)
    for note in told_left(names, name_of(draft, task.contractor)):
        lines = ((names[0][:80], note),)
        draft.post(Kind.TRANSCRIPT, task.owner, task.number, lines=lines, undo="")
    return kept, files
