"""Tables in HTML mail: a row of data becomes one line, a table that only lays out stays as it is.

Mail programs set paragraphs into the cells, so a row is told by what it
holds: at least two cells that say something, and no cell with two lines.
"""

from language.quotes_marks import is_quoted

BETWEEN = " | "


class Rows:
    """Where the rows and cells of the open tables begin among the lines read so far."""

    def __init__(self) -> None:
        self._tables: list[list[int]] = []

    def open_table(self) -> None:
        self._tables.append([])

    def begin_row(self, lines: list[str], marks: str) -> None:
        self._join(lines, marks)

    def begin_cell(self, lines: list[str]) -> None:
        if self._tables:
            self._tables[-1].append(len(lines))

    def close_table(self, lines: list[str], marks: str) -> None:
        self._join(lines, marks)
        if self._tables:
            self._tables.pop()

    def _join(self, lines: list[str], marks: str) -> None:
        """Join the lines of the row that ends here, if it is one of data."""
        starts = self._tables[-1] if self._tables else []
        if starts:
            cells = [lines[a:b] for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
            if row := _row([[line for line in cell if line.strip("> ")] for cell in cells], marks):
                lines[starts[0] :] = [row]
            self._tables[-1] = []


def _row(cells: list[list[str]], marks: str) -> str:
    said = [line for cell in cells for line in cell]
    if len(said) < 2 or any(len(cell) > 1 for cell in cells):
        return ""
    if not all(line.startswith(marks) and not is_quoted(line[len(marks) :]) for line in said):
        return ""
    texts = [cell[0][len(marks) :].strip() if cell else "" for cell in cells]
    return marks + BETWEEN.join(texts).rstrip(" |")
