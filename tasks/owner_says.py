"""An owner's mail about a task: command words first, then where the rest goes.

Where is told by the table of `words_go`, and nowhere here.
"""

from dataclasses import replace
from typing import Any

from language.meaning import Command, How
from language.short import is_thanks
from language.words_text import is_greeting
from tasks import events as e
from tasks.answering import answer
from tasks.by_letter import ask_what, read_owner
from tasks.draft import Draft
from tasks.intents import Arrival
from tasks.letters import Decision, Filed, Kind
from tasks.masked import tell_secret
from tasks.model import Stage, Task
from tasks.new_topic import answers_topic, ask_topic, is_new_topic, make_task, only_above, other_subject
from tasks.opening import hand_over, is_called, thread_subject
from tasks.owner_acts import ACTS, approve, clarify
from tasks.pairs import answered_in_place, beside
from tasks.people import Person
from tasks.proposals import agree, answers_proposal, leave_open, refuse
from tasks.splitting import one, split
from tasks.talk import ANSWERS, asks_first, carry_out, is_small_talk, name_of, plain_words, transcript
from tasks.ticks import see_steps
from tasks.words_go import Goes, goes, is_asked

CONSUMING = frozenset({"approve", "redo", "cancel", "tell", "new task"})  # words that carry the rest
NAMING = 4  # words: "give it to Joy", "Joy Santos, please"
YES = frozenset({"ok", "thumb", "yes", "praise", "thanks", "will do"})
ASKING = frozenset({"", Kind.QUESTION, Kind.OWED, Kind.RELAY})  # "": in the person's own thread


def owner_says(draft: Draft, task: Task, mail: Arrival) -> Decision:
    """Decide a proven mail of the task's owner."""
    number = task.number
    mail = read_owner(task, mail)
    draft.record(number, e.MailJoined(task.owner, mail.message_id, thread_subject(mail.subject)))
    if task.contractor in mail.present:
        draft.record(number, e.MailJoined(task.contractor, mail.message_id, thread_subject(mail.subject)))
    if _is_short_answer(task, mail):
        mail = replace(mail, commands=())  # "fine" to a question is its answer
    if is_new_topic(task, mail):
        ask_topic(draft, number, mail)
        return draft.close(Filed.REPLY, task.contractor, number, why="a new topic in an old thread: asked")
    mail = answered_in_place(task, only_above(mail), task.contractor)
    done = carry_out(draft, number, mail, ACTS, "owner")
    short = (
        ""
        if done
        else _aside(draft, number, mail)
        or _one_or_several(draft, number, mail)
        or _short(draft, number, mail)
    )
    words = _beside_a_date(draft.task(number), mail, done)
    if _is_unclear(draft.task(number), mail):
        draft.record(number, e.NoteKept(task.owner, words))
    elif not short and words and not CONSUMING & set(done) and not is_small_talk(mail):
        _words(draft, number, mail, words)
    _leave_date_open(draft, number, mail)
    tell_secret(draft, number, mail)
    transcript(draft, task.owner, number)
    why = "words: " + ", ".join(done) if done else short or "plain words"
    return draft.close(Filed.REPLY, draft.task(number).contractor or task.contractor, number, why=why)


def _beside_a_date(task: Task, mail: Arrival, done: tuple[str, ...]) -> str:
    """The plain words without the sentence that set a date, or was asked about:
    the letter about the date has told it."""
    words = plain_words(mail)
    dated = [c.line for c in mail.commands if c.word == "due" and c.how is How.PHRASE and c.line]
    if "due" not in done or not dated or not task.contractor or task.contractor in mail.present:
        return words
    for sentence in dated:
        words = words.replace(sentence, "", 1)
    rest = [line for line in words.splitlines() if line.strip(" .,!?") and not is_greeting(line)]
    return "" if is_thanks(" ".join(rest)) else "\n".join(rest)


def _leave_date_open(draft: Draft, number: int, mail: Arrival) -> None:
    """Words in answer to a proposed date that neither agreed nor refused."""
    words = mail.words.strip()
    if not words or mail.short.word == "thanks" or not answers_proposal(draft.task(number), mail):
        return
    passed = f"passed on to {name_of(draft, draft.task(number).contractor)}. "
    sent = any(draft.owes(kind) for kind in (Kind.RELAY, Kind.QUESTION))
    draft.say(words[:80], f"{passed if sent else ''}{leave_open(draft, number)}")


