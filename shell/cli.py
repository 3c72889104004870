"""The command line: each command is one row.

Exit codes follow sysexits: 0 all well, 64 wrong usage, 65 bad mail, 69 a server
is away, 75 try later, 78 the config needs you.
"""

import argparse
import os
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from config import Config, ConfigError, load
from shell import looking, retention, trying
from shell.checking import check
from shell.context import Context
from shell.copying import back_up
from shell.erasure import erase_command
from shell.export import FORMS, export
from shell.keys import KeyFileUnusable
from shell.logs import set_up
from shell.ordering import order_held, order_renewal
from shell.piping import pipe
from shell.printing import err
from shell.reading_safe import anonymise_file
from shell.reading_told import read_file
from shell.recovering import rebuild_command, restore_command
from shell.rounds import first_start
from shell.version import VERSION
from shell.working import once, say_round, work
from shell.workshop import Clock, open_workshop
from store.backups import BackupUnwritten
from store.port import Store, StoreUnusable
from store.reader import open_reader
from tasks.evolve import evolve

NEAR = Path("config.yaml")  # the config of a newcomer, in the folder they are in
OK, USAGE, SERVER_AWAY, LATER, CONFIG = 0, 64, 69, 75, 78


@dataclass(frozen=True)
class Row:
    """One command: its name, one line of help, what it does, its arguments."""

    name: str
    help: str
    do: Callable[[Context], int]
    arguments: tuple[tuple[str, Mapping[str, object]], ...] = ()


def _looked(look: Callable[[Context, Store], int | None]) -> Callable[[Context], int]:
    """A command that only reads, beside a running daemon or with none."""

    def do(context: Context) -> int:
        store = open_reader(context.config.store_path / "handoff.db", evolve)
        try:
            return look(context, store) or OK
        finally:
            store.close()

    return do


def _run(context: Context) -> int:
    shop = open_workshop(context.config, context.clock)
    try:
        if context.args.since:
            first_start(shop, context.args.since)
        work(shop, context.stop)
    finally:
        shop.close()
    return OK


def _once(context: Context) -> int:
    clock = context.clock
    if context.args.at and not context.config.simulation:
        err("`once --at` sends real letters for a time that is not now; it needs `simulation: true`.")
        return USAGE
    if context.args.at:
        clock = _fixed(context.args.at)
    shop = open_workshop(context.config, clock)
    try:
        return say_round(once(shop), json=context.args.json)
    finally:
        shop.close()


def _check(context: Context) -> int:
    shop = open_workshop(context.config, context.clock, by_hand=True)
    try:
        return check(shop, json=context.args.json)
    finally:
        shop.close()


def _at(context: Context) -> Clock:
    return _fixed(context.args.at) if context.args.at else context.clock


def _fixed(at: datetime) -> Clock:
    return lambda: at


def _read(args: argparse.Namespace, config: Config | None, clock: Clock) -> int:
    """`read`, which newcomers may try without a config."""
    if args.anonymise:
        return anonymise_file(config, clock, args.file, args.anonymise, at=args.at, json=args.json)
    return read_file(config, clock, args.file, at=args.at, json=args.json)


