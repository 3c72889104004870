"""`erase`: a person's data, on request. It says what goes, what stays and why."""

import json
import logging
import sqlite3
from contextlib import closing
from datetime import datetime

from config import Config
from outbound.filters import count
from shell.context import Context
from shell.printing import as_json, err, out
from shell.workshop import Workshop, open_workshop
from store.embedded import EmbeddedStore
from store.erasing import Erased, Who, erase
from store.port import Batch
from store.remains import SPOOL
from store.spool import Spool
from tasks.model import Task
from tasks.people import House

log = logging.getLogger("handoff")
USAGE = 64
PENDING, DONE = "erase-pending", "erased:"
KINDS = ("mail", "held mail", "letter", "event", "remark")
STAYS = (
    "the mails on your mail server (delete them there, in {folders} and in the trash),",
    "the mails of others that name this person: they are theirs, and go when their retention ends,",
    "that something happened: numbers, moments, states and the amounts of bills, under the name {pseudonym},",
    "the checksums of the mails, by which they are not taken for new ones,",
    "the log, and every backup made before now: they hold all of it until they are rotated away or removed.",
)


class _Undo(Exception):
    """Carries what would be erased out of a transaction that is rolled back."""

    def __init__(self, done: Erased) -> None:
        super().__init__()
        self.done = done


def checkpoint(step: str) -> None:
    """Between two steps that change the disk."""
    log.debug("erase: %s", step)


def erase_command(context: Context) -> int:
    """Erase a person of the config by key, or anybody by address. Without --yes
    it only says what would go. No daemon may run meanwhile."""
    with closing(open_workshop(context.config, context.clock)) as shop:
        assert isinstance(shop.store, EmbeddedStore)
        _finish(shop, shop.store)
        who = _who(context.args.person, shop.house, shop.store)
        trouble = _refused(who, context.args.person, shop.store)
        if trouble:
            err(trouble)
            return USAGE
        assert who is not None
        done = _erase(shop, shop.store, who) if context.args.yes else _would(shop.store, who)
    _say(done, who, context.config, yes=context.args.yes, json=context.args.json)
    return 0


def _who(named: str, house: House, store: EmbeddedStore) -> Who | None:
    """The person meant: of the house by key or address, or a stranger's address."""
    number = 1
    while store.meta(f"{DONE}{number}"):
        number += 1
    pseudonym = f"erased{number}"
    word = named.strip().lower()
    for key, person in house.people.items():
        addresses = tuple(each.lower() for each in person.addresses)
        if word == key or word in addresses:
            return Who(key, person.name, addresses, pseudonym)
    return Who("", _name_of(word, store), (word,), pseudonym) if "@" in word else None


def _name_of(address: str, store: EmbeddedStore) -> str:
    """A stranger's name, as their held mail gave it."""
    rows = (held for state in ("held", "passed on", "let in", "dropped") for held in store.held_rows(state))
    return next((held.name for held in rows if held.address.lower() == address and held.name), "")


def _refused(who: Who | None, named: str, store: EmbeddedStore) -> str:
    if who is None:
        return f"{named} is neither a person of the config nor an address. Nothing was erased."
    tags = [task.tag for task in store.open_tasks() if _takes_part(task, who.key)]
    if not tags:
        return ""
    verb = "is" if len(tags) == 1 else "are"
    still = f"{', '.join(tags)} {verb} still open"
    return f"{still}: close them, or assign them to somebody else. Nothing was erased."


def _takes_part(task: Task, key: str) -> bool:
    return bool(key) and key in (task.owner, task.contractor)


def _would(store: EmbeddedStore, who: Who) -> Erased:
    """What an erasure would do: done, looked at and rolled back."""

    def look(db: sqlite3.Connection) -> Erased:
        raise _Undo(erase(store, db, who))

    try:
        return store.change(look)
    except _Undo as undone:
        return undone.done


def _erase(shop: Workshop, store: EmbeddedStore, who: Who) -> Erased:
    """The record first, with the names of what is to leave the spool; then that."""
    checkpoint("erase in the record")
    now = shop.clock()
    done = store.scrub(lambda db: _noted(erase(store, db, who), who, now, db))
    checkpoint("remove from the spool")
    _finish(shop, store)
    log.info("erased %s: %s", who.pseudonym, dict(done.counts))
    return done


def _noted(done: Erased, who: Who, now: datetime, db: sqlite3.Connection) -> Erased:
    kept = {
        "at": now.isoformat(),
        "as": who.pseudonym,
        "tasks": [f"T-{number}" for number in sorted(done.tasks)],
        **done.counts,
        "files": len(done.files),
    }
    pending = json.dumps(sorted(done.mails | done.files))
    number = who.pseudonym.removeprefix("erased")
    rows = ((f"{DONE}{number}", json.dumps(kept)), (PENDING, pending))
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)
    return done


def _finish(shop: Workshop, store: EmbeddedStore) -> None:
    """Remove from the spool, and its mirror, what an erasure left to remove."""
    names = json.loads(store.meta(PENDING) or "[]")
    if names:
        for spool in (shop.spool, Spool(shop.config.backup_path / SPOOL)):
            spool.forget(names)
        checkpoint("note that the spool is done")
        store.commit(Batch(meta={PENDING: "[]"}))


def _say(done: Erased, who: Who, config: Config, *, yes: bool, json: bool) -> None:
    tasks = [f"T-{number}" for number in sorted(done.tasks)]
    if json:
        as_json({"erased": yes, "as": who.pseudonym, "tasks": tasks, **done.counts, "files": len(done.files)})
        return
    out("Erased:" if yes else "This would be erased:")
    for kind in KINDS:
        out(f"  {count(done.counts[kind], kind)}")
    out(f"  {count(len(done.files), 'file')}")
    out(f"  names, addresses and words in {', '.join(tasks) or 'no task'}")
    out("What stays, and why:")
    folders = config.folders.task.replace("{person}", who.name or "Nobody")
    for line in STAYS:
        out(f"  {line.format(folders=folders, pseudonym=who.pseudonym)}")
    if who.key in config.people:
        out(f"Take people.{who.key} out of config.yaml too, or they are known as before.")
    if not yes:
        out("Nothing was erased yet: say it again with --yes.")