def _is_short_answer(task: Task, mail: Arrival) -> bool:
    kind = mail.answers.kind if mail.answers else ""
    return is_asked(task) and kind in ASKING and mail.short.word in ANSWERS


def _is_unclear(task: Task, mail: Arrival) -> bool:
    """A costly word read from a phrase was asked about: until that is clear the
    phrase does not add to the brief, where it would act by itself."""
    return any(asks_first(c) for c in mail.commands) and goes(task, mail) is Goes.BRIEF


def _short(draft: Draft, number: int, mail: Arrival) -> str:
    """A short word, read by the letter it answers; what it was taken for."""
    task, word = draft.task(number), mail.short.word
    kind = mail.answers.kind if mail.answers else ""
    if _is_short_answer(task, mail):
        _answer(draft, number, mail, mail.words.strip())
        return "the answer to a question"
    if word not in YES:
        return _refused(draft, number, mail, kind) if word == "no" else ""
    if task.stage is Stage.IN_REVIEW and (
        kind in {Kind.REVIEW, Kind.CLARIFY} or task.contractor in mail.present
    ):
        return _approve_shortly(draft, number, mail)
    if (
        task.proposal
        and (answers_proposal(task, mail) or kind == Kind.RELAY)
        and word in {"ok", "thumb", "yes", "praise"}
    ):
        agree(draft, number, "agreed by the owner")
        return "the proposed date was agreed"
    if kind in {Kind.LATE, Kind.ESCALATION, Kind.OWED} and word in {"yes", "ok"}:
        draft.record(number, e.SaidFine())
        return "fine"
    return ""


def _aside(draft: Draft, number: int, mail: Arrival) -> str:
    """The answer to "is this a new task?"."""
    task = draft.task(number)
    said = answers_topic(task, mail)
    if said == "new":
        made = make_task(draft, number, mail)
        draft.say(mail.words.strip(), f"made T-{made} of it. Undo: cancel", made)
    elif said == "stays" and task.aside:
        _to_brief(draft, number, replace(mail, files=task.aside.files, pairs=()), task.aside.text)
        draft.say(mail.words.strip(), f"it stays with {task.tag}, and was passed on")
    return "whether it is a new task" if said else ""


def _one_or_several(draft: Draft, number: int, mail: Arrival) -> str:
    """A bare number answers how many tasks a mail is; "ok" says neither."""
    task = draft.task(number)
    if not mail.answers or mail.answers.kind != Kind.SPLIT or task.as_one_at is None:
        return ""
    if mail.short.number in (1, len(task.parts)):
        act = one if mail.short.number == 1 else split
        draft.say(mail.words.strip(), act(draft, number, mail, Command("one")).said)
        return "how many tasks it is"
    if mail.short.word in YES | {"no", "number"}:
        draft.say(mail.words.strip(), "not clear yet. Reply  split  or  one")
        return "neither split nor one"
    return ""


def _refused(draft: Draft, number: int, mail: Arrival, kind: str) -> str:
    task = draft.task(number)
    if answers_proposal(task, mail):
        refuse(draft, number)
        return "the proposed date was refused"
    if kind == Kind.RECEIPT:
        ask_what(draft, number, mail, ("due: Thu 5pm", "assign: a name", "cancel"))
        return "a no to a receipt: asked"
    if task.stage is Stage.IN_REVIEW and kind in {Kind.REVIEW, Kind.CLARIFY}:
        clarify(draft, number, mail.words.strip())
        return "a no to a review: asked"
    return ""


def _approve_shortly(draft: Draft, number: int, mail: Arrival) -> str:
    """Praise approves where no money hangs on it; else it is asked about."""
    if draft.task(number).has_money:
        clarify(draft, number, mail.words.strip())
        return "praise, but money hangs on it: asked"
    has_it = draft.task(number).contractor in mail.present
    approve(draft, number, "" if has_it else mail.words.strip())
    return "approved by a short word"


