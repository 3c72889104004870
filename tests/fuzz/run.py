"""Fuzzing by coverage: one target of the table, for so many seconds.

    python -m tests.fuzz.run --target parse --seconds 60
    python -m tests.fuzz.run --list

Needs atheris beside the packages of development: `pip install atheris`. It
goes on after a finding; each place in the code is told once, and its input is
kept in --out. Exit 1 where something was found.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import traceback
from hashlib import sha256
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[2]
ROOMS = ["config", "intake", "language", "outbound", "settings", "shell", "store", "tasks", "wire"]
_EXECUTED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")
_COVERED = re.compile(r"cov: (\d+)")
GRACE = 120  # seconds for the start, and for the last input


def main() -> int:
    wanted = _arguments()
    if wanted.list:
        from tests.fuzz.table import TARGETS

        print(
            "\n".join(f"{name:10} {(row.entry.__doc__ or '').split('.')[0]}" for name, row in TARGETS.items())
        )
        return 0
    if wanted.child:
        _fuzz(wanted.target, Path(wanted.out), wanted.flags)
        return 0
    return _run(wanted.target, wanted.seconds, Path(wanted.out))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.run")
    parser.add_argument("--target", default="parse")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--out", default=str(Path(tempfile.gettempdir()) / "handoff-fuzz"))
    parser.add_argument("--list", action="store_true", help="the table of targets")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("flags", nargs="*", help=argparse.SUPPRESS)
    return parser.parse_args()


def _run(target: str, seconds: int, out: Path) -> int:
    """Start the fuzzer as a child, since it ends its process by itself; tell what it did."""
    here = out / target
    here.mkdir(parents=True, exist_ok=True)
    before = set(here.glob("*.txt"))
    with tempfile.TemporaryDirectory() as corpus:
        from tests.fuzz.table import TARGETS

        row = TARGETS[target]
        _seed(target, Path(corpus))
        flags = [corpus, f"-max_total_time={seconds}", f"-max_len={row.longest}", "-print_final_stats=1"]
        flags += [f"-dict={_words(Path(corpus).parent / f'{os.getpid()}.dict')}", "-rss_limit_mb=1500"]
        flags += [f"-artifact_prefix={here}/", "-timeout=60", "-len_control=0"]
        command = [sys.executable, "-m", "tests.fuzz.run", "--target", target, "--out", str(here), "--child"]
        done = subprocess.run(
            [*command, "--", *flags],
            cwd=ROOT,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds + GRACE,
            check=False,
        )
    executed, covered = _EXECUTED.search(done.stderr), _COVERED.findall(done.stderr)
    if executed is None:
        print(done.stdout[-2000:], done.stderr[-2000:], sep="\n")
    new = sorted(set(here.glob("*.txt")) - before)
    number = executed[1] if executed else "?"
    edges = covered[-1] if covered else "0"
    print(f"{target}: {number} inputs in {seconds} s, {edges} edges, {len(new)} findings")
    for file in new:
        print(f"  {file}: {file.read_text().splitlines()[-1]:.160}")
    return 1 if new or executed is None else 0


def _seed(target: str, folder: Path) -> None:
    from tests.fuzz.seeds import found, made
    from tests.fuzz.table import TARGETS

    for data in (*made(TARGETS[target].seeds), *found(target).values()):
        (folder / sha256(data).hexdigest()[:16]).write_bytes(data)


def _words(file: Path) -> Path:
    """Pieces that hurt, as libFuzzer's dictionary."""
    from tests.fuzz.seeds import PIECES

    short = [piece for piece in PIECES if 0 < len(piece) <= 60]
    file.write_text("".join('"' + "".join(f"\\x{octet:02x}" for octet in p) + '"\n' for p in short))
    return file


def _fuzz(target: str, out: Path, flags: list[str]) -> None:
    import atheris

    with atheris.instrument_imports(include=ROOMS):
        from tests.fuzz.table import TARGETS

        row = TARGETS[target]
    told: set[str] = set()

    def one(data: bytes) -> None:
        begun = process_time()
        try:
            row.entry(data)
            if process_time() - begun > row.seconds:
                raise TimeoutError(f"{process_time() - begun:.1f} s of processor time")
        except Exception as trouble:  # noqa: BLE001  whatever it is, it is the finding
            _keep(trouble, data, out, told)

    atheris.Setup([sys.argv[0], *flags], one)
    atheris.Fuzz()


def _keep(trouble: Exception, data: bytes, out: Path, told: set[str]) -> None:
    """The first input that broke this place, and what it said."""
    frames = traceback.extract_tb(trouble.__traceback__)
    caller, last = frames[min(2, len(frames) - 1)], frames[-1]
    where = f"{type(trouble).__name__} {last.filename}:{last.lineno} {caller.lineno}"
    if where not in told:
        told.add(where)
        name = sha256(where.encode()).hexdigest()[:10]
        (out / name).write_bytes(data)
        (out / f"{name}.txt").write_text(
            "".join(traceback.format_exception(trouble)), encoding="utf-8", errors="replace"
        )


if __name__ == "__main__":
    sys.exit(main())
