"""Reading the files of a catalogue out of a folder, a zip or a tar archive, within a size cap."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from countdown.data.errors import refused

if TYPE_CHECKING:
    import tarfile
    from collections.abc import Mapping

MAX_BYTES: Final = 16 * 1024 * 1024
"""The most that all files of a catalogue may have together, unpacked."""

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
    import tarfile  # an archive is rare; the start of every command should not pay for it
    import zipfile
    import zlib

    if archive.stat().st_size > MAX_BYTES:
        raise refused(str(archive), _TOO_LARGE)
    try:
        if zipfile.is_zipfile(archive):
            return _from_zip(archive, names)
        with tarfile.open(archive) as tar:
            return _from_tar(archive, tar, names)
    except (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError):
        # RuntimeError: zipfile's word for a file locked by a password
        raise refused(str(archive), "is neither a folder nor a zip or tar archive") from None


def _from_zip(archive: Path, names: tuple[str, ...]) -> dict[str, bytes]:
    import zipfile

    files: dict[str, bytes] = {}
    left = MAX_BYTES
    with zipfile.ZipFile(archive) as bundle:
        for member in bundle.infolist():
            name = PurePosixPath(member.filename).name
            if name in names and name not in files and not member.is_dir():
                with bundle.open(member) as stream:
                    files[name] = stream.read(left + 1)
                left -= len(files[name])
                if left < 0:
                    raise refused(str(archive), _TOO_LARGE)
    return files


def _from_tar(archive: Path, tar: tarfile.TarFile, names: tuple[str, ...]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    passed = 0
    for member in tar:
        passed += member.size  # what is skipped is unpacked on the way as well
        if passed > MAX_BYTES:
            raise refused(str(archive), _TOO_LARGE)
        name = PurePosixPath(member.name).name
        if name in names and name not in files and member.isfile():
            stream = tar.extractfile(member)
            files[name] = stream.read() if stream else b""
    return files
