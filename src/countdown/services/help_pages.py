"""The pages of help that come with the app, as they are written."""

from __future__ import annotations

from countdown.data.resources import resources_folder


def glossary() -> str:
    """Return the glossary: Markdown, and what may be quoted from it."""
    return (resources_folder() / "help" / "glossary.md").read_text(encoding="utf-8")
