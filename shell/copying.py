"""`backup`: a whole copy by hand, for another disk or before a change."""

from contextlib import closing

from outbound.filters import count
from shell.context import Context
from shell.printing import as_json, out
from store.backups import make_backup
from store.reader import open_reader
from store.remains import RECORD, SPOOL
from store.spool import Spool
from tasks.evolve import evolve


def back_up(context: Context) -> int:
    """Copy the store, the key and the spool into a new folder, and read all of
    it once more there. Raises BackupUnwritten."""
    config = context.config
    folder = context.args.folder or config.backup_path
    with closing(open_reader(config.store_path / RECORD, evolve)) as store:
        there = make_backup(store, config.key_file, folder, context.clock(), spool=config.store_path / SPOOL)
    spool = Spool(there / SPOOL)
    keys = list(spool.keys())
    damaged = [key for key in keys if spool.get(key) is None]
    if context.args.json:
        as_json({"folder": str(there), "files": len(keys), "damaged": damaged})
        return 0
    out(f"{there}: the record, the key and {count(len(keys), 'file')} of the spool, all read once more.")
    if damaged:
        verb = "is" if len(damaged) == 1 else "are"
        out(f"{len(damaged)} of them {verb} damaged in the spool itself: {', '.join(damaged)}")
    out("Whoever has this folder can read every mail and sign letters: keep it as safe as the store.")
    return 0
