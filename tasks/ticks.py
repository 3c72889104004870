"""The steps of a task: found in its brief, ticked and added by reply."""

from dataclasses import replace

from language.folding import fold
from language.meaning import Command, How
from language.step_reports import step_reports
from language.steps import steps
from tasks import events as e
from tasks.draft import Draft
from tasks.events_follow import PaceNoted
from tasks.events_parts import StepsAdded, StepsTicked
from tasks.intents import Arrival
from tasks.limits import see_limits
from tasks.model import Step, Task
from tasks.talk import Outcome, plain_words

NO_LIST = "not done: this task has no list of steps; your words are kept"


def see_steps(draft: Draft, number: int, text: str) -> None:
    """Record the steps that this text of the owner's lists, and what it leaves to
    whoever does it."""
    see_limits(draft, number, text)
    found = steps(text)
    if found:
        draft.record(number, StepsAdded(found, draft.task(number).owner))


def read_steps(task: Task, mail: Arrival) -> Arrival:
    """The contractor's mail with its "1. done" and "Print the list: done" as
    ticks of those steps: they do not hand in the whole, unless they are all."""
    told = [(each, _meant(task.steps, each.step)) for each in step_reports(mail.words)] if task.steps else []
    done = [(each, meant) for each, meant in told if each.done and meant]
    if not done:
        return mail
    lines = {each.line for each, _ in done}
    others = {each.line for each, meant in told if not (each.done and meant)}
    arg = ",".join(dict.fromkeys(n for _, meant in done for n in meant.split(",")))
    tick = Command("check", arg, line="\n".join(sorted(lines - others, key=mail.words.index)))
    kept = [c for c in mail.commands if c.word not in {"done", "check"} or not _stands_in(c, lines)]
    ticked = {str(n) for n, each in enumerate(task.steps, 1) if each.done} | set(arg.split(","))
    if ticked >= {str(n + 1) for n in range(len(task.steps))} and "done" not in {c.word for c in kept}:
        kept.append(Command("done", how=How.PHRASE))
    return replace(mail, commands=(tick, *kept))


def _stands_in(command: Command, lines: set[str]) -> bool:
    return any(command.line.strip() in line or line in command.line for line in lines)


def _meant(known: tuple[Step, ...], named: str) -> str:
    """The numbers of the steps that a report names; "" where it names none."""
    if named.replace(",", "").isdecimal():
        return named
    folded = [_plain(each.text) for each in known]
    hits = [n for n, text in enumerate(folded, 1) if text == _plain(named)]
    if not hits and " " in named:
        hits = [n for n, text in enumerate(folded, 1) if text.startswith(_plain(named))]
    return str(hits[0]) if len(hits) == 1 else ""


def check(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """`[x] 2`, `check: 1, 3`, `[x] Download the sheet`."""
    return _tick(draft, number, command, done=True)


def uncheck(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    return _tick(draft, number, command, done=False)


def step(draft: Draft, number: int, mail: Arrival, command: Command) -> Outcome:
    """A step that the contractor adds; the owner reads of it in the next letter."""
    text = " ".join((command.arg or plain_words(mail)).split())[:200]
    if not text:
        return Outcome("not done: write the step behind it, as in  step: ...", loud=True)
    task = draft.task(number)
    me = mail.sender.person
    task = draft.record(number, StepsAdded((text,), me))
    if me == task.contractor and task.owner not in mail.present:
        draft.record(number, e.WordsFiled(me, f"Added step {len(task.steps)}: {text}"))
    return Outcome(f"added as step {len(task.steps)}")


def _tick(draft: Draft, number: int, command: Command, *, done: bool) -> Outcome:
    task = draft.task(number)
    if not task.steps:
        _keep(draft, task, command)
        return Outcome(NO_LIST, loud=True, undo="")
    wanted = [w.strip() for w in command.arg.split(";" if ";" in command.arg else ",") if w.strip()]
    found = {w: _numbers(task.steps, w) for w in wanted} or {"": ()}
    numbers = tuple(sorted({n for hit in found.values() for n in hit}))
    if numbers:
        task = draft.record(number, StepsTicked(numbers, done))
        ticked = sum(step.done for step in task.steps)
        task = draft.record(number, PaceNoted(100 * ticked // len(task.steps)))
    strange = [w for w, hit in found.items() if not hit]
    if strange:
        said = f'not done: "{strange[0][:60]}" is none of the {len(task.steps)} steps'
        return Outcome(said if not numbers else f"{said}. {_headway(task)}", loud=True)
    back = ",".join(str(n) for n in numbers)
    return Outcome(_headway(task), undo=f"{'uncheck' if done else 'check'} {back}" if numbers else "")


def _headway(task: Task) -> str:
    ticked = sum(s.done for s in task.steps)
    return f"{ticked} of {len(task.steps)} steps are ticked"


def _keep(draft: Draft, task: Task, command: Command) -> None:
    """What cannot be ticked is a report all the same: the owner reads it."""
    if command.line and task.contractor == draft.by:
        several = ";" in command.arg or "," in command.arg
        draft.record(task.number, e.WordsFiled(task.contractor, command.arg if several else command.line))


def _numbers(known: tuple[Step, ...], wanted: str) -> tuple[int, ...]:
    """The step that a number or a text means: the same words, else words that
    only one step begins with or holds."""
    if wanted.isdecimal():
        return (int(wanted),) if 0 < int(wanted[:4]) <= len(known) else ()
    text = _plain(wanted)
    folded = [_plain(s.text) for s in known]
    for fits in (str.__eq__, str.startswith, str.__contains__):
        hits = [n for n, other in enumerate(folded, 1) if text and fits(other, text)]
        if len(hits) == 1:
            return (hits[0],)
    return ()


def _plain(text: str) -> str:
    return fold(text).strip(" .,;:!*_")
