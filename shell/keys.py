"""The key file: what signs our tokens and Message-IDs.

Whoever has it can write in anybody's name, and without it old letters cannot
be answered. So it is made once, readable by its owner alone, and never logged.
"""

import errno
import json
import os
import re
import secrets
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from store.trouble import speaking
from wire.tokens import Keyring

KEY_OCTETS = 32
EPOCHS = 10**9  # a token has room for nine digits
MARK = re.compile(r"[A-Za-z0-9-]{0,64}")
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
        return _ring(json.loads(text))
    except (ValueError, LookupError, AttributeError, TypeError, OverflowError, RecursionError):
        raise KeyFileUnusable(
            f"{path} is not a key file of ours. Put back the copy from your backup; a new one would make"
            " the reply addresses of all open tasks worthless."
        ) from None


def _ring(kept: Any) -> Keyring:
    """The keys that a file holds. Raises ValueError and its like for what could not sign,
    check or be renewed later: it must be told now, and not in some round."""
    keys = {int(epoch): bytes.fromhex(key) for epoch, key in kept["keys"].items()}
    retired = {int(epoch): str(at) for epoch, at in kept.get("retired", {}).items()}
    epochs = {str(person): int(epoch) for person, epoch in dict(kept.get("secret_epochs", {})).items()}
    ring = Keyring(keys, int(kept["current"]), epochs, retired, str(kept.get("instance", "")))
    good = (
        ring.current in keys
        and min(map(len, keys.values())) >= KEY_OCTETS
        and all(0 < epoch < EPOCHS for epoch in (*keys, *epochs.values()))
        and all(datetime.fromisoformat(at).tzinfo for at in retired.values())
        and MARK.fullmatch(ring.instance)
    )
    if not good:
        raise ValueError("a key is missing, too short, or of no time")
    return ring


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
    return _kept(path, replace(ring, secret_epochs=epochs))


def renew_key(path: Path, ring: Keyring, now: datetime) -> Keyring:
    """The ring with a new signing key, kept in the file first; the former one only
    checks from `now` (aware) on. Raises OSError."""
    fresh = ring.current + 1
    keys = {**ring.keys, fresh: secrets.token_bytes(KEY_OCTETS)}
    retired = {**ring.retired, ring.current: now.astimezone(UTC).isoformat()}
    renewed = replace(ring, keys=keys, current=fresh, retired=retired, instance=instance_of(ring))
    return _kept(path, renewed)


def without_old_keys(path: Path, ring: Keyring, until: datetime) -> Keyring:
    """The ring without the keys that were retired at or before `until` (aware), kept in
    the file first; the same ring if there are none. Raises OSError."""
    ended = {epoch for epoch, at in ring.retired.items() if datetime.fromisoformat(at) <= until}
    if not ended:
        return ring
    keys = {epoch: key for epoch, key in ring.keys.items() if epoch not in ended}
    retired = {epoch: at for epoch, at in ring.retired.items() if epoch not in ended}
    return _kept(path, replace(ring, keys=keys, retired=retired))


def instance_of(ring: Keyring) -> str:
    """The mark in all our letters, by which our own mail is known again: made of the
    first key, and kept when that one goes."""
    return ring.instance or sha256(b"instance" + ring.keys[min(ring.keys)]).hexdigest()[:16]


def _make(path: Path) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write(path, Keyring({1: secrets.token_bytes(KEY_OCTETS)}, 1))


def _kept(path: Path, ring: Keyring) -> Keyring:
    _write(path, ring)
    return ring


def _write(path: Path, ring: Keyring) -> None:
    """Written aside, synced, then renamed: half a key file is never seen."""
    kept = {
        "current": ring.current,
        "keys": {str(epoch): key.hex() for epoch, key in ring.keys.items()},
        "secret_epochs": dict(ring.secret_epochs),
        "retired": {str(epoch): at for epoch, at in ring.retired.items()},
        "instance": ring.instance,
    }
    aside = path.with_suffix(".new")
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(kept, file)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
