"""A backup brought back, or a store made again from the spool alone.

The new store grows in a folder of its own and takes its place when it is whole
and verified; the present one is put aside, never deleted. Cut anywhere and run
again, it begins anew with all it needs still there.
"""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config import Backup, Config, Store
from shell.gathering import Gathered, Means, gather
from shell.keys import KeyFileUnusable, load_keys
from shell.remarks import kept
from shell.replaying import Hands, replay
from shell.rounds import first_start
from shell.waiting import doubt
from shell.workshop import Workshop, open_workshop
from store.backups import mirror, stamp
from store.embedded import EmbeddedStore, open_store
from store.lock import take_lock
from store.medium import fsync, wal_path
from store.port import Batch, StoreUnusable
from store.remains import ASIDE, KEY, RECORD, SPOOL
from store.spool import Spool
from store.trouble import speaking
from tasks.evolve import evolve
from tasks.letters import Remark
from wire.tokens import Keyring

__all__ = ["Means", "Report", "rebuild", "restore"]

log = logging.getLogger("handoff")
WORK = "restoring"
DAY = timedelta(days=1)  # of the letters of a rebuilt store, those of its last day are in doubt
TOLD = (
    "The store was {} on {:%d %b}; {} mails were taken up again. {} letters may have been sent before and"
    " wait: whoever runs Handoff says by `restore --yes-send` or `--no-send` what becomes of them."
)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it: mails taken up again, letters that wait for a yes, letters
    known to have gone out; tasks and held mails in all; where the former store
    lies; damaged mails of the spool, and folders that the mailbox lacks."""

    mails: int
    waiting: int
    known_sent: int
    tasks: int
    held: int
    since: datetime | None
    aside: Path | None
    damaged: tuple[str, ...]
    missing: tuple[str, ...]


def checkpoint(step: str) -> None:
    """Between two steps that change the disk."""
    log.debug("restore: %s", step)


def restore(config: Config, backup: Path, means: Means) -> Report:
    """Go on from `backup` (a folder, or a record alone). Raises StoreUnusable,
    KeyFileUnusable or ServerAway; then the store is as it was."""
    record = backup / RECORD if backup.is_dir() else backup
    if not record.is_file():
        raise StoreUnusable(f"{backup} is no backup: there is no {RECORD} in it. Nothing was changed.")
    with _alone(config) as work:
        checkpoint("copy the record")
        shutil.copyfile(record, work / RECORD)
        (work / RECORD).chmod(0o600)
        checkpoint("copy the key")
        _choose_key(config.key_file, record.parent / KEY, work / KEY)
        checkpoint("bring the spool")
        for spool in (record.parent / SPOOL, record.parent.parent / SPOOL):
            if spool.is_dir() and backup.is_dir() and spool != config.store_path / SPOOL:
                mirror(spool, config.store_path / SPOOL, link=False)
        return _made_again(config, work, means, "brought back from a backup")


def rebuild(config: Config, means: Means) -> Report:
    """Make the store again from the spool, the orders in it and the mailbox. The
    key has to be there. Raises as `restore`."""
    if not config.key_file.exists():
        raise KeyFileUnusable(
            f"{config.key_file}, the key that signs our letters, is gone: put back the copy that lies in any "
            "backup. Without it no reply in the spool is known to be one. Nothing was changed."
        )
    with _alone(config) as work:
        open_store(work / RECORD, evolve).close()
        shutil.copyfile(config.key_file, work / KEY)
        (work / KEY).chmod(0o600)
        return _made_again(config, work, means, "made again from the mails")


@contextmanager
def _alone(config: Config) -> Iterator[Path]:
    """The working folder, empty, with nobody else at the store."""
    home = config.store_path
    with speaking(home):
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = take_lock(home / RECORD)
        try:
            shutil.rmtree(home / WORK, ignore_errors=True)
            (home / WORK).mkdir(mode=0o700)
            yield home / WORK
            shutil.rmtree(home / WORK, ignore_errors=True)
        finally:
            os.close(lock)


def _choose_key(present: Path, backup: Path, to: Path) -> None:
    """The present key if it knows all that the backup's does (a secret address
    may have been renewed since); else the backup's. Neither: none."""
    ours, theirs = _ring(present), _ring(backup)
    if ours and (theirs is None or theirs.keys.items() <= ours.keys.items()):
        shutil.copyfile(present, to)
    elif theirs:
        shutil.copyfile(backup, to)
    if to.exists():
        to.chmod(0o600)


