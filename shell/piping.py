"""`intake`: one mail from a mail server's pipe, kept before it is confirmed.

A mail server asks for one thing: exit code 0 if the mail is ours now, 75 if it
must keep it and try again. Any other code sends a bounce, so a broken config or
a full disk is 75 here, too; 65 is for what is no mail.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import disk_usage
from typing import BinaryIO

from config import Config, ConfigError
from intake.incoming import NoMail, put
from shell.printing import err
from shell.workshop import incoming

OK, BAD_MAIL, LATER = 0, 65, 75
LATER_WORDS = "The mail was not taken; the mail server keeps it and tries again."


def pipe(read_config: Callable[[], Config], stream: BinaryIO | None = None) -> int:
    """Keep the mail on `stream` (standard input) for the daemon, which need not
    be running. Returns the exit code; what went wrong is one sentence on stderr."""
    try:
        config = read_config()
        if trouble := _no_room(config):
            err(f"{trouble} {LATER_WORDS}")
            return LATER
        put(incoming(config), stream or sys.stdin.buffer)
    except NoMail as refused:
        err(str(refused))
        return BAD_MAIL
    except ConfigError as error:
        err(f"{error}\n{LATER_WORDS}")
        return LATER
    except OSError as trouble:
        where = trouble.filename or "the mail could not be kept"
        err(f"{where}: {trouble.strerror or trouble}. {LATER_WORDS}")
        return LATER
    return OK


def _no_room(config: Config) -> str:
    floor = config.store.min_free_mb
    there = next(p for p in (config.store_path, *config.store_path.parents) if p.exists())
    free = disk_usage(Path(there)).free // 2**20
    return (
        f"The disk of {config.store_path} has {free} MB left; {floor} is the floor." if free < floor else ""
    )
