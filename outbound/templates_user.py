"""A user's own templates: theirs first, ours below, and never more than a template.

They run in Jinja2's sandbox and in a child with limits. They cannot leave their
folder, cannot switch escaping off, and what is wrong with them has a file, a
line and a fix.
"""

import json
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from types import CodeType

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    UndefinedError,
    meta,
    nodes,
)
from jinja2 import TemplateSyntaxError as SyntaxFault
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplateRuntimeError
from jinja2.loaders import split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment

from outbound.child import Overran, TooLong, in_a_child
from outbound.compose_table import PAGE

FILE_CAP = 256 * 1024  # octets of one template
ENDINGS = (".txt", ".html")
# All that running somebody's template can raise; anything else is a bug of ours.
TROUBLE = (
    *(TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError, RuntimeError),
    *(MemoryError, OSError, TooLong),
)
_OWN = frozenset({"self", "super", "caller", "loop", "varargs", "kwargs"})
_SIMPLER = "Make it simpler: a template only lays the words out"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a template, and what to do. `line` None: no single one."""

    file: Path
    line: int | None
    says: str
    fix: str
    too_much: bool = False  # it ran into a limit; the next time it would again

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else str(self.file)
        return f"{where}: {self.says.rstrip('.')}. {self.fix}."


class Confined(BaseLoader):
    """Files that really lie in one folder, whatever links and dots say."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        path = self._folder.joinpath(*split_template_path(template))
        if not path.exists():
            raise TemplateNotFound(template)
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise TemplateRuntimeError(f"{template} leads out of the folder")
        if not path.is_file() or path.stat().st_size > FILE_CAP:
            raise TemplateRuntimeError(f"{template} is no file of at most {FILE_CAP // 1024} KB")
        return path.read_text(encoding="utf-8"), str(path), lambda: False


class Compiled(BytecodeCache):
    """Our own templates, compiled in the parent, for all its children."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._kept[bucket.key, bucket.checksum] = bucket.code


class UserEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox in which people's words are escaped, and stay so."""

    shipped: FileSystemLoader

    def warm(self, name: str) -> None:
        """Have ours compiled in this process: a child's work is gone with it."""
        parts = [file for file in self.shipped.list_templates() if file.startswith("_")]
        for each in (name, *parts):
            self.shipped.load(self, each)

    def join_path(self, template: str, parent: str) -> str:
        """Words in a text template are not escaped, so HTML takes none in."""
        if parent.endswith(".html") and not template.endswith(".html"):
            raise TemplateRuntimeError(f"{template} is no HTML, and {parent} takes it in")
        return template

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        for node in parsed.find_all((nodes.EvalContextModifier, nodes.ScopedEvalContextModifier)):
            raise SyntaxFault("autoescape is always on", node.lineno, name, filename)
        return parsed


