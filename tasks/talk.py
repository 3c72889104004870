"""What both sides' words share: how one word's outcome is told, and where
plain words end once the command words are taken out."""

from collections.abc import Callable
from dataclasses import dataclass

from language.meaning import Command, How
from language.short import is_thanks
from language.vocabulary import WORDS, Cost, find_form
from language.words_lines import bare_line
from language.words_text import is_greeting
from tasks.behind_date import behind_date
from tasks.by_address import NOT_YOURS, tell_passed_on
from tasks.draft import Draft
from tasks.gone import REACHED_NOBODY
from tasks.intents import Arrival, Evidence
from tasks.letters import Item, Kind
from tasks.model import File, Stage, Task
from tasks.people import House, Person
from tasks.turns import asked_of_owner, turn
from tasks.words_go import may_go_along


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one word. `loud`: it has to be told in a transcript, for
    it was costly, ambiguous, or not done; quiet ones show in the next letter.
    `undo` is what takes back just this: None where the word's row says it, ""
    where nothing does or nothing was done. `about`: the task that it made,
    whose thread the transcript then belongs to. `asks`: what is asked back."""

    said: str
    loud: bool = False
    undo: str | None = None
    about: int = 0
    asks: str = ""


Act = Callable[[Draft, int, Arrival, Command], Outcome]
IN_REVIEW = frozenset({"approve", "redo"})  # read from a phrase only while there is something to judge
FIGURES = frozenset({"progress", "hours", "invoice", "check", "step"})
DATED = frozenset({"eta", "due"})  # the letter shows the date itself
SMALL = frozenset({"thanks", "praise", "ok", "thumb", "will do", "yes", "no"})
ANSWERS = SMALL - {"thanks"}  # short words that answer an open question; thanks never do
CONSUMING = frozenset({"approve", "redo", "cancel", "tell", "new task"})  # words that carry the rest
COSTLY = frozenset(w.name for w in WORDS if w.cost is Cost.COSTLY)
LASTING = frozenset({"decline", "cancel"})  # a word of the row below would not bring it back as it was
TOLD_TOO = frozenset({"remind", "fine", "assign"})  # by a reply address alone, also where nothing undoes it
UNBUILT = frozenset(  # read as words, but nothing does them yet: told so, and passed on to nobody
    {"priority", "undo"}
)
WITH_INVITATION = (
    "not all of it went on: the calendar invitation in it went to nobody. Write its day and hour as text"
)
UNDO_HOW = "not done: to take something back, reply with the word that stands behind Undo in my letter"


def carry_out(
    draft: Draft, number: int, mail: Arrival, acts: dict[str, Act], role: str, *, tell_all: bool = False
) -> tuple[str, ...]:
    """Carry out the mail's command words in order; the names of those done.

    A costly word that was only read from a phrase asks instead of acting. A
    word this role does not have is told and kept as plain words. `tell_all`
    keeps the outcome of quiet words for the transcript, too.
    """
    done: list[str] = []
    loud, before = False, len(draft.lines)
    for command in mail.commands:
        if command.how is How.PHRASE and _only_words(draft, number, command.word, acts):
            continue
        outcome = _outcome(draft, number, mail, command, acts, role)
        if command.word in acts and not asks_first(command):
            done.append(command.word)
        loud = loud or outcome.loud
        draft.asked = outcome.asks or draft.asked
        said = with_undo(command.word, outcome)
        loud = loud or (role == "owner" and offers_undo(mail) and _is_told(command.word, said))
        draft.say(command.line or command.word, said, outcome.about)
    written = [c for c in mail.commands if c.how is How.EXPLICIT]
    if not loud and not tell_all and len(written) < 2:
        draft.unsay(before)
    return tuple(done)


def offers_undo(mail: Arrival) -> bool:
    """Whether what a mail did is told with its undo though it worked: nothing but
    a reply address of ours, or a code, proved whose it was."""
    return mail.sender.evidence is Evidence.T_A or mail.released


def with_undo(name: str, outcome: Outcome) -> str:
    """What became of a word, and the word that takes it back: for those that
    cost something, and only where they did something."""
    said, undo = outcome.said, outcome.undo
    if undo is None:
        row = find_form(name)
        lasting = row is None or row.cost is Cost.HARMLESS or name in LASTING
        undo = "" if row is None or lasting else row.undo
        undo = (
            "" if "Undo:" in said or said.startswith(("not ", "I could not")) or said.endswith("?") else undo
        )
    if not undo:
        return said
    return f"{said.rstrip('.')}. Undo: {undo}"


def _is_told(word: str, said: str) -> bool:
    return word in TOLD_TOO or "Undo: " in said or NOT_YOURS in said


def asks_first(command: Command) -> bool:
    """A costly word that was only read from a phrase."""
    return command.word in COSTLY and command.how is How.PHRASE


def _only_words(draft: Draft, number: int, word: str, acts: dict[str, Act]) -> bool:
    """A phrase that is no wish here: for another role, or there is nothing to judge."""
    reviewed = draft.task(number).stage is Stage.IN_REVIEW
    return word not in acts or (word in IN_REVIEW and not reviewed)


def _outcome(
    draft: Draft, number: int, mail: Arrival, command: Command, acts: dict[str, Act], role: str
) -> Outcome:
    word = command.word
    if word in UNBUILT:
        nothing = f"not done: `{word}` does nothing yet, and was passed on to nobody"
        return Outcome(UNDO_HOW if word == "undo" else nothing, loud=True)
    if word not in acts:
        return Outcome(f"not done: `{word}` is not a word for a task's {role}", loud=True)
    if asks_first(command):
        line = f"{word}: {command.arg}" if command.arg else word
        return Outcome(f"not done yet. If you mean it, reply with one line: {line}", loud=True)
    return acts[word](draft, number, mail, command)


def transcript(draft: Draft, to: str, number: int = 0, undo: str = "", subject: str = "") -> None:
    """The letter that tells what became of each word, if it is owed. What made
    another task is told in that one's thread, where its undo acts on it."""
    for about, lines in draft.told().items():
        draft.post(
            Kind.TRANSCRIPT,
            to,
            about or number,
            asked=draft.asked if about else draft.yours or draft.asked,
            lines=lines,
            undo="" if about else undo,
            about="yours" if draft.yours and not about else "",
            subject=subject,
        )


