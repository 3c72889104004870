"""Passwords: where they come from, and that nobody prints them.

A password never stands in the config. It is fetched when a server is to be
logged in to, not when the file is read, so that `list` asks no key ring.
"""

import shlex
import stat
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from settings.faults import ConfigError, Fault
from settings.nodes import Items, Node, Scalar
from settings.sections import wrong

COMMAND_SECONDS = 30  # a key ring may ask a person first
LONGEST = 10_000  # octets; a token can be long, a mistaken file is longer


class Secret:
    """A password that shows itself only to who asks for it by `reveal`."""

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        self._words = words

    def reveal(self) -> str:
        """The password itself: for a login, and nothing else."""
        return self._words

    def __repr__(self) -> str:
        return "***"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other._words == self._words

    def __hash__(self) -> int:
        return hash(self._words)

    def __reduce__(self) -> str:
        raise TypeError("a password is not written down")


@dataclass(frozen=True, slots=True)
class Password:
    """Where one password comes from: exactly one of a command, a name in the
    environment and a file. `name` is its section, for sentences."""

    name: str
    config: Path
    line: int
    command: tuple[str, ...] = ()
    env: str = ""
    file: Path | None = None
    environ: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)

    def fetch(self) -> Secret:
        """Fetch it now. Raises ConfigError with what to do when it is not there."""
        if self.command:
            return self._checked(self._from_command(), "password_command", "printed nothing")
        if self.env:
            words = self.environ.get(self.env, "")
            return self._checked(
                words, "password_env", f"names {self.env}, which the environment does not have"
            )
        return self._checked(self._from_file(), "password_file", "leads to an empty file")

    def _checked(self, words: str, key: str, otherwise: str) -> Secret:
        """The first line, as key rings print the password there and notes below."""
        lines = words.splitlines()
        if not lines or not lines[0]:
            raise self._fault(f"{key} {otherwise}.", FIXES[key])
        if not all(character.isprintable() for character in lines[0]):
            raise self._fault(f"{key} gives characters that cannot be typed.", UNTYPED)
        return Secret(lines[0])

    def _from_command(self) -> str:
        try:
            done = subprocess.run(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                timeout=COMMAND_SECONDS,
                env=dict(self.environ),
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise self._fault(
                f"password_command gave no answer in {COMMAND_SECONDS} seconds.", FIXES["password_command"]
            ) from None
        except OSError as error:
            raise self._fault(
                f"password_command could not be started: {error.strerror}.", FIXES["password_command"]
            ) from None
        if done.returncode:
            sentence = f"password_command ended with {done.returncode}; what it said stands above."
            raise self._fault(sentence, FIXES["password_command"])
        return done.stdout[:LONGEST].decode(errors="replace")

    def _from_file(self) -> str:
        assert self.file is not None
        try:
            mode = stat.S_IMODE(self.file.stat().st_mode)
            if mode & 0o077:
                sentence = f"password_file {self.file} can be read by others (mode {mode:04o})."
                raise self._fault(sentence, f"chmod 600 {shlex.quote(str(self.file))}")
            with self.file.open("rb") as source:
                return source.read(LONGEST).decode(errors="replace")
        except OSError as error:
            sentence = f"password_file {self.file} could not be read: {error.strerror}."
            raise self._fault(sentence, FIXES["password_file"]) from None

    def _fault(self, sentence: str, fix: str) -> ConfigError:
        return ConfigError([Fault(self.config, self.line, f"{self.name}.{sentence}", fix)])


UNTYPED = "Save it as plain UTF-8 text, without a byte order mark or controls."
FIXES = {
    "password_command": "Run it by hand; it must print the password on its first line.",
    "password_env": "Set it where the daemon is started (systemd: EnvironmentFile=).",
    "password_file": "Write the password into it, alone in its first line, with mode 0600.",
}


def command(node: Node, name: str) -> tuple[str, ...]:
    """A command as a list of words, or as one line that is split as a shell
    would split it. No shell runs it."""
    try:
        words = _words(node)
    except ValueError:
        words = ()
    if not words or not words[0]:
        raise wrong(node, name, "a command", 'For example: ["pass", "show", "mail/tasks"]')
    return words


def _words(node: Node) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return tuple(shlex.split(node.text))
    if isinstance(node, Items) and all(isinstance(item, Scalar) for item in node.items):
        return tuple(item.text for item in node.items if isinstance(item, Scalar))
    return ()
