"""One office for a test, closed behind it: as in tests/shell."""

from tests.shell.conftest import office, quick, reader

__all__ = ["office", "quick", "reader"]
