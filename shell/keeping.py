"""Keeping the store safe while it works: the hourly backup, within the round.

A backup that cannot be made is told, to the log and once a day to the owner,
and stops nothing: the mail in hand is worth more than its copy.
"""

import logging
from datetime import datetime, timedelta

from language.masking import mask
from shell.remarks import kept
from shell.workshop import Workshop
from store.backups import BackupUnwritten, Keep, is_due, make_backup, mirror, rotate
from store.port import Batch, StoreUnusable
from store.record import Record
from tasks.digest import digests_before
from tasks.letters import Remark

log = logging.getLogger("handoff")
RESTS, REST = "backup-rests-until", timedelta(minutes=30)  # after one that went wrong
TOLD = "The last backup was not made, and you may want to tell whoever runs Handoff: {}"


def keep_safe(shop: Workshop, since: datetime) -> bool:
    """Make the backup that is due, if any; True if one was made. `since` is the
    first start. Never raises on trouble with the backup."""
    now, wanted = shop.clock(), shop.config.backup
    if not wanted.every_hours or not isinstance(shop.store, Record) or _resting(shop, now):
        return False
    folder = shop.config.backup_path
    try:
        if not is_due(shop.store.path, folder, now, timedelta(hours=wanted.every_hours), since):
            return False
        there = make_backup(shop.store, shop.config.key_file, folder, now)
        mirrored = mirror(shop.spool.folder, folder / "spool")
        rotate(folder, Keep(wanted.keep_hourly, wanted.keep_daily, wanted.keep_weekly))
    except (BackupUnwritten, OSError) as trouble:
        _tell(shop, str(trouble), now)
        return False
    log.info("backup %s; %d new files of the spool mirrored", there, mirrored)
    return True


def _resting(shop: Workshop, now: datetime) -> bool:
    until = shop.store.meta(RESTS)
    return bool(until) and now < datetime.fromisoformat(str(until))


def _tell(shop: Workshop, words: str, now: datetime) -> None:
    log.warning("backup: %s", words)
    owner = shop.house.owners()[0]
    digest, _ = next(digests_before(owner, shop.house, now), ("none", now))
    slot = f"backup-failed:{digest}"  # one line for each digest
    new = not shop.store.slots(slot)
    remark = kept(now, Remark(owner.key, TOLD.format(mask(words).text[:300])))
    try:
        shop.store.commit(
            Batch(
                slots=(slot,) if new else (),
                remarks=(remark,) if new else (),
                meta={RESTS: (now + REST).isoformat()},
            )
        )
    except StoreUnusable as trouble:  # one disk for both, and it is full: the round will say so itself
        log.warning("backup: %s", trouble)