def _ring(path: Path) -> Keyring | None:
    try:
        return load_keys(path, may_make=False)
    except KeyFileUnusable:
        return None


def _made_again(config: Config, work: Path, means: Means, how: str) -> Report:
    now = means.clock()
    hands = Hands(now)
    wrote_at = _wrote_at(config.store_path / RECORD, now)
    shop = _workshop(config, work, means, hands)
    try:
        report = _lived_through(shop, hands, wrote_at, means, how)
    finally:
        shop.close()
    return replace(report, aside=_put_in_place(config, work, now))


def _wrote_at(record: Path, now: datetime) -> datetime:
    """When the store that is lost was last written, if its file is still there."""
    times = [file.stat().st_mtime for file in (record, wal_path(record)) if file.exists()]
    return min(datetime.fromtimestamp(max(times, default=0), UTC), now)


def _workshop(config: Config, work: Path, means: Means, hands: Hands) -> Workshop:
    """A workshop on the new store, with the one spool there is."""
    aside = replace(config, store=Store(path=work), backup=Backup(every_hours=0))
    aside = replace(aside, trust=replace(config.trust, key_file=work / KEY))
    shop = open_workshop(aside, hands)
    spool = Spool(config.store_path / SPOOL)
    shop.spool = spool
    shop.desk = replace(shop.desk, read_file=spool.get)
    shop.parse = means.parse or shop.parse
    return shop


def _lived_through(shop: Workshop, hands: Hands, wrote_at: datetime, means: Means, how: str) -> Report:
    store, now = shop.store, hands.now
    assert isinstance(store, EmbeddedStore)
    copied = store.meta("copied-at")
    since = datetime.fromisoformat(copied) if copied else store.newest_at()
    checkpoint("gather")
    found = gather(shop, since, now, means)
    moments = [came.at for came in found.things.values()] or [now]
    hands.now = since or min(moments)
    first_start(shop)
    checkpoint("replay")
    mails = replay(shop, hands, found.things.values(), now)
    store.moved(found.filed)
    lived_to = max(wrote_at, *moments) if since is None else now
    waiting, known = doubt(store, found.sent, lived_to - DAY, rebuilt=since is None)
    words = TOLD.format(how, now, mails, waiting)
    store.commit(Batch(remarks=(kept(now, Remark(shop.house.owners()[0].key, words)),), at=now))
    _verify(store)
    return _report(shop, found, since, mails=mails, waiting=waiting, known_sent=known)


def _verify(store: EmbeddedStore) -> None:
    wrong = list(store.verify())
    if wrong:
        raise StoreUnusable(f"It did not become a store in order ({wrong[0]}), so nothing was changed.")


def _report(
    shop: Workshop, found: Gathered, since: datetime | None, *, mails: int, waiting: int, known_sent: int
) -> Report:
    return Report(
        mails=mails,
        waiting=waiting,
        known_sent=known_sent,
        tasks=sum(1 for _ in shop.store.tasks()),
        held=len(shop.store.held_rows()),
        since=since,
        aside=None,
        damaged=tuple(
            came.raw for came in found.things.values() if came.raw and not shop.spool.get(came.raw)
        ),
        missing=tuple(found.missing),
    )


def _put_in_place(config: Config, work: Path, now: datetime) -> Path | None:
    """The key first, then the record: cut in between, the store is missing, which
    the next start tells, and both backup and spool are there to begin again."""
    home = config.store_path
    aside = home / f"{ASIDE}{stamp(now)}"
    moved = [home / (RECORD + end) for end in ("", "-wal", "-shm") if (home / (RECORD + end)).exists()]
    new_key = (work / KEY).read_bytes()
    old_key = config.key_file.read_bytes() if config.key_file.exists() else None
    if moved or old_key not in (None, new_key):
        aside.mkdir(mode=0o700, exist_ok=True)
    if old_key != new_key:
        checkpoint("put the key in place")
        if old_key is not None:
            shutil.move(config.key_file, aside / KEY)
        config.key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        shutil.move(work / KEY, config.key_file)
    for file in moved:
        checkpoint("put the old record aside")
        file.replace(aside / file.name)
    checkpoint("put the new record in place")
    (work / RECORD).replace(home / RECORD)
    fsync(home)
    return aside if aside.exists() else None
