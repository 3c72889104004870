"""The key file: what signs our tokens and Message-IDs.

Whoever has it can write in anybody's name, and without it old letters cannot
be answered. So it is made once, readable by its owner alone, and never logged.
"""

import errno
import json
import os
import secrets
from dataclasses import replace
from pathlib import Path

from store.trouble import speaking
from wire.tokens import Keyring

PASSING = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


class KeyFileUnusable(Exception):
    """The key file cannot be used; the sentence says what to do."""


def load_keys(path: Path, *, may_make: bool = True) -> Keyring:
    """Read the key file; make it at the first start, mode 0600. Where letters
    were signed already (`may_make` False) a missing one is a loss, and told.
    Raises KeyFileUnusable, and StoreUnusable where the disk gives way."""
    if not may_make and not path.exists():
        raise KeyFileUnusable(
            f"{path}, the key that signs our letters, is gone, and letters were signed with it. Put back the "
            "copy that lies in each backup; a new one would make all their reply addresses worthless."
        )
    mode, text = _mode_and_text(path)
    if mode & 0o077:
        raise KeyFileUnusable(f"{path} can be read by others (mode {mode:o}). Run: chmod 600 {path}")
    try:
        kept = json.loads(text)
        keys = {int(epoch): bytes.fromhex(key) for epoch, key in kept["keys"].items()}
        return Keyring(keys, int(kept["current"]), dict(kept.get("secret_epochs", {})))
    except (ValueError, KeyError, AttributeError, TypeError):
        raise KeyFileUnusable(
            f"{path} is not a key file of ours. Put back the copy from your backup; a new one would make"
            " the reply addresses of all open tasks worthless."
        ) from None


def _mode_and_text(path: Path) -> tuple[int, str]:
    try:
        if not path.exists():
            _make(path)
        return path.stat().st_mode & 0o777, path.read_text(encoding="ascii", errors="replace")
    except OSError as trouble:
        if trouble.errno in PASSING:  # the disk's trouble, not the config's
            with speaking(path):
                raise
        raise KeyFileUnusable(
            f"{path}, the key that signs our letters, could not be used: {trouble.strerror}. "
            "Let store.path in the config (or trust.key_file) name a place that can be written."
        ) from None


def renew_secret(path: Path, ring: Keyring, person: str) -> Keyring:
    """The ring with a new secret address for this owner, kept in the file first.
    The keys stay, so that no other address changes. Raises OSError."""
    epochs = {**ring.secret_epochs, person: ring.secret_epoch(person) + 1}
    keys = {str(epoch): key.hex() for epoch, key in ring.keys.items()}
    _write(path, {"current": ring.current, "keys": keys, "secret_epochs": epochs})
    return replace(ring, secret_epochs=epochs)


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(path, {"current": 1, "keys": {"1": secrets.token_hex(32)}, "secret_epochs": {}})


def _write(path: Path, kept: dict[str, object]) -> None:
    """Written aside, synced, then renamed: half a key file is never seen."""
    aside = path.with_suffix(".new")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(kept, file)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
