"""Where the words of a letter come from: our templates, or the user's in their stead.

Templates are code that somebody put on the owner's disk; the text of mails is
only ever their data. They run in Jinja2's sandbox, an unknown name is an
error, and HTML is escaped without being asked.
"""

import logging
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from outbound.filters import FILTERS

OURS = Path(__file__).resolve().parent.parent / "templates"
log = logging.getLogger("handoff.outbound")


def is_html(name: str | None) -> bool:
    """Tell whether a template's output is HTML, by its file name."""
    return bool(name) and str(name).endswith(".html")


@lru_cache(maxsize=8)
def environment(folder: Path | None) -> ImmutableSandboxedEnvironment:
    """Return the environment that looks into `folder` first, then into ours."""
    folders = [OURS] if folder is None else [folder, OURS]
    found = ImmutableSandboxedEnvironment(
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
