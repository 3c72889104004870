"""Where the words of a letter come from: our templates, or the user's in their stead.

Templates are code that somebody put on the owner's disk; the text of mails is
only ever their data. They run in Jinja2's sandbox, an unknown name is an
error, and HTML is escaped without being asked.
"""

import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from outbound.filters import FILTERS

OURS = Path(__file__).resolve().parent.parent / "templates"
log = logging.getLogger("handoff.outbound")


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, which is asked once about a name on a kind of object.

    Its answer is safe to keep: it looks at the name and at what the object is an
    instance of, never at the object's value (`is_internal_attribute`,
    `modifies_known_mutable`). There are as many as the templates name."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._safe: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        known = self._safe.get((type(obj), attr))
        if known is None:
            known = self._safe[type(obj), attr] = super().is_safe_attribute(obj, attr, value)
        return known


def is_html(name: str | None) -> bool:
    """Tell whether a template's output is HTML, by its file name."""
    return bool(name) and str(name).endswith(".html")


@lru_cache(maxsize=8)
def environment(folder: Path | None) -> Sandbox:
    """Return the environment that looks into `folder` first, then into ours."""
    folders = [OURS] if folder is None else [folder, OURS]
    found = Sandbox(
        loader=ChoiceLoader([FileSystemLoader(f) for f in folders]),
        autoescape=is_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(FILTERS)
    return found


def rendered(name: str, page: Mapping[str, object], folder: Path | None) -> str:
    """Write a template out.

    A user's own template that does not work must not stop a letter: it is
    logged with its name and line, and ours is used. Ours raise `TemplateError`,
    which is a bug of ours.
    """
    try:
        return environment(folder).get_template(name).render(page)
    except TemplateError as trouble:
        if folder is None:
            raise
        line = getattr(trouble, "lineno", None) or "?"
        log.warning("template=%s line=%s says=%s; ours is used instead", folder / name, line, trouble)
        return environment(None).get_template(name).render(page)
