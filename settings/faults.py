"""What is wrong with a config, in words that help.

A person mends a config by reading one line: where it is, what it says now,
what it must be, and an example. All faults of a file are told together, so
that nobody mends six lines in six starts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to mend. `line` counts from 1; 0 where no line is to blame.
    `fix` is one sentence of what to do, or ""."""

    file: Path
    line: int
    sentence: str
    fix: str = ""

    def __str__(self) -> str:
        place = f"{self.file.name}, line {self.line}" if self.line else self.file.name
        return f"{place}: {self.sentence}" + (f"\n  {self.fix}" if self.fix else "")


class ConfigError(Exception):
    """The config needs its writer: one or more faults, in the order of lines."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line))
        super().__init__("\n".join(str(fault) for fault in self.faults))
