"""The real program as a process of its own, beside the test."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conversations.business import PATIENCE
from tests.servers.running import until

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Program:
    """daemon.py with one config; `password` goes by the environment."""

    config: Path
    password: str

    @property
    def _start(self) -> list[str]:
        return [sys.executable, str(ROOT / "daemon.py"), "--config", str(self.config)]

    @property
    def _env(self) -> dict[str, str]:
        return {**os.environ, "PW": self.password, "PYTHONDONTWRITEBYTECODE": "1"}

    def do(self, *words: str, under: Sequence[str] = ()) -> Said:
        """Run one command to its end; `under` another program that starts it."""
        done = subprocess.run(
            [*under, *self._start, *words],
            env=self._env,
            capture_output=True,
            text=True,
            timeout=2 * PATIENCE,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Said(done.returncode, done.stdout, done.stderr)

    @contextmanager
    def running(self) -> "Iterator[subprocess.Popen[str]]":
        """`run` until the block ends. Killed then, if the test did not end it."""
        with subprocess.Popen(
            [*self._start, "run"], env=self._env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            try:
                yield process
            finally:
                process.kill()
                process.communicate(timeout=PATIENCE)

    @property
    def log(self) -> str:
        """All that its log says so far."""
        path = self.config.with_name("handoff.log")
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def wait_for_log(self, words: str, count: int = 1) -> None:
        """Wait until a pattern stands in the log so many times."""
        found = until(lambda: len(re.findall(words, self.log)) >= count, PATIENCE)
        assert found, self.log[-3000:]


def stopped_by(process: "subprocess.Popen[str]", number: signal.Signals) -> int:
    """Signal the process, wait for its end, and give its exit code."""
    process.send_signal(number)
    return process.wait(PATIENCE)