def user_environment(
    folder: Path, ours: Path, filters: Mapping[str, Callable[..., object]]
) -> UserEnvironment:
    """Return the environment that looks into `folder` first, then into ours;
    "ours/approved.html" is always ours."""
    shipped = FileSystemLoader(ours)
    found = UserEnvironment(
        loader=ChoiceLoader([Confined(folder), shipped, PrefixLoader({"ours": shipped})]),
        undefined=StrictUndefined,
        bytecode_cache=Compiled(),
        autoescape=lambda name: bool(name) and str(name).endswith(".html"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(filters)
    del found.filters["safe"]
    found.shipped = shipped
    return found


def written(name: str, page: Mapping[str, object], folder: Path, environment: UserEnvironment) -> str | Fault:
    """Write a template out in a child with limits: its text, or what is wrong with it."""

    def work() -> dict[str, object]:
        text = environment.get_template(name).render(page)
        text.encode()  # half a character cannot be sent
        lines = sum(1 for line in text.splitlines() if line.strip())
        if name.endswith(".txt") and not name.startswith("_") and lines < 3:
            raise TemplateRuntimeError("the first three lines are missing: state, ask, {{ where }}")
        return {"text": text}

    environment.warm(name)
    answer = _asked(work, folder / name)
    return answer if isinstance(answer, Fault) else str(answer["text"])


def faults(folder: Path, ours: Path, filters: Mapping[str, Callable[..., object]]) -> tuple[Fault, ...]:
    """Return what can be seen to be wrong in a folder of templates without a
    letter: each file is read and compiled, and its names are looked up."""
    environment = user_environment(folder, ours, filters)
    found: list[Fault] = []
    for file in sorted(folder.iterdir()):
        if file.suffix in ENDINGS:
            answer = _asked(lambda name=file.name: _looked_at(name, environment), file)  # type: ignore[misc]
            found += [answer] if isinstance(answer, Fault) else _strange(file, answer, ours)
    return tuple(found)


def _looked_at(name: str, environment: UserEnvironment) -> dict[str, object]:
    """The names that a template takes from nowhere, each with its first line."""
    assert environment.loader
    source, filename, _ = environment.loader.get_source(environment, name)
    parsed = environment.parse(source, name, filename)
    for node in parsed.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
        taken_in = getattr(node, "template", None)
        if isinstance(taken_in, nodes.Const):
            environment.join_path(str(taken_in.value), name)
    environment.compile(source, name, filename)
    known = PAGE | set(environment.globals) | _OWN | _made(parsed)
    strange = meta.find_undeclared_variables(parsed) - known
    lines = {node.name: node.lineno for node in reversed(list(parsed.find_all(nodes.Name)))}
    return {each: lines.get(each) for each in sorted(strange)}


def _made(parsed: nodes.Template) -> set[str]:
    """The names that a template makes itself; its blocks may use them, too."""
    made = {node.name for node in parsed.find_all(nodes.Name) if node.ctx != "load"}
    made |= {node.name for node in parsed.find_all(nodes.Macro)}
    made |= {node.target for node in parsed.find_all(nodes.Import)}
    taken = (name for node in parsed.find_all(nodes.FromImport) for name in node.names)
    return made | {name if isinstance(name, str) else name[1] for name in taken}


def _strange(file: Path, names: Mapping[str, object], ours: Path) -> list[Fault]:
    if file.name.startswith("_"):
        return []  # a part: it may use what the template around it sets
    found = [
        Fault(file, line if isinstance(line, int) else None, f"'{name}' is undefined", _near(name, PAGE))
        for name, line in names.items()
    ]
    letters = {each.name for each in ours.iterdir()}
    if file.name not in letters:
        found.append(Fault(file, None, "it replaces no letter of ours", _near(file.name, letters)))
    return found


def _near(word: str, words: frozenset[str] | set[str]) -> str:
    near = get_close_matches(word, sorted(words), n=1)
    meant = f"Did you mean {near[0]}? " if near else ""
    return f"{meant}docs/howto/change-a-letter.md lists what there is"


def _asked(work: Callable[[], dict[str, object]], file: Path) -> dict[str, object] | Fault:
    """Do `work` in a child; a fault in place of what it raises."""

    def answered() -> bytes:
        try:
            return json.dumps({"done": work()}).encode()
        except TROUBLE as trouble:
            return json.dumps({"line": _line(trouble, file.parent), **_words(trouble)}).encode()

    try:
        told = json.loads(in_a_child(answered))
    except (Overran, OSError) as over:
        return Fault(file, None, str(over), _SIMPLER, too_much=True)
    if "done" in told:
        done: dict[str, object] = told["done"]
        return done
    where, line = told["line"] or (str(file), None)
    return Fault(Path(where), line, told["says"], told["fix"], told["fix"] == _SIMPLER)


def _line(trouble: BaseException, folder: Path) -> tuple[str, int | None] | None:
    """The file and line of a user's template where it broke, the innermost one."""
    if isinstance(trouble, SyntaxFault) and trouble.filename:
        return trouble.filename, trouble.lineno
    frames = traceback.extract_tb(trouble.__traceback__)
    mine = [(frame.filename, frame.lineno) for frame in frames if Path(frame.filename).parent == folder]
    return mine[-1] if mine else None


_FIXES: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    ((TooLong, MemoryError, RecursionError), _SIMPLER),
    (TemplateNotFound, "Name a file of this folder, or one of ours"),
    ((UndefinedError, SecurityError), "docs/howto/change-a-letter.md lists the names that there are"),
    (UnicodeError, "Save it as UTF-8"),
    (OSError, "Let this user read it"),
    (BaseException, "Correct it there"),
)


_PLAIN: Mapping[type[BaseException], str] = {
    TooLong: "it took too long",
    MemoryError: "it took too much memory",
}


def _words(trouble: BaseException) -> dict[str, str]:
    says = _PLAIN.get(type(trouble)) or " ".join(str(trouble).split())[:200] or type(trouble).__name__
    return {"says": says, "fix": next(fix for kind, fix in _FIXES if isinstance(trouble, kind))}
