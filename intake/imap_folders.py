"""Names of folders, ours and the server's.

We say "Handoff/Joy"; a server may want "INBOX.Handoff.Joy". Nothing else in
this room knows about prefixes and delimiters.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# "%" and "*" are wildcards of LIST; controls are refused by the gateway anyway.
UNSAFE = re.compile(r"[\x00-\x1f\x7f%*]")
# Where RFC 6154's \Sent is not told: the names that clients create.
SENT_NAMES = (
    "sent",
    "sent items",
    "sent messages",
    "sent mail",
    "sent-mail",
    "gesendet",
    "gesendete elemente",
    "gesendete objekte",
    "envoyés",
    "éléments envoyés",
    "enviados",
    "elementos enviados",
    "posta inviata",
    "verzonden items",
)


@dataclass(frozen=True, slots=True)
class Folder:
    """A line of LIST: the server's name, its delimiter ("" for a flat server),
    and its attributes in lower case ("\\\\sent", "\\\\noselect")."""

    name: str
    delimiter: str
    flags: frozenset[str]


def server_name(path: str, prefix: str, delimiter: str) -> str:
    """The server's name of our folder `path`, whose levels "/" divides.

    `prefix` is the personal namespace (RFC 2342), such as "INBOX."; a level
    that holds the delimiter or a wildcard gets "_" in its place. INBOX and
    what already bears the prefix stay as they are. A server without levels
    gets "Handoff-Joy".
    """
    if path.upper() == "INBOX" or (prefix and path.startswith(prefix)):
        return path
    levels = [UNSAFE.sub("_", level).strip() or "_" for level in path.split("/")]
    if not delimiter:
        return prefix + "-".join(levels)
    return prefix + delimiter.join(level.replace(delimiter, "_") for level in levels)


def find_sent(folders: Sequence[Folder]) -> str:
    """The server's name of the Sent folder, "" if there is none: the one that it
    marks (RFC 6154), else one of the names that mail clients give."""
    usable = [f for f in folders if "\\noselect" not in f.flags]
    told = next((f.name for f in usable if "\\sent" in f.flags), "")
    return told or next((f.name for f in usable if _last(f) in SENT_NAMES), "")


def _last(folder: Folder) -> str:
    parts = folder.name.split(folder.delimiter) if folder.delimiter else [folder.name]
    return parts[-1].lower()
