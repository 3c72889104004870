"""What old or broken mailers leave in the text: files in uuencode, parts whose boundaries do not fit."""

import binascii
import re
from dataclasses import dataclass
from email.message import Message

from intake.decode import octets_of, text_of
from intake.tree import children_of, octets_in, own_parts, type_of

_BEGIN = re.compile(r"^begin [0-7]{3,4} (\S.{0,200})$")
_PART_FIELD = re.compile(r"(?i)^content-[a-z-]{1,30}:\s*(\S*)")


@dataclass(frozen=True, slots=True)
class OldFile:
    """A uuencoded file found in text: its name as written and its bytes."""

    name: str
    octets: bytes


def take_files(text: str) -> tuple[str, list[OldFile]]:
    """Return the text without its uuencoded files, and the files. Linear; never raises."""
    if "\nbegin " not in text and not text.startswith("begin "):
        return text, []
    kept: list[str] = []
    files: list[OldFile] = []
    block: list[str] | None = None
    name = ""
    for line in text.split("\n"):
        begins = _BEGIN.match(line)
        if block is None and begins:
            block, name = [], begins.group(1).strip()
        elif block is not None and line.strip() == "end":
            files.append(OldFile(name, _decode(block)))
            block = None
        elif block is not None:
            block.append(line)
        else:
            kept.append(line)
    if block is not None:  # no end: those were words
        kept += [f"begin {name}", *block]
    return "\n".join(kept), files


def _decode(lines: list[str]) -> bytes:
    octets = []
    for line in lines:
        try:
            octets.append(binascii.a2b_uu(line))
        except (binascii.Error, ValueError):
            continue
    return b"".join(octets)


def is_broken(message: Message) -> bool:
    """Tell whether the boundaries of a mail do not fit what it declares."""
    for part in own_parts(message):
        multipart = type_of(part).startswith("multipart/")
        if part.defects or (multipart and (part.epilogue or not children_of(part))):
            return True
    return False


def loose_text(message: Message) -> str:
    """Return the text that stands outside all parts of a broken mail."""
    found: list[str] = []
    for part in own_parts(message):
        if type_of(part).startswith("multipart/"):
            around = (part.preamble or "", part.epilogue or "")
            found += [*(text_of(octets_of(each)) for each in around), text_of(octets_in(part))]
    return "\n".join(filter(None, found))


def without_part_lines(text: str) -> str:
    """Take out delimiter lines and the fields below them; parts that are not plain text go whole."""
    kept: list[str] = []
    in_fields, silent = True, False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        field = _PART_FIELD.match(line)
        if line.startswith("--") and _begins_part(lines, number):
            in_fields, silent = True, False
        elif in_fields and field:
            is_type = line.lower().startswith("content-type:")
            silent = silent or (is_type and not field.group(1).lower().startswith("text/plain"))
        elif in_fields and not line.strip():
            in_fields = False
        elif not silent:
            in_fields = False
            kept.append(line)
    return "\n".join(kept).strip()


def _begins_part(lines: list[str], at: int) -> bool:
    below = lines[at + 1] if at + 1 < len(lines) else ""
    return bool(_PART_FIELD.match(below)) or not below.strip() and len(lines[at]) > 3 and " " not in lines[at]
