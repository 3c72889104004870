"""What the undisturbed play leaves for the sweep: where each stage begins and
ends, and the points at which a process can be struck."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.crash.conversation import Delivered
from tests.crash.picture import Picture
from tests.crash.postoffice import Truth

# What changes something outside the process; `write` is the log, the spool and the reader's pipe.
CALLS = (
    "write,pwrite64,writev,pwritev,fsync,fdatasync,rename,renameat,renameat2,"
    "unlink,unlinkat,ftruncate,sendto,sendmsg,mkdir"
)
INSIDE = "in "  # begins the names of the points inside the process, where nobody traces it


@dataclass(frozen=True, slots=True)
class Point:
    """Number `n` (from 1) of the calls `call` in stage `stage`: of the daemon, or
    of the `intake` that is handed mail `mail` (from 1) of the stage. `fault` "" is
    a kill, else an errno by its name. A call inside the process begins with
    `INSIDE`. With `lasting`, every later call of the kind meets the fault too."""

    stage: int
    call: str
    n: int
    fault: str = ""
    lasting: bool = False
    mail: int = 0

    @property
    def strace(self) -> tuple[str, ...]:
        if self.call.startswith(INSIDE):
            return ()
        what = f"error={self.fault}" if self.fault else "signal=SIGKILL"
        when = f"{self.n}+" if self.lasting else f"{self.n}"
        return ("-o", "/dev/null", "-e", f"trace={self.call}", "-e", f"inject={self.call}:{what}:when={when}")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that a process of ours made; `target` is what it was about, as strace shows it."""

    name: str
    target: str

    @property
    def inside(self) -> bool:
        return self.name.startswith(INSIDE)

    @property
    def on_disk(self) -> bool:
        if self.inside:
            return self.name != INSIDE + "send"
        return "/store/" in self.target or "/mail/" in self.target


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one strike. `code` is how the struck process ended, `broken`
    which laws are broken, `twice` how many letters came twice, `said` its words."""

    point: Point
    code: int
    broken: tuple[str, ...]
    twice: int
    said: str

    @property
    def struck(self) -> bool:
        return self.code == -9 or bool(self.point.fault)


@dataclass(frozen=True, slots=True)
class Begun:
    """A stage where it begins: the truth, copies of the folders, the mail so far."""

    truth: Truth
    copy: Path
    delivered: tuple[Delivered, ...]


@dataclass
class Played:
    """The undisturbed play: where each stage begins, how it ends, and which calls
    the daemon makes in it; `handed` are those of `intake`, by stage and mail."""

    begun: list[Begun] = field(default_factory=list)
    quiet: list[Picture] = field(default_factory=list)
    calls: list[list[Call]] = field(default_factory=list)
    handed: dict[tuple[int, int], list[Call]] = field(default_factory=dict)

    def points(self, fault: str = "", *, lasting: bool = False, inside: bool = False) -> Iterator[Point]:
        """Every point of every stage; those `inside` the process, or all others.
        A fault of the disk meets only what is written to our folders; one that
        lasts no `write`, which is the terminal's and the reader's too."""
        daemon = {(stage, 0): calls for stage, calls in enumerate(self.calls)}
        for (stage, mail), calls in {**daemon, **self.handed}.items():
            seen: Counter[str] = Counter()
            for call in calls:
                seen[call.name] += 1
                if (
                    call.inside is inside
                    and (call.on_disk or not fault)
                    and not (lasting and call.name == "write")
                ):
                    yield Point(stage, call.name, seen[call.name], fault, lasting, mail)
