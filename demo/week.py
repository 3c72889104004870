"""`./run demo`: a working week of three tasks, played on this machine alone.

A real config is written and read, a real mailbox is polled and real SMTP is
spoken; only the mail provider and the people are ours, and the clock runs fast.
"""

import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from config import Config, load
from demo.cast import OWNER, PLAYERS, accounts, config_text
from demo.folder import Folder, NotOurs
from demo.pages import index, name_of
from demo.script import BEGINS, missing
from demo.server import EmbeddedServer
from demo.stage import DemoClock, Stage
from demo.stay import say_how, stay_up
from demo.telling import Teller
from shell.logs import set_up
from shell.looking import task_row
from shell.printing import as_json, err, out
from shell.rounds import first_start
from shell.workshop import open_workshop

PLAYED, NOT_AS_SCRIPTED, USAGE, CANNOT = 0, 1, 64, 75


def play(out: Path, *, stay: bool, json: bool) -> int:
    """Play the week, and leave its letters in the folder `out`.

    0 if it came out as scripted, 1 if not (a sentence says in what), 64 if
    `out` holds what no demo wrote, 75 if this machine does not let us. With
    `stay` the server and the daemon go on until SIGINT or SIGTERM.
    """
    folder = Folder(out)
    try:
        folder.begin()
        with _until_stopped() as stop:
            return _play(folder, stop, stay=stay, json=json)
    except NotOurs as foreign:
        err(str(foreign))
        return USAGE
    except OSError as trouble:
        err(f"The demo cannot be played here: {trouble}")
        return CANNOT


def _play(folder: Folder, stop: "Stop", *, stay: bool, json: bool) -> int:
    clock = DemoClock(OWNER.at(BEGINS))
    with EmbeddedServer(clock, accounts()) as server:
        config = _config(folder, server)
        set_up(config, to_terminal=False)
        shop = open_workshop(config, clock)
        try:
            first_start(shop)
            stage = Stage(server, clock, shop, folder, Teller(quiet=json))
            if not json:
                _say_first(stage)
            stage.play(stop.event)
            if stop.event.is_set():
                err("Stopped before the week was over.")
                return NOT_AS_SCRIPTED
            code = _end(stage, stay=stay, json=json)
            if stay:
                stop.also = shop.source.wake
                stay_up(stage, stop.event, quiet=json)
            return code
        finally:
            shop.close()


def _config(folder: Folder, server: EmbeddedServer) -> Config:
    """Write the house's config.yaml and read it as any config is read."""
    folder.write("password.txt", server.accounts[0].password + "\n", private=True)
    path = folder.write("config.yaml", config_text(server.host, server.imap_port, server.smtp_port))
    return load(path, {})


def _say_first(stage: Stage) -> None:
    server = stage.server
    out("A working week with Handoff, on a mail server of its own on this machine")
    out(f"(IMAP {server.host}:{server.imap_port}, SMTP {server.host}:{server.smtp_port}).")
    out("Stephanie owns a shop in Los Angeles. Joy (Manila) and Ben (New York) work for her by mail.")
    out("Olivia is her partner. Times are Stephanie's,")
    out("but a date in a letter is told as its reader's clock shows it.")


def _end(stage: Stage, *, stay: bool, json: bool) -> int:
    """Write the index, verify, and say how it came out."""
    page = index(stage.teller.lines, stage.letters, stage.per_person())
    stage.folder.write("index.html", page)
    tasks = [task_row(t, stage.shop.house) for t in stage.shop.store.tasks()]
    states = {str(row["id"]): str(row["state"]) for row in tasks}
    differences = list(stage.shop.store.verify())
    wrong = [*missing(stage.counts(), states), *differences, *dict.fromkeys(stage.trouble)]
    if json:
        as_json(_document(stage, tasks, wrong))
    else:
        _say_sums(stage, tasks, differences)
        for sentence in wrong:
            err(f"Not as scripted: {sentence}")
        _say_on(stage, stay=stay)
    return NOT_AS_SCRIPTED if wrong else PLAYED


def _document(stage: Stage, tasks: list[Mapping[str, object]], wrong: list[str]) -> dict[str, object]:
    server = stage.server
    return {
        "ok": not wrong,
        "wrong": wrong,
        "folder": str(stage.folder.path),
        "index": str(stage.folder.path / "index.html"),
        "server": {"host": server.host, "imap": server.imap_port, "smtp": server.smtp_port},
        "users": [{"user": a.user, "password": a.password, "address": a.address} for a in server.accounts],
        "counts": dict(stage.per_person()),
        "tasks": tasks,
        "folders": server.folders("tasks"),
        "story": [{"at": n.at, "who": n.who, "text": n.text, "words": n.words} for n in stage.teller.lines],
        "letters": [
            {
                "at": n.at,
                "to": n.reader.address,
                "kind": n.kind,
                "task": n.tag or None,
                "subject": n.subject,
                "message_id": n.field("Message-ID"),
                "file": f"{name_of(n)}.eml",
            }
            for n in stage.letters
        ],
    }


def _say_sums(stage: Stage, tasks: list[Mapping[str, object]], differences: list[str]) -> None:
    counts, digests = stage.per_person(), stage.counts()
    each = [_count(p.first, counts[p.user], digests[p.user, "digest"]) for p in PLAYERS]
    out(f"\nThe week is over. {sum(counts.values())} letters: {', '.join(each)}.")
    for row in tasks:
        out(f"  {row['id']}  {row['title']}: {row['state']}")
    filed = [f"{name} {count}" for name, count in stage.server.folders("tasks").items() if count]
    out(f"The mailbox, filed: {', '.join(filed)}.")
    out("; ".join(differences) or "verify: every task agrees with its history.")


def _count(name: str, letters: int, digests: int) -> str:
    return f"{name} {letters} ({digests} digests)" if digests else f"{name} {letters}"


def _say_on(stage: Stage, *, stay: bool) -> None:
    out(f"\nEvery letter, to open in a browser: {_near(stage.folder.path / 'index.html')}")
    out(f"Look behind it: ./run --config {_near(stage.folder.path / 'config.yaml')} show T-1")
    if stay:
        say_how(stage)
        return
    out("\nWith a mailbox of your own:")
    out("  cp config.example.yaml config.yaml    and fill in its four short sections")
    out("  ./run check                           logs in to both servers, sends nothing")
    out("  ./run run                             works until you stop it")


def _near(path: Path) -> Path:
    """The path from here, where it lies below; else whole."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


class Stop:
    """Set when the demo is to end; `also` is then called, to end a wait."""

    def __init__(self) -> None:
        self.event = threading.Event()
        self.also: Callable[[], None] | None = None

    def __call__(self, number: int, frame: FrameType | None) -> None:
        """The first signal ends what is played, a second one everything."""
        if self.event.is_set():
            raise SystemExit(128 + number)
        self.event.set()
        if self.also:
            self.also()


@contextmanager
def _until_stopped() -> Iterator[Stop]:
    """SIGINT and SIGTERM end the demo; in another thread than the main one,
    where no signal can be caught, only the process's end does."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    former = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, was in former.items():
            signal.signal(number, was)
