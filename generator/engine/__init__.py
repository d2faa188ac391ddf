"""The only package that knows a site engine: docs folder in, whole and searchable site out."""

from generator.engine.build import ENGINES, Engine, build, is_current
from generator.engine.preview import preview

__all__ = ["ENGINES", "Engine", "build", "is_current", "preview"]
