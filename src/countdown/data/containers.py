"""Reading the files of a catalogue out of a folder, a zip or a tar archive, within a size cap."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from countdown.data.errors import refused

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_BYTES: Final = 16 * 1024 * 1024
"""The most that all files of a catalogue may have together, unpacked."""

_LOCKED: Final = 1
"""The flag of a member of a zip archive that needs a password."""

_NO_ARCHIVE: Final = "is neither a folder nor a zip or tar archive that can be read"
_TOO_LARGE: Final = "larger than 16 MiB in all, the most a catalogue may be"


def read_files(source: Path, names: tuple[str, ...]) -> Mapping[str, bytes]:
    """Return the named files that ``source`` has, from a folder or an archive.

    In an archive they may stand in one folder of their own. Missing ones are left out.

    Raises:
        FileProblemsError: nothing there, no archive that can be read, or too large.
    """
    try:
        if source.is_dir():
            return _from_folder(source, names)
        if source.is_file():
            return _from_archive(source, names)
    except OSError as error:
        raise refused(str(source), f"cannot be read: {error.strerror or error}") from None
    except ValueError:  # a NUL in the name
        raise refused(str(source), "is no name of a file") from None
    raise refused(str(source), "there is no such file or folder")


def _from_folder(folder: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    present = [folder / name for name in names if (folder / name).is_file()]
    if sum(path.stat().st_size for path in present) > MAX_BYTES:
        raise refused(str(folder), _TOO_LARGE)
    return {path.name: path.read_bytes() for path in present}


def _from_archive(archive: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    import zipfile  # an archive is rare; the start of every command should not pay for it

    if archive.stat().st_size > MAX_BYTES:
        raise refused(str(archive), _TOO_LARGE)
    if zipfile.is_zipfile(archive):
        return _from_zip(archive, names)
    return _from_tar(archive, names)


def _from_zip(archive: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    import zipfile
    import zlib

    files: dict[str, bytes] = {}
    left = MAX_BYTES
    try:
        with zipfile.ZipFile(archive) as bundle:
            for member in bundle.infolist():
                name = PurePosixPath(member.filename).name
                if name not in names or name in files or member.is_dir():
                    continue
                if member.flag_bits & _LOCKED:
                    raise refused(str(archive), "is locked by a password", value=name)
                if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    # the others are unpacked without a limit
                    raise refused(str(archive), "is packed in a way not known here", value=name)
                with bundle.open(member) as stream:
                    files[name] = stream.read(left + 1)
                left -= len(files[name])
                if left < 0:
                    raise refused(str(archive), _TOO_LARGE)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
        raise refused(str(archive), "is a damaged zip archive") from None
    return files


def _from_tar(archive: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    import tarfile
    from io import BytesIO

    files: dict[str, bytes] = {}
    unpacked = BytesIO(_unpacked(archive))  # in memory, so that no header can ask for more
    try:
        with tarfile.open(fileobj=unpacked, mode="r:") as tar:
            for member in tar:
                if member.size < 0:  # the next header would be this one again
                    raise tarfile.ReadError
                name = PurePosixPath(member.name).name
                if name in names and name not in files and member.isreg() and not member.sparse:
                    stream = tar.extractfile(member)
                    files[name] = stream.read() if stream else b""
    except (tarfile.TarError, EOFError, RecursionError, ValueError, OverflowError):
        raise refused(str(archive), _NO_ARCHIVE) from None
    return files


def _unpacked(archive: Path) -> bytes:
    """Undo the compression around a tar archive, as far as the cap."""
    import bz2
    import gzip
    import lzma
    import zlib

    raw = archive.read_bytes()
    layers = ((b"\x1f\x8b", gzip.GzipFile), (b"BZh", bz2.BZ2File), (b"\xfd7zXZ\0", lzma.LZMAFile))
    for mark, layer in layers:
        if raw.startswith(mark):
            try:
                with layer(archive) as stream:
                    raw = stream.read(MAX_BYTES + 1)
            except (EOFError, OSError, lzma.LZMAError, zlib.error):
                raise refused(str(archive), _NO_ARCHIVE) from None
            break
    if len(raw) > MAX_BYTES:
        raise refused(str(archive), _TOO_LARGE)
    return raw
