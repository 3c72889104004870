"""What can be looked at beside a running daemon: tasks, mails, letters.

The JSON of these is an interface; its keys stay.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from config import Config
from language.masking import secrets_in
from outbound.filters import count
from shell.printing import Row, discreet, masked, table
from shell.printing import tell as out
from shell.printing import tell_json as as_json
from store.port import LedgerRow, OutboxRow, Store
from tasks.agreed import agreed_log, agreed_words
from tasks.events import Fact
from tasks.intents import Held
from tasks.lateness import Lateness, lateness
from tasks.letters import OutboxState
from tasks.model import Task
from tasks.past import late_for_owner
from tasks.people import House
from tasks.returns import counted
from tasks.turns import turn, waits_since

WHY = (
    *("filed", "reason", "matched", "proof", "table", "kind", "kind_why", "answers"),
    *("body", "due", "commands", "brief", "cut_signature", "forwarded_from"),
)


class NotThere(Exception):
    """What was asked for is not in the store; the sentence says so."""


def _zone(house: House) -> ZoneInfo:
    """Moments are printed in the first owner's zone."""
    return ZoneInfo(house.owners()[0].zone)


def _at(moment: datetime | None, house: House) -> datetime | None:
    return moment.astimezone(_zone(house)) if moment else None


def _known(task: Task) -> tuple[str, ...]:
    """The secrets of a task, which are masked also where nothing names them as such."""
    return secrets_in(task.brief, task.masked)


def task_row(task: Task, house: House) -> Row:
    """A task as `list` gives it."""
    return {
        "id": task.tag,
        "title": discreet(task.title, _known(task)),
        "owner": task.owner,
        "contractor": task.contractor or None,
        "state": task.state,
        "waiting_for": turn(task),
        "due_at": _at(task.due.at, house) if task.due else None,
        "due_phrase": task.due.phrase if task.due else None,
        "opened_at": _at(task.opened_at, house),
    }


def list_tasks(store: Store, config: Config, *, all_: bool, json: bool) -> None:
    """Open tasks; with `all_` closed ones too."""
    tasks = store.tasks() if all_ else store.open_tasks()
    rows = [task_row(t, config.house) for t in tasks]
    if json:
        as_json(rows)
        return
    columns = ("id", "title", "contractor", "state", "waiting_for", "due_at")
    table(rows, columns, "No open tasks." if not all_ else "No tasks yet.")


def find_task(store: Store, tag: str) -> Task:
    """The task named T-12 or 12. Raises NotThere."""
    number = tag.upper().removeprefix("T-")
    task = store.task(int(number)) if number.isdigit() else None
    if task is None:
        raise NotThere(f"There is no task {tag}. `list --all` shows those there are.")
    return task


def _fact_row(fact: Fact, house: House) -> Row:
    name = type(fact.event).__name__
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()
    return {"at": _at(fact.at, house), "by": fact.by, "proof": fact.proof, "event": words}


def _files(task: Task) -> list[Row]:
    return [{"name": f.name, "size": f.size, "sha256": f.sha256} for f in task.files]


def _agreed(facts: Sequence[Fact], task: Task, house: House) -> tuple[str, ...]:
    reader = house.people.get(task.owner) or house.owners()[0]
    return agreed_words(agreed_log(facts), house, reader)


def _late_row(late: Lateness) -> Row:
    """Lateness in whole minutes of the contractor's working time, by whose it is."""
    minute = timedelta(minutes=1)
    return {
        "late_minutes": round(late.counted / minute),
        "late_minutes_of_owner": round(late.owner / minute),
        "late_minutes_of_others": round(late.others / minute),
    }


def show_row(store: Store, task: Task, house: House, now: datetime | None = None) -> Row:
    """A task with its history, thread and files, secrets masked: all of `show --json`.
    Lateness is counted up to `now` (aware UTC)."""
    facts = store.history(task.number)
    thread = [
        {"message_id": m.message_id, "from": m.person, "at": _at(m.at, house), "kind": m.kind}
        for m in store.thread(task.number)
    ]
    whole = {
        **task_row(task, house),
        "brief": task.brief,
        "waiting_since": _at(waits_since(task, facts), house),
        "agreed": list(_agreed(facts, task, house)),
        **(_late_row(lateness(facts, house, now)) if now else {}),
        "history": [_fact_row(f, house) for f in facts],
        "thread": thread,
        "files": _files(task),
        "returns": dict(Counter(task.returns)),
        "cause_of_delay": task.miss_cause or None,
    }
    return {name: masked(value, _known(task)) for name, value in whole.items()}


