"""One frozen `Settings`, read from mkdocs.yml and its `extra: dateline:` block."""

import os
from pathlib import Path
from typing import Any, Literal

import msgspec
import yaml

from generator.problems import Problem, Where


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """`root`: the project's folder. Folders are relative to it. `order`: the timeline's default. `full_text`: reproduce
    whole articles (only where you hold the rights); else only quoted evidence sentences appear. `repo_url`: where edit
    links lead; `edit_branch`: the branch they edit. `home_days`: days the home page shows without a written briefing."""

    root: Path
    site_name: str = "Dateline"
    site_url: str = ""
    repo_url: str = ""
    edit_branch: str = "main"
    seeds: str = "seeds"
    content: str = "content"
    templates: str = "site_templates"
    docs: str = "build/docs"
    site: str = "site"
    order: Literal["newest", "oldest"] = "newest"
    full_text: bool = False
    home_days: int = 7

    @property
    def seeds_dir(self) -> Path:
        """The inbox."""
        return self.root / self.seeds

    @property
    def content_dir(self) -> Path:
        """The records."""
        return self.root / self.content

    @property
    def templates_dir(self) -> Path:
        """Jinja page templates and theme overrides."""
        return self.root / self.templates

    @property
    def docs_dir(self) -> Path:
        """The generated pages the engine reads."""
        return self.root / self.docs

    @property
    def site_dir(self) -> Path:
        """The built site."""
        return self.root / self.site


class _Loader(yaml.SafeLoader):
    """YAML as MkDocs writes it: `!ENV` gives the variable or its default; other tags are the engine's business."""


def _env(loader: _Loader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if os.environ.get(name)), default)
    return os.environ.get(str(loader.construct_scalar(node)))  # type: ignore[arg-type]  # a scalar or a sequence


_Loader.add_constructor("!ENV", _env)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, suffix, _node: suffix)


def load_settings(root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read `root/mkdocs.yml`. Unknown keys, wrong types and a missing file are problems; defaults stand in."""
    path = root / "mkdocs.yml"
    try:
        config = yaml.load(path.read_text(encoding="utf-8"), _Loader) or {}  # noqa: S506 - a SafeLoader
    except FileNotFoundError:
        hint = "run this in the folder that holds mkdocs.yml, or name it with --root"
        return Settings(root=root), (Problem(Where("mkdocs.yml"), "error", "settings-missing", "no mkdocs.yml", hint),)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = Where("mkdocs.yml", mark.line + 1, mark.column + 1) if mark else Where("mkdocs.yml")
        hint = "put a value with a colon in quotes, indent with blanks, and close every bracket and quotation mark"
        return Settings(root=root), (
            Problem(where, "error", "yaml-syntax", str(getattr(error, "problem", error)), hint),
        )
    own = (config.get("extra") or {}).get("dateline") or {}
    values = {key: config[key] for key in ("site_name", "site_url", "repo_url") if config.get(key)}
    return _from_mapping(
        root, values | {"docs": config.get("docs_dir") or "docs", "site": config.get("site_dir") or "site"}, own
    )


def _from_mapping(root: Path, engine: dict[str, Any], own: dict[str, Any]) -> tuple[Settings, tuple[Problem, ...]]:
    known = set(Settings.__struct_fields__) - {"root", "docs", "site", "site_name", "site_url", "repo_url"}
    problems = tuple(
        Problem(
            Where("mkdocs.yml"),
            "warning",
            "settings-key",
            f"extra.dateline has no setting {key!r}",
            f"known: {', '.join(sorted(known))}",
        )
        for key in own
        if key not in known
    )
    values = engine | {key: value for key, value in own.items() if key in known}
    try:
        checked = msgspec.convert(values | {"root": str(root)}, Settings, dec_hook=lambda kind, value: kind(value))
    except msgspec.ValidationError as error:
        return Settings(root=root), (*problems, Problem(Where("mkdocs.yml"), "error", "settings-value", str(error)))
    return checked, problems
