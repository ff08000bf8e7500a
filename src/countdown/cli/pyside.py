"""What PySide would cost each start without need, and how it is spared."""

from __future__ import annotations

import builtins
import sys
from contextlib import contextmanager
from enum import EnumType
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from importlib.abc import Loader

UNPACKED: Final = Path(sys.prefix, "unpacked")
"""Where ``make`` has tools/shiboken_support.py put its copy of Shiboken."""

_FEATURES: Final = "shibokensupport.feature"
_FOR_ERRORS: Final = (
    "traceback",
    "shibokensupport.signature.errorhandler",
    "shibokensupport.signature.layout",
)
_PUT_OFF: Final = {
    *_FOR_ERRORS,
    "base64",
    "tempfile",
    "zipfile",
    "shibokensupport.signature.parser",
    "shibokensupport.signature.lib.enum_sig",
    "shibokensupport.signature.lib.pyi_generator",
    "shibokensupport.signature.lib.tool",
}  # but not signature.mapping: PySide's library looks into that without asking for an attribute
_OF_THE_IMPORT: Final = {
    "__class__",
    "__dict__",
    "__file__",
    "__loader__",
    "__name__",
    "__package__",
    "__path__",
    "__spec__",
}


def load_qt() -> None:
    """Load the base of PySide the quickest way; a second call does nothing.

    PySide loads much at once that it has for wrong calls, to say which would be right: that is
    put off until there is one, or until `read_the_rest`. Its ``__feature__``, other names for Qt's
    functions, is left out: to find who wants them it reads the source of every module that is
    imported. Both are so for a Shiboken that is unpacked; else it loads its own modules itself.
    """
    if "PySide6.QtCore" in sys.modules:
        return
    take_unpacked_shiboken()
    sys.meta_path.insert(0, _Finder)
    try:
        with _unguarded_enumerations():
            _ = import_module("PySide6.QtCore").Qt  # it is made when asked for
    finally:
        sys.meta_path.remove(_Finder)
        builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def read_the_rest() -> None:
    """Run what explains errors, so that one finds it ready, however deep it happens."""
    for name in _FOR_ERRORS:
        if (module := sys.modules.get(name)) is not None:
            _run(module)


def take_unpacked_shiboken(unpacked: Path = UNPACKED) -> None:
    """Have Shiboken, PySide's base, come from where its own Python code is compiled already.

    The installed one compiles it anew at each start, which takes a fifth of that. A copy of
    another version than the installed one is left alone, and so is all where there is none.
    """
    if "shiboken6" in sys.modules or not unpacked.is_dir():
        return
    spec = PathFinder.find_spec("shiboken6")
    if spec is None or spec.origin is None:
        return
    installed = Path(spec.origin)  # it states the version
    try:
        copied = (unpacked / "shiboken6" / installed.name).read_bytes()
        is_same = copied == installed.read_bytes()
    except OSError:
        return
    if is_same:
        sys.path.insert(0, str(unpacked))


@contextmanager
def _unguarded_enumerations() -> Iterator[None]:
    """Meanwhile nothing keeps members of an enumeration from being replaced.

    Python looks for that twice with each member that it makes; PySide has it make some 2,000.
    """
    guards = {name: vars(EnumType)[name] for name in ("__setattr__", "__delattr__")}
    for name in guards:
        delattr(EnumType, name)
    try:
        yield
    finally:
        for name, guard in guards.items():
            setattr(EnumType, name, guard)


class _Finder:
    """Finds what is put off or left out, before Python's own finders do."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == _FEATURES:
            return ModuleSpec(name, cast("Loader", _WithoutFeatures()))
        spec = PathFinder.find_spec(name, path) if name in _PUT_OFF else None
        if spec is not None and spec.loader is not None:
            spec.loader = cast("Loader", _Later(spec.loader))
        return spec


class _WithoutFeatures:
    """Loads what PySide calls at each import as functions that do nothing."""

    def create_module(self, _spec: ModuleSpec) -> None: ...

    def exec_module(self, module: ModuleType) -> None:
        vars(module).update(feature_import=_nothing, feature_imported=_nothing)


def _nothing(*_args: object) -> None: ...


class _Later:
    """Loads a module without running it."""

    def __init__(self, loader: Loader) -> None:
        self._loader = loader

    def create_module(self, _spec: ModuleSpec) -> None: ...

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__ is not None
        module.__spec__.loader = module.__loader__ = self._loader
        vars(module).update(__unread__=self._loader, __reading__=RLock())
        module.__class__ = _Unread


class _Unread(ModuleType):
    """A module that runs when something of it is first asked for; other threads wait meanwhile.

    Not importlib's LazyLoader, whose modules run when they are imported a second time.
    """

    def __getattribute__(self, name: str) -> Any:
        if name not in _OF_THE_IMPORT:
            _run(self)
        return ModuleType.__getattribute__(self, name)


def _run(module: ModuleType) -> None:
    """Run a module that has not run; one that fails is as if nobody had asked."""
    known = vars(module)
    if "__reading__" not in known:
        return
    with known["__reading__"]:
        loader = known.pop("__unread__", None)
        if loader is None:
            return
        try:
            loader.exec_module(module)
        except BaseException:
            known["__unread__"] = loader
            raise
        module.__class__ = ModuleType
