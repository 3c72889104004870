"""A fresh mail under the Subject of an open task: an addition to it, or the same
mail again, of which nothing is added twice."""

from language.masking import mask
from language.promised_money import promise_in
from tasks import events as e
from tasks.buffering import cleaned, private_of
from tasks.confirming import confirm
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.kept_back import addition
from tasks.letters import Decision, Filed, Kind
from tasks.masked import note_secret
from tasks.model import Task
from tasks.opening_away import tell_absence, without_absence
from tasks.talk import name_of, relay
from tasks.ticks import see_steps
from tasks.trust import Ruling, What

SAME = "For a second task in the same words, send it under another Subject."


def _says_the_same(draft: Draft, task: Task, mail: Arrival) -> bool:
    """Whether all of it is there already: the brief, how it begins, or the last addition."""
    body, known = _as_opened(draft, task, mail), {file.sha256 for file in task.files}
    there = _flat(body) in (_flat(task.brief), _flat(task.added)) or task.brief.startswith(f"{body}\n\n")
    return bool(body) and there and all(file.sha256 in known for file in mail.files)


def _as_opened(draft: Draft, task: Task, mail: Arrival) -> str:
    """The words as the brief would hold them, had this mail opened the task."""
    owner = draft.house.people[task.owner]
    return cleaned(draft, mail, mail.body.strip(), owner, private_of(draft, mail, owner))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _nothing_new(draft: Draft, mail: Arrival, task: Task) -> Decision:
    draft.record(task.number, e.MailJoined(task.owner, mail.message_id, f"Re: {mail.subject}"))
    draft.post(Kind.RECEIPT, task.owner, task.number, contractor=task.contractor, notes=(SAME,), about="same")
    return draft.close(Filed.REPLY, task.contractor, task.number, why="the same task again: nothing added")


def add_to(draft: Draft, mail: Arrival, task: Task) -> Decision:
    """The same Subject again, not a reply: it adds to the task, if it says anything new."""
    if _says_the_same(draft, task, mail):
        return _nothing_new(draft, mail, task)
    promise = mask(promise_in(mail.body)).text
    if promise and draft.rule(What.MONEY, mail) is Ruling.CONFIRM:
        wish = f'words that promise money ("{promise}") on {task.tag}, {mask(task.title).text}'
        return confirm(draft, mail, What.MONEY, wish, task.owner, task.number)
    gone = mail
    mail, told = addition(draft, task, without_absence(mail))
    draft.record(task.number, e.MailJoined(task.owner, mail.message_id, f"Re: {mail.subject}"))
    draft.record(task.number, e.BriefAdded(mail.body.strip(), mail.files))
    see_steps(draft, task.number, mail.body)
    if task.contractor and task.contractor not in mail.present:
        writer, words = name_of(draft, task.owner), mail.body.strip()
        relay(draft, task, writer=writer, words=words, about="addition", files=mail.files)
    notes: tuple[str, ...] = (
        f"{task.tag} has the same Subject and is open: I added this to it. Reply: new task  to part them.",
        *told,
    )
    notes += note_secret(
        draft, task.number, mail.body, task.contractor if task.contractor in mail.present else ""
    )
    notes += tell_absence(draft, task.number, gone)
    draft.post(
        Kind.RECEIPT, task.owner, task.number, contractor=task.contractor, notes=notes, about="addition"
    )
    return draft.close(Filed.REPLY, task.contractor, task.number, why="same Subject as an open task")