def moment(text: str) -> datetime:
    """A moment with its offset, for --at and --from."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no moment; write 2026-12-02T17:00:00-08:00') from None
    if at.tzinfo is None:
        raise argparse.ArgumentTypeError("write the offset too, like 2026-12-02T17:00:00-08:00")
    return at


AT = ("--at", {"type": moment, "metavar": "TIME", "help": "as if it were TIME (2026-12-02T17:00:00-08:00)"})
FROM = ("--from", {"type": moment, "metavar": "TIME", "dest": "since", "help": "also read mail since TIME"})
ALL = ("--all", {"action": "store_true", "help": "closed or sent ones too"})
FILE = ("file", {"metavar": "FILE.eml", "type": Path})
SAFE = ("--anonymise", {"metavar": "OUT.eml", "type": Path, "help": "write a copy that is safe to share"})
NO_BOX = (
    "--without-mailbox",
    {"action": "store_true", "help": "read the spool only, not the server's folders"},
)
YES_SEND = ("--yes-send", {"action": "store_true", "help": "send the letters that wait after a restore"})
NO_SEND = ("--no-send", {"action": "store_true", "help": "drop the letters that wait after a restore"})
AT_ONCE = ("--at-once", {"action": "store_true", "help": "end the old key now: somebody has seen it"})
TAG = ("task", {"metavar": "T-12"})

ROWS: tuple[Row, ...] = (
    Row("run", "work until stopped (Ctrl-C or SIGTERM finishes the mail in hand)", _run, (FROM,)),
    Row("start", "the same as run", _run, (FROM,)),
    Row("once", "one round: file new mail, fire reminders, post the outbox", _once, (AT,)),
    Row("preview", "print the letters that `once` would send, and send none",
        lambda c: trying.preview(c.config, _at(c), json=c.args.json), (AT,)),
    Row("check", "read the config, log in to both servers, send nothing", _check),
    Row("list", "the open tasks",
        _looked(lambda c, s: looking.list_tasks(s, c.config, all_=c.args.all, json=c.args.json)), (ALL,)),
    Row("show", "a task with its history, thread and files",
        _looked(lambda c, s: looking.show_task(s, c.config, c.args.task, json=c.args.json, now=c.clock())),
        (TAG,)),
    Row("why", "how each mail of a task was matched, proven and read",
        _looked(lambda c, s: looking.why(s, c.config, c.args.task, json=c.args.json)), (TAG,)),
    Row("read", "show what is read from a mail file, and do nothing",
        lambda c: _read(c.args, c.config, c.clock), (FILE, AT, SAFE)),
    Row("outbox", "letters that are not sent yet",
        _looked(lambda c, s: looking.outbox(s, c.config, everything=c.args.all, json=c.args.json)), (ALL,)),
    Row("intake", "keep one mail from standard input, for a mail server's pipe",
        lambda c: pipe(lambda: c.config)),
    Row("held", "held mail: list it, or pass-on, always, drop H-7 (or all mail of one address)", order_held,
        (("word", {"nargs": "?", "choices": ["list", "pass-on", "always", "drop"], "default": "list"}),
         ("held", {"nargs": "?", "metavar": "H-7"}))),
    Row("renew", "a new signing key (the old one is good for 90 days), or an owner's new secret address",
        order_renewal, (("what", {"choices": ["key", "secret-address"]}),
                        ("person", {"nargs": "?", "metavar": "OWNER"}), AT_ONCE)),
    Row("digest", "print the digest as it would be now",
        lambda c: trying.digest(c.config, _at(c), json=c.args.json), (AT,)),
    Row("export", "all tasks as JSON or CSV, or their dates for a calendar (ics: events, todo: tasks)",
        _looked(export),
        (("form", {"nargs": "?", "choices": list(FORMS), "default": "json"}),
         ("--out", {"metavar": "FILE", "type": Path, "help": "write it into a new file"}))),
    Row("backup", "a whole copy of the store, the key and all mails, beside a running daemon or with none",
        back_up, (("folder", {"nargs": "?", "metavar": "FOLDER", "type": Path}),)),
    Row("restore", "go on from a backup, and take up the mails that came since", restore_command,
        (("backup", {"nargs": "?", "metavar": "BACKUP", "type": Path}), YES_SEND, NO_SEND, NO_BOX)),
    Row("rebuild", "make the store again from the mails alone, where there is no backup", rebuild_command,
        (NO_BOX, ("--yes", {"action": "store_true", "help": "also in place of a store that opens"}))),
    Row("retention", "what the daily sweep would remove from the disk now", _looked(retention.look)),
    Row("erase", "erase a person's data on request: say what would go, or with --yes do it", erase_command,
        (("person", {"metavar": "PERSON", "help": "a key of the config, or an address"}),
         ("--yes", {"action": "store_true", "help": "do it; it cannot be undone"}))),
    Row("verify", "replay every history and compare it with the stored task",
        _looked(lambda c, s: looking.verify(s, json=c.args.json))),
)  # fmt: skip


class _Parser(argparse.ArgumentParser):
    """argparse, but wrong usage is exit code 64 (sysexits.h)."""

    def error(self, message: str) -> "None":  # type: ignore[override]
        self.print_usage(sys.stderr)
        err(f"{self.prog}: {message}. `./run --help` shows the commands.")
        raise SystemExit(USAGE)


def parser() -> argparse.ArgumentParser:
    """The parser for all rows, and `demo`."""
    top = _Parser(
        prog="./run",
        description="Hand work to contractors by plain email, and then let go.",
        epilog="Exit codes: 0 all well, 64 wrong usage, 65 bad mail, 69 a server is away, "
        "75 try later, 78 the config needs you.",
    )
    top.add_argument("--version", action="version", version=f"Handoff {VERSION}")
    default = os.environ.get("HANDOFF_CONFIG", NEAR)
    top.add_argument(
        "--config",
        metavar="FILE",
        type=Path,
        default=Path(default),
        help="the config (default: config.yaml here, or $HANDOFF_CONFIG)",
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for row in ROWS:
        sub = commands.add_parser(row.name, help=row.help, description=row.help)
        for flag, how in row.arguments:
            sub.add_argument(flag, **how)  # type: ignore[arg-type]
        sub.add_argument("--json", action="store_true", help="print JSON")
        sub.set_defaults(row=row)
    demo = commands.add_parser("demo", help="play a working week on an embedded mail server")
    demo.add_argument("--stay", action="store_true", help="keep the server up, for a real mail client")
    demo.add_argument("--out", type=Path, default=Path("demo-out"), help="where the letters are left")
    demo.add_argument("--json", action="store_true", help="print JSON")
    return top


def main(argv: Sequence[str], clock: Clock, stop: threading.Event, demo: Callable[..., int]) -> int:
    """Run one command and return its exit code. Trouble is one clear sentence
    on stderr, never a traceback."""
    args = parser().parse_args(argv or ["--help"])
    try:
        if args.command == "demo":
            return demo(args.out, stay=args.stay, json=args.json)
        if args.command == "read" and args.config == NEAR and not NEAR.exists():
            return _read(args, None, clock)
        if args.command == "intake":
            return pipe(lambda: load(args.config, os.environ))
        config = load(args.config, os.environ)
        set_up(config, to_terminal=args.command in {"run", "start", "once"})
        row: Row = args.row
        return row.do(Context(args, config, clock, stop))
    except ConfigError as error:
        err(str(error))
        return CONFIG
    except KeyFileUnusable as error:
        err(str(error))
        return CONFIG
    except looking.NotThere as error:
        err(str(error))
        return USAGE
    except (StoreUnusable, BackupUnwritten) as error:
        err(str(error))
        return LATER