def tell_owner(draft: Draft, to: str, number: int, mail: Arrival) -> None:
    """The transcript of an owner's mail, with what nothing but a reply address proved."""
    task = draft.task(number)
    if task.is_open and task.contractor and task.contractor not in draft.house.people:
        draft.say(mail.words.strip()[:80], REACHED_NOBODY.format(who=task.contractor))
    if WITH_INVITATION in mail.notes:
        draft.say(mail.words.strip()[:80], WITH_INVITATION)
    if mail.sender.evidence is Evidence.T_A:
        tell_passed_on(draft, to, number, mail)
    transcript(draft, to, number)


def relay(
    draft: Draft, task: Task, *, writer: str, words: str, about: str, files: tuple[File, ...] = ()
) -> None:
    """Pass words on to the contractor, as `writer`'s; `about` says what they are."""
    draft.post(
        Kind.RELAY,
        task.contractor,
        task.number,
        writer=writer,
        words=words,
        about=about,
        pairs=(),
        files=files,
    )


def plain_words(mail: Arrival) -> str:
    """The new words without the lines that were explicit command words."""
    acted = (c for c in mail.commands if c.how is How.EXPLICIT)
    spent = {bare_line(line): behind_date(c) for c in acted for line in (*c.line.splitlines(), *c.more)}
    lines = mail.words.splitlines()
    left = [line if not line.strip() else spent.get(bare_line(line), line) for line in lines]
    kept = [rest for rest, line in zip(left, lines, strict=True) if rest or not line]
    words, whole = "\n".join(kept), {bare_line(line) for line in lines}
    for command in mail.commands:
        if command.word == "away" and command.how is How.EXPLICIT and bare_line(command.line) not in whole:
            words = words.replace(command.line, "", 1)  # a sentence within a line
    return words.strip()


