"""Text sent as format=flowed (RFC 3676): its lines as the writer had them."""

_SIGNATURE = "-- "


def unflowed(text: str, *, joined: bool) -> str:
    """Take out the stuffed spaces (section 4.4). With DelSp=yes, `joined`, the lines that a program
    wrapped are put together without the space at their end (section 4.1); a language without
    spaces between words would read broken otherwise. Other wrapped lines stay as they came. Linear.
    """
    lines = [_unstuffed(line) for line in text.split("\n")]
    return "\n".join(_together(lines) if joined else lines)


def _unstuffed(line: str) -> str:
    return line[1:] if line.startswith(" ") and line[1:2] in (" ", ">", "F") else line


def _together(lines: list[str]) -> list[str]:
    """Join each line that ends in a space with the next one of the same depth of quotation."""
    whole: list[str] = []
    pieces: list[str] = []
    depth = 0
    for line in lines:
        marks = len(line) - len(line.lstrip(">"))
        words = line[marks:].removeprefix(" ") if marks and pieces else line
        if pieces and (marks != depth or words == _SIGNATURE):
            whole.append("".join(pieces))
            pieces, words = [], line
        depth = marks
        flows = line.endswith(" ") and words != _SIGNATURE
        pieces.append(words[:-1] if flows else words)
        if not flows:
            whole.append("".join(pieces))
            pieces = []
    return [*whole, "".join(pieces)] if pieces else whole