def show_task(store: Store, config: Config, tag: str, *, json: bool, now: datetime | None = None) -> None:
    """One task with its history, thread and files."""
    task, house = find_task(store, tag), config.house
    row = show_row(store, task, house, now)
    if json:
        as_json(row)
        return
    due = f"{row['due_at']:%a %d %b %Y %H:%M}" if task.due else "no date"
    out(f"{task.tag}  {row['title']}")
    since = f" since {row['waiting_since']:%a %d %b %H:%M}" if row["waiting_since"] else ""
    out(f"{task.state}, waiting for {turn(task)}{since}; {task.contractor or 'nobody'}; {due}")
    facts = store.history(task.number)
    for line in _agreed(facts, task, house):
        out(line)
    if now and (whose := late_for_owner(lateness(facts, house, now), task.contractor, "the owner")):
        out(whose)
    if task.returns:
        out(f"came back {count(len(task.returns), 'time')}: {counted(task.returns)}")
    out(f"\n{row['brief']}\n")
    table([_fact_row(f, house) for f in facts], ("at", "by", "proof", "event"), "No history.")
    if task.files:
        out()
        table(_files(task), ("name", "size", "sha256"), "")


def why(store: Store, config: Config, tag: str, *, json: bool) -> None:
    """For each mail of a task: how it was matched, proven and read."""
    task = find_task(store, tag)
    known = _known(task)
    rows = [_why_row(r, config.house, known) for r in store.ledger_of(task.number)]
    if json:
        as_json(rows)
        return
    for row in rows:
        out(f"{row['at']:%Y-%m-%d %H:%M}  {row['from']}  {row['subject']}")
        for name in WHY:
            if row.get(name):
                out(f"  {name.replace('_', ' ')}: {_why_words(row[name])}")
        if row.get("new_words"):
            out("  read: " + " ".join(discreet(str(row["new_words"])).split())[:200])
    if not rows:
        out(f"No mail is filed under {task.tag}.")


def _why_words(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {each}" for name, each in value.items())
    return "; ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())


def _why_row(row: LedgerRow, house: House, known: tuple[str, ...]) -> dict[str, object]:
    """A row of the ledger; secrets of the task are masked also where nothing names them as such."""
    first = {
        "at": _at(row.at, house),
        "from": row.address,
        "subject": row.subject,
        "filed": row.filed.value,
        "reason": row.reason,
        "folder": row.folder,
    }
    read = {"new_words": discreet(str(row.why["new_words"]), known)} if "new_words" in row.why else {}
    return {**first, **dict(row.why), **read}


def outbox(store: Store, config: Config, *, everything: bool, json: bool) -> None:
    """Letters that are not sent yet; with `everything` those that are, too."""
    states = () if everything else [s for s in OutboxState if s is not OutboxState.SENT]
    rows = [_outbox_row(r, config.house) for r in store.outbox(states)]
    if json:
        as_json(rows)
        return
    columns = ("to", "task", "letter", "state", "attempts", "created_at", "detail")
    table(rows, columns, "Every letter is sent.")


def _outbox_row(row: OutboxRow, house: House) -> Row:
    return {
        "message_id": row.message_id,
        "to": row.to,
        "task": f"T-{row.ref.task}" if row.ref.task else None,
        "letter": row.ref.kind,
        "state": row.state.value,
        "attempts": row.attempts,
        "created_at": _at(row.created_at, house),
        "sent_at": _at(row.sent_at, house),
        "detail": row.detail,
    }


def held_mail(store: Store, config: Config, *, json: bool) -> None:
    """Held mail, and what can be done with it."""
    rows = [_held_row(h, config.house) for h in store.held_rows()]
    if json:
        as_json(rows)
        return
    table(rows, ("id", "at", "from", "subject", "reason", "knock"), "No mail is held.")
    for row in rows:
        if row["table"]:
            out(f"{row['id']}: {row['table']}")
    if rows:
        out("\n`held pass-on H-7` lets it in, `always` registers its sender too, `drop` drops it.")


def _held_row(held: Held, house: House) -> Row:
    return {
        "id": f"H-{held.number}",
        "at": _at(held.at, house),
        "from": held.address,
        "subject": held.subject,
        "reason": held.reason,
        "knock": held.knock,
        "table": held.cell,
        "confirm_until": _at(held.code_until, house),
    }


def verify(store: Store, *, json: bool) -> int:
    """Fold every history and compare it with its row. 0 if all agree."""
    differences = list(store.verify())
    if json:
        as_json({"ok": not differences, "differences": differences})
    else:
        out("\n".join(differences) or "Every task agrees with its history.")
    return 1 if differences else 0