def _words(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """Where the owner's plain words go."""
    task = draft.task(number)
    if task.stage is Stage.SPLIT:
        draft.record(number, e.NoteKept(task.owner, words))
        draft.say(words[:80], f"kept as your note: {task.tag} is split. Write to its parts")
        return
    match goes(task, mail):
        case Goes.BRIEF:
            _to_brief(draft, number, mail, words)
        case Goes.CONTRACTOR:
            if answers_proposal(task, mail):
                _about_date(draft, number, mail, words)
            else:
                _answer(draft, number, mail, words)
        case Goes.ANSWER:
            if is_asked(task):
                _answer(draft, number, mail, words)
            else:
                draft.record(number, e.NoteKept(task.owner, words))
        case Goes.REVIEW:
            _review_words(draft, number, words)
        case Goes.WHO:
            _name(draft, number, words)
        case Goes.NOTE:
            draft.record(number, e.NoteKept(task.owner, words))


def _to_brief(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    task = draft.record(number, e.BriefAdded(words, mail.files))
    see_steps(draft, number, words)
    if is_asked(task):
        answer(draft, number, task.contractor, mail, words)
    _relay(draft, number, mail, words, "addition")


def _answer(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """To the contractor: the answer to what they asked, or plain words. Words
    that ask something back are a question of the owner's."""
    task = draft.task(number)
    asked = [q for q in task.questions if q.by == task.contractor]
    left = answer(draft, number, task.contractor, mail, words) if asked else ()
    if words.rstrip().endswith("?"):
        draft.record(number, e.QuestionAsked(task.owner, words, mail.message_id))
        _relay(draft, number, mail, words, "", Kind.QUESTION)
    else:
        _relay(draft, number, mail, words, "answer" if len(left) < len(asked) else "words", left=left)


def _about_date(draft: Draft, number: int, mail: Arrival, words: str) -> None:
    """What the owner says of a proposed date; no question is answered by it."""
    if words.rstrip().endswith("?"):
        draft.record(number, e.QuestionAsked(draft.task(number).owner, words, mail.message_id))
        _relay(draft, number, mail, words, "", Kind.QUESTION)
    else:
        _relay(draft, number, mail, words, "date")


def _relay(
    draft: Draft,
    number: int,
    mail: Arrival,
    words: str,
    about: str,
    kind: Kind = Kind.RELAY,
    left: tuple[str, ...] = (),
) -> None:
    """Pass words on to the contractor, unless they have the mail already."""
    task = draft.task(number)
    if not task.contractor or task.contractor in mail.present:
        return
    facts: dict[str, Any] = (
        {"blocks": False}
        if kind is Kind.QUESTION
        else {"about": about, "pairs": mail.pairs, "still_open": left}
    )
    draft.post(
        kind,
        task.contractor,
        number,
        writer=name_of(draft, task.owner),
        words=words if kind is Kind.QUESTION else beside(words, mail.pairs),
        under=other_subject(task, mail),
        files=mail.files,
        **facts,
    )


def _review_words(draft: Draft, number: int, words: str) -> None:
    """Words to a review stay with us until it is clear what they mean."""
    draft.record(number, e.NoteKept(draft.task(number).owner, words))
    clarify(draft, number, words)


def _names(line: str, person: Person) -> bool:
    """Whether a short line is this person's name and pleasantries; one that
    says "not" names nobody."""
    parts = line.replace(",", " ").strip(" .!").split()
    if len(parts) > NAMING or {"not", "no", "but"} & {part.casefold() for part in parts}:
        return False
    return is_called(person, " ".join(parts)) or any(is_called(person, part.strip(".!")) for part in parts)


def _name(draft: Draft, number: int, words: str) -> None:
    """The answer to "who is it for?" is a name; anything else is a note."""
    task = draft.task(number)
    first, _, rest = words.partition("\n")
    named = [p for p in draft.house.contractors() if _names(first, p)]
    if len(named) == 1 and not task.contractor:
        if rest.strip():
            draft.record(number, e.NoteKept(task.owner, rest.strip()))
        hand_over(draft, number, named[0].key, ask_due=task.due is None)
        return
    draft.record(number, e.NoteKept(task.owner, words))
    draft.say(first[:80], "not clear who should do it; kept as a note. Write  assign: and one name")
