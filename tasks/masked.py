"""A secret in somebody's mail: masked in all that leaves, said so, and let
through once where the owner asks for just that (practices.md, P60).

The words are kept whole in the store. Every letter masks by itself; here the
owner is told, and `send as is` finds what was masked.
"""

from language.masking import mask
from language.meaning import Command
from tasks.draft import Draft
from tasks.events_parts import SecretMasked, SentAsIs
from tasks.intents import Arrival
from tasks.left_out import left_to_send, send_left, send_unchanged
from tasks.talk import Outcome, name_of, plain_words

SENT_ON = (
    "I masked {what} in what goes to others. Share it another way, or reply  send as is  to send it once."
)
MINE = "I masked {what} in what {who} reads. Send it another way; nobody has it from me."
THEIRS = "{tag}: {who}'s mail held {what}, masked in my letters. The mail itself lies whole in the mailbox."
HAS_IT = "Your mail holds {what}, and {who} has it from you. I mask it in all that I send."


def note_secret(draft: Draft, number: int, text: str, who: str = "") -> tuple[str, ...]:
    """Record that these words go out masked; the sentence for the owner. `who`
    has the mail already, so that nothing is left to be sent as it is."""
    found = mask(text).found
    if not found:
        return ()
    what = _listed([f"a {kind}" for kind in found])
    if who:
        return (HAS_IT.format(what=what, who=name_of(draft, who)),)
    draft.record(number, SecretMasked(text))
    return (SENT_ON.format(what=what),)


def _listed(names: list[str]) -> str:
    """`a key`, `a key and a password`, `a key, a password and a card number`."""
    before = ", ".join(names[:-1])
    return f"{before} and {names[-1]}" if before else names[-1]


def tell_secret(draft: Draft, number: int, mail: Arrival) -> None:
    """Say in the transcript that a reply's secret was masked on its way."""
    task = draft.task(number)
    words = plain_words(mail) or mail.words.strip()
    if not task.contractor or task.contractor in mail.present or not draft.writes_to(task.contractor):
        return
    for note in note_secret(draft, number, words):
        draft.say("(a secret in your mail)", note)


def tell_both(draft: Draft, number: int, mail: Arrival) -> None:
    """Say to a contractor, and in the owner's digest, that a secret was masked."""
    found = mask(mail.words).found
    task = draft.task(number)
    if not found or task.owner in mail.present:
        return
    what = " and ".join(f"a {kind}" for kind in found)
    draft.say("(a secret in your mail)", MINE.format(what=what, who=name_of(draft, task.owner)))
    who = name_of(draft, mail.sender.person)
    draft.remark(task.owner, THEIRS.format(tag=task.tag, who=who, what=what))


def send_as_is(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """What was masked goes unmasked to whoever has the task: once, and only for
    the word itself, for it cannot be taken back."""
    task = draft.task(number)
    if task.contractor and left_to_send(task):  # of what came with `approve` or `cancel`, too
        return Outcome(send_left(draft, number), loud=True)
    if not task.is_open or not task.contractor:
        return Outcome("not done: nobody has this task now", loud=True)
    if not task.masked:
        return Outcome("not done: nothing is masked or left out here that was not sent already", loud=True)
    who = send_unchanged(draft, task, task.masked, "as-is")
    draft.record(number, SentAsIs())
    return Outcome(f"sent to {who} once, unmasked; a letter cannot be taken back", loud=True)
