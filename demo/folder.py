"""The folder that a demo leaves behind, and what a next demo may replace in it.

A list of all files written lies in the folder. Only these are taken away again,
and only while they are as they were written: whatever a person put there or
changed there stays, and the demo says so instead of playing.
"""

import json
import shutil
from hashlib import sha256
from pathlib import Path

LIST = ".handoff-demo.json"
STORE = "handoff-data"  # written by the store itself, and by nobody else
LOG = "handoff.log"


class NotOurs(Exception):
    """The folder holds what no demo wrote; the sentence names it."""


class Folder:
    """A folder with a list of what was written into it."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self._written: dict[str, str] = {}

    def begin(self) -> None:
        """Clear away a former demo. Raises NotOurs, and then changes nothing;
        OSError where the folder cannot be written."""
        former = self._former()
        for name in former:
            (self.path / name).unlink(missing_ok=True)
        if former is not None:
            shutil.rmtree(self.path / STORE, ignore_errors=True)
            (self.path / LOG).unlink(missing_ok=True)
        self.path.mkdir(parents=True, exist_ok=True)
        self._save()

    def write(self, name: str, content: str | bytes, *, private: bool = False) -> Path:
        """Write a file; `private` for the owner's eyes only."""
        raw = content.encode() if isinstance(content, str) else content
        target = self.path / name
        target.parent.mkdir(exist_ok=True)
        target.touch(mode=0o600 if private else 0o644)
        target.write_bytes(raw)
        self._written[name] = sha256(raw).hexdigest()
        self._save()
        return target

    def _save(self) -> None:
        (self.path / LIST).write_text(json.dumps(self._written, indent=1), encoding="utf-8")

    def _former(self) -> dict[str, str]:
        """The files of the former demo, by their hash."""
        if not self.path.exists() or not any(self.path.iterdir()):
            return {}
        written = _read_list(self.path / LIST)
        if written is None:
            first = sorted(p.name for p in self.path.iterdir())[0]
            raise NotOurs(
                f"{self.path} holds {first}, which no demo wrote. Name another folder: --out FOLDER"
            )
        for name, digest in written.items():
            file = self.path / name
            if file.exists() and sha256(file.read_bytes()).hexdigest() != digest:
                raise NotOurs(
                    f"{file} was changed since a demo wrote it. Move it away, or name another folder: --out"
                )
        return written


def _read_list(path: Path) -> dict[str, str] | None:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    whole = isinstance(found, dict) and all(_is_inside(name) for name in found)
    return {str(k): str(v) for k, v in found.items()} if whole else None


def _is_inside(name: object) -> bool:
    """A list that was tampered with must not lead out of the folder."""
    return isinstance(name, str) and not Path(name).is_absolute() and ".." not in Path(name).parts
