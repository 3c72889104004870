"""`restore` and `rebuild`: the two ways on from a store that is lost."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

from config import Config
from intake.imap import ImapSource
from intake.maildir import MaildirSource
from intake.source import ServerAway, Source
from outbound.filters import count
from shell.context import Context
from shell.printing import as_json, err, out
from shell.restoring import Means, Report, rebuild, restore
from shell.rounds import orders_and_releases
from shell.waiting import NO, YES
from shell.workshop import imap_settings, open_workshop
from store.lock import running
from store.port import StoreUnusable
from store.reader import open_reader
from store.remains import RECORD, newest_backup
from tasks.evolve import evolve

USAGE, SERVER_AWAY = 64, 69
AWAY = "{} Nothing was changed. Try again later, or add --without-mailbox: then only the spool is read."


def restore_command(context: Context) -> int:
    """Bring a backup back, or say what becomes of the letters that wait."""
    args = context.args
    if args.backup is None and not (args.yes_send or args.no_send):
        known = newest_backup(context.config.store_path / RECORD)
        err(f"Say which backup, for example: ./run restore {known or 'FOLDER'}")
        return USAGE
    if args.backup is not None:
        backup = args.backup
        code = _remake(context, lambda means: restore(context.config, backup, means), "restored")
        if code:
            return code
    if args.yes_send or args.no_send:
        return _settle(context, YES if args.yes_send else NO)
    return 0


def rebuild_command(context: Context) -> int:
    """Make the store again from the mails. One that opens is not put aside unasked."""
    if not context.args.yes and _opens(context.config.store_path / RECORD):
        err(
            f"There is a store at {context.config.store_path} that opens. `rebuild --yes` puts it aside and "
            "makes a new one from the mails alone, which is less than it holds."
        )
        return USAGE
    return _remake(context, lambda means: rebuild(context.config, means), "made again")


def _opens(record: Path) -> bool:
    try:
        with closing(open_reader(record, evolve)):
            return True
    except StoreUnusable:
        return False


def _remake(context: Context, make: Callable[[Means], Report], how: str) -> int:
    with_mailbox = not context.args.without_mailbox
    means = Means(context.clock, source_of(context.config) if with_mailbox else None)
    try:
        report = make(means)
    except ServerAway as away:
        err(AWAY.format(away))
        return SERVER_AWAY
    if context.args.json:
        as_json(asdict(report))
    else:
        _say(report, how, with_mailbox=with_mailbox)
    return 0


def source_of(config: Config) -> Callable[[str], Source]:
    """The mailbox of the config as a source for one of its folders; "" is its inbox."""
    box = config.mailbox
    if maildir := box.maildir:
        return lambda folder: MaildirSource(maildir, box.account, folder)
    settings = imap_settings(config)
    return lambda folder: ImapSource(replace(settings, folder=folder) if folder else settings)


def _say(report: Report, how: str, *, with_mailbox: bool) -> None:
    since = f" It was of {report.since:%Y-%m-%d %H:%M} UTC." if report.since else ""
    out(f"The store was {how}: {count(report.tasks, 'task')}, {count(report.held, 'mail')} held.{since}")
    out(f"{count(report.mails, 'mail')} taken up again; every history agrees with its task.")
    if report.aside:
        out(f"What stood there before lies in {report.aside}; remove it when you are content.")
    if report.known_sent:
        out(f"{count(report.known_sent, 'letter')} had gone out: they lie in Sent, or were answered.")
    if report.waiting:
        out(f"{count(report.waiting, 'letter')} may have been sent before, and wait (`./run outbox`):")
        out("  ./run restore --yes-send    sends them; who had one gets it twice, with one Message-ID")
        out("  ./run restore --no-send     drops them")
    if report.damaged:
        out(f"{count(len(report.damaged), 'mail')} of the spool cannot be read: {', '.join(report.damaged)}")
    if not with_mailbox:
        out("The mailbox was not looked at: mails that only lie in its folders were not taken up.")


def _settle(context: Context, word: str) -> int:
    path = context.config.store_path / RECORD
    if running(path):
        with closing(open_reader(path, evolve)) as store:
            store.leave_order({"word": word}, context.clock())
        out(f"Left for the running daemon: {word}.")
        return 0
    with closing(open_workshop(context.config, context.clock)) as shop:
        shop.store.leave_order({"word": word}, context.clock())
        for answer in orders_and_releases(shop):
            out(f"{answer}. Letters go out when Handoff runs next.")
    return 0
