"""Fuzzing by coverage: targets of the table, each for so many seconds.

    python -m tests.fuzz.run --target parse --seconds 60
    python -m tests.fuzz.run --target due,reply,words
    python -m tests.fuzz.run                  every target in its turn
    python -m tests.fuzz.run --list

Needs atheris beside the packages of development: `pip install atheris`. It
goes on after a finding; each place in the code is told once, and its input is
kept in --out. Exit 1 where something was found.
"""

import argparse
import os
import re
import sys
import tempfile
import traceback
from hashlib import sha256
from pathlib import Path
from time import process_time

ROOMS = ["config", "intake", "language", "outbound", "settings", "shell", "store", "tasks", "wire"]
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_COVERED = re.compile(r"cov: (\d+)")


def main() -> int:
    wanted = _arguments()
    if wanted.list:
        return _list()
    import atheris

    with atheris.instrument_imports(include=ROOMS):
        from tests.fuzz.table import TARGETS
    targets = wanted.target.split(",") if wanted.target else list(TARGETS)
    found = [_run(target, wanted.seconds, Path(wanted.out) / target) for target in targets]
    return 1 if any(found) else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run")
    parser.add_argument("--target", default="", help="names of targets, with commas between them")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--out", default=str(Path(tempfile.gettempdir()) / "handoff-fuzz"))
    parser.add_argument("--list", action="store_true", help="the table of targets")
    return parser.parse_args()


def _list() -> int:
    from tests.fuzz.table import TARGETS

    for name, row in TARGETS.items():
        print(f"{name:10} {(row.entry.__doc__ or '').partition(chr(10))[0]}")
    return 0


def _run(target: str, seconds: int, out: Path) -> int:
    """Fuzz in a child, since libFuzzer ends its process; tell what it did and found."""
    out.mkdir(parents=True, exist_ok=True)
    before, log = set(out.glob("*.txt")), out / "log"
    with tempfile.TemporaryDirectory() as folder:
        child = os.fork()
        if child == 0:
            _fuzz(target, seconds, out, Path(folder))
            os._exit(0)
        os.waitpid(child, 0)
    said = log.read_text(errors="replace")
    executed, covered = _EXECUTED.search(said), _COVERED.findall(said)
    new = sorted(set(out.glob("*.txt")) - before)
    number = executed[1] if executed else "no"
    edges = covered[-1] if covered else "0"
    print(f"{target}: {number} inputs in {seconds} s, {edges} edges, {len(new)} findings", flush=True)
    for file in new:
        print(f"  {file}: {file.read_text().strip().splitlines()[-1]:.160}", flush=True)
    if executed is None:
        print(said[-1500:])
    return len(new) + (executed is None)


def _fuzz(target: str, seconds: int, out: Path, folder: Path) -> None:
    """In the child: never returns, but by the end of the time."""
    import atheris

    from tests.fuzz.seeds import made
    from tests.fuzz.table import TARGETS

    row, told = TARGETS[target], set[str]()

    def one(data: bytes) -> None:
        begun = process_time()
        try:
            row.entry(data)
            if process_time() - begun > row.seconds:
                raise TimeoutError(f"{process_time() - begun:.1f} s of processor time")
        except Exception as trouble:  # noqa: BLE001  whatever it is, it is the finding
            _keep(trouble, data, out, told)

    with (out / "log").open("w") as log:
        os.dup2(log.fileno(), 2)
    for seed in made(row.seeds)[:3]:  # what is made once and kept is no finding
        row.entry(seed)
    flags = [_seeded(target, folder / "corpus"), f"-dict={_words(folder / 'words')}"]
    flags += [f"-max_total_time={seconds}", f"-max_len={row.longest}", "-print_final_stats=1"]
    flags += ["-timeout=60", "-rss_limit_mb=1500", "-len_control=0", f"-artifact_prefix={out}/"]
    atheris.Setup([sys.argv[0], *flags], one)
    atheris.Fuzz()


def _seeded(target: str, folder: Path) -> str:
    from tests.fuzz.seeds import found, made
    from tests.fuzz.table import TARGETS

    folder.mkdir()
    for data in (*made(TARGETS[target].seeds), *found(target).values()):
        (folder / sha256(data).hexdigest()[:16]).write_bytes(data)
    return str(folder)


def _words(file: Path) -> Path:
    """Pieces that hurt, as libFuzzer's dictionary."""
    from tests.fuzz.seeds import PIECES

    short = [piece for piece in PIECES if 0 < len(piece) <= 60]
    file.write_text("".join('"' + "".join(f"\\x{octet:02x}" for octet in p) + '"\n' for p in short))
    return file


def _keep(trouble: Exception, data: bytes, out: Path, told: set[str]) -> None:
    """The first input that broke this place, and what it said."""
    frames = traceback.extract_tb(trouble.__traceback__)
    caller, last = frames[min(2, len(frames) - 1)], frames[-1]
    where = f"{type(trouble).__name__} {last.filename}:{last.lineno} {caller.lineno}"
    if where not in told:
        told.add(where)
        name = sha256(where.encode()).hexdigest()[:10]
        (out / name).write_bytes(data)
        said = "".join(traceback.format_exception(trouble))
        (out / f"{name}.txt").write_text(said, encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