def beside_a_date(task: Task, mail: Arrival, done: tuple[str, ...]) -> str:
    """The plain words without the sentence that set a date, or was asked about:
    the letter about the date has told it. Where a question is open, a date that
    does not hold may be its answer: "yes, Saturday is fine"."""
    words = plain_words(mail)
    read = [c for c in mail.commands if c.word == "due" and c.how is How.PHRASE and c.due.at]
    held = task.due.at if task.due else None
    dated = [c.line for c in read if c.due.at == held or not asked_of_owner(task)]
    told = task.contractor and task.contractor not in mail.present and may_go_along(task, mail)
    if "due" not in done or not dated or not told:
        return words
    for sentence in dated:
        words = words.replace(sentence, "", 1)
    rest = [line for line in words.splitlines() if line.strip(" .,!?") and not is_greeting(line)]
    return "" if is_thanks(" ".join(rest)) else "\n".join(rest)


def carries_the_rest(mail: Arrival, done: tuple[str, ...]) -> bool:
    """Whether a word that was done took the other words of the mail along. `tell` with
    words of its own did not: the others go where plain words go."""
    told = any(c.word == "tell" and _own_words(c.arg) for c in mail.commands)
    return bool((CONSUMING - {"tell"} if told else CONSUMING) & set(done))


def _own_words(arg: str) -> bool:
    """Whether a `tell` has words of its own: "Joy: use blue", "joy stop"; "Joy Santos" is a name."""
    name, mark, words = arg.partition(":")
    return bool(words.strip()) if mark else any(not word[:1].isupper() for word in name.split()[1:])


def told_words(mail: Arrival) -> str:
    """The new words as the other side reads them: a line that was only a
    command word is left out, one with words behind it shows those; figures
    ("60%", "invoice: 200 USD") stay as they were written."""
    args = {
        c.line.strip(): behind_date(c) if c.word in DATED else c.arg
        for c in mail.commands
        if c.how is How.EXPLICIT and c.line and c.word not in FIGURES
    }
    lines = [args.get(line.strip(), line) for line in mail.words.splitlines()]
    return "\n".join(lines).strip()


def is_small_talk(mail: Arrival) -> bool:
    """Pure thanks or a bare short word: filed, never relayed."""
    return not mail.words.strip() or mail.short.word in SMALL


def doubt_about(mail: Arrival) -> str:
    """Why a mail in somebody's name is not believed, as the end of a reason."""
    failed = mail.sender.evidence is Evidence.FAILED
    return "and our mail server says that the sender is forged" if failed else "not proven"


def name_of(draft: Draft, key: str) -> str:
    person = draft.house.people.get(key)
    return person.first_name if person else key


def role_of(person: Person) -> str:
    return "owner" if "owner" in person.roles else "contractor"


def reply_subject(subject: str) -> str:
    if subject.casefold().startswith("re:"):
        return subject
    again = subject.casefold().startswith("re:")
    return (subject if again else f"Re: {subject}") if subject else "Your tasks"


def status(draft: Draft, person: Person, subject: str = "") -> None:
    """The person's own open tasks, a line each, and the one they watch."""
    tasks = draft.view.tasks.values()
    mine = [t for t in tasks if t.is_open and person.key in (t.owner, t.contractor, *t.watchers)]
    items = tuple(Item(t, waiting(t, person.key, draft.house)) for t in sorted(mine, key=lambda t: t.number))
    draft.post(Kind.STATUS, person.key, items=items, subject=reply_subject(subject))


def waiting(task: Task, reader: str, house: House) -> str:
    """Whose turn it is, in words for a status line that `reader` (a key) gets."""
    key = {"owner": task.owner, "contractor": task.contractor}.get(turn(task), "")
    if not key:
        return "closed" if not task.is_open else f"waits for {task.awaited}" if task.awaited else "on hold"
    person = house.people.get(key)
    return "it is your turn" if key == reader else f"waits for {person.first_name if person else key}"
