"""Folders and archives: what is accepted, and what is refused before it does harm."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import lzma
import os
import struct
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from countdown.core.errors import FileProblemsError
from countdown.data.catalogue_files import load_catalogue
from countdown.data.containers import MAX_BYTES, read_files
from tests.data.small import as_bytes, problems_of, write

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MEBIBYTE = 1024 * 1024


def zipped(
    files: Mapping[str, bytes], folder: str = "", method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", method) as bundle:
        for name, raw in files.items():
            bundle.writestr(folder + name, raw)
    return packed.getvalue()


def tarred(files: Mapping[str, bytes], folder: str = "") -> bytes:
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as bundle:
        for name, raw in files.items():
            member = tarfile.TarInfo(folder + name)
            member.size = len(raw)
            bundle.addfile(member, BytesIO(raw))
    return packed.getvalue()


def saved(folder: Path, raw: bytes, name: str = "archive") -> Path:
    archive = folder / name
    archive.write_bytes(raw)
    return archive


ARCHIVES: Mapping[str, Callable[[Mapping[str, bytes]], bytes]] = {
    "zip": zipped,
    "stored.zip": lambda files: zipped(files, method=zipfile.ZIP_STORED),
    "nested.zip": lambda files: zipped(files, "catalogue-2026/"),
    "tar": tarred,
    "nested.tar": lambda files: tarred(files, "./catalogue-2026/"),
    "tar.gz": lambda files: gzip.compress(tarred(files)),
    "tar.bz2": lambda files: bz2.compress(tarred(files)),
    "tar.xz": lambda files: lzma.compress(tarred(files)),
}


@pytest.mark.parametrize("kind", ARCHIVES)
def test_a_catalogue_is_read_from_an_archive_as_from_a_folder(tmp_path: Path, kind: str) -> None:
    archive = saved(tmp_path, ARCHIVES[kind](as_bytes()), f"catalogue.{kind}")
    folder = write(tmp_path / "folder", as_bytes())
    assert load_catalogue(archive).flights == load_catalogue(folder).flights


def test_other_files_beside_the_catalogue_are_left_alone(tmp_path: Path) -> None:
    files = {"README.md": b"\xff", "__MACOSX/._people.tsv": b"\xff", **as_bytes()}
    assert len(load_catalogue(saved(tmp_path, zipped(files))).flights) == 3


@pytest.mark.parametrize("kind", ARCHIVES)
def test_what_an_archive_does_not_have_is_missing(tmp_path: Path, kind: str) -> None:
    files = as_bytes()
    del files["flights.tsv"]
    (problem,) = problems_of(saved(tmp_path, ARCHIVES[kind](files)))
    assert (problem.value, problem.reason) == ("flights.tsv", "this file is missing")


@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_cut_short_anywhere_is_refused(tmp_path: Path, kind: str) -> None:
    raw = ARCHIVES[kind](as_bytes())
    # after the last file a tar archive has nothing but zeros
    end = len(raw) if "tar." in kind or "zip" in kind else len(raw.rstrip(b"\0")) - 30
    for length in range(0, end, max(1, end // 25)):
        assert problems_of(saved(tmp_path, raw[:length]))


@pytest.mark.parametrize(
    "raw", [b"", b"\0" * 2_000, b"PK\x03\x04", b"\x1f\x8b", b"BZh9", b"text\n"]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, raw: bytes) -> None:
    assert problems_of(saved(tmp_path, raw))


@pytest.mark.parametrize("name", ["nowhere", "no\0where", "x" * 5_000, "a/b/c"])
def test_where_nothing_is_there_is_nothing_to_read(tmp_path: Path, name: str) -> None:
    (problem,) = problems_of(tmp_path / name)
    assert problem.reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "people.tsv"
    os.mkfifo(pipe)
    assert problems_of(pipe)
    assert problems_of(tmp_path)
    assert problems_of(Path(os.devnull))


def test_an_archive_locked_by_a_password_says_so(tmp_path: Path) -> None:
    raw = bytearray(zipped(as_bytes()))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = raw.find(mark)
        while start >= 0:
            raw[start + flags] |= 1
            start = raw.find(mark, start + 1)
    (problem,) = problems_of(saved(tmp_path, bytes(raw)))
    assert "password" in problem.reason


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_without_a_limit_are_refused(tmp_path: Path, method: int) -> None:
    assert problems_of(saved(tmp_path, zipped(as_bytes(), method=method)))


def test_a_folder_may_have_16_mebibytes_and_no_byte_more(tmp_path: Path) -> None:
    write(tmp_path, {"one": b"x" * (MAX_BYTES - 1), "two": b"x"})
    assert len(read_files(tmp_path, ("one", "two"))) == 2
    write(tmp_path, {"two": b"xx"})
    with pytest.raises(FileProblemsError, match="16 MiB"):
        read_files(tmp_path, ("one", "two"))


def test_a_large_archive_is_not_even_opened(tmp_path: Path) -> None:
    archive = tmp_path / "large"
    with archive.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    (problem,) = problems_of(archive)
    assert "16 MiB" in problem.reason


BOMB = {"people.tsv": b"\0" * (20 * MEBIBYTE)}
PAIR = {"people.tsv": b"\0" * (9 * MEBIBYTE), "vehicles.tsv": b"\0" * (9 * MEBIBYTE)}
HIDDEN = {"other": b"\0" * (20 * MEBIBYTE), **as_bytes()}


@pytest.mark.parametrize(
    ("kind", "files"),
    [("zip", BOMB), ("zip", PAIR), ("tar.gz", BOMB), ("tar.xz", PAIR), ("tar.bz2", HIDDEN)],
)
def test_what_unpacks_to_more_than_the_cap_is_refused(
    tmp_path: Path, kind: str, files: Mapping[str, bytes]
) -> None:
    raw = ARCHIVES[kind](files)
    assert len(raw) < MEBIBYTE
    (problem,) = problems_of(saved(tmp_path, raw))
    assert "16 MiB" in problem.reason


def test_a_zip_that_lies_about_its_sizes_is_refused(tmp_path: Path) -> None:
    raw = zipped(BOMB)
    size = struct.pack("<I", 20 * MEBIBYTE)
    assert raw.count(size) == 2
    assert problems_of(saved(tmp_path, raw.replace(size, struct.pack("<I", 100))))


def test_a_tar_whose_sizes_run_backwards_comes_to_an_end(tmp_path: Path) -> None:
    for kind in (tarfile.REGTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME, b"Z"):
        member = tarfile.TarInfo("people.tsv")
        raw = bytearray(member.tobuf())
        raw[156:157] = kind
        raw[124:136] = b"\xff" * 10 + b"\xfe\x00"  # -512 in base 256
        checked = bytes(raw[:148]) + b" " * 8 + bytes(raw[156:])
        raw[148:156] = f"{sum(checked):06o}\0 ".encode()
        assert problems_of(saved(tmp_path, bytes(raw) + b"\0" * 1_024))


def test_links_in_a_tar_lead_nowhere(tmp_path: Path) -> None:
    packed = BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as bundle:
        for name in as_bytes():
            member = tarfile.TarInfo(name)
            member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
            bundle.addfile(member)
    reasons = {one.reason for one in problems_of(saved(tmp_path, packed.getvalue()))}
    assert reasons == {"this file is missing"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(sorted(ARCHIVES)),
    place=st.floats(0, 1, exclude_max=True),
    length=st.integers(0, 8),
    new=st.binary(max_size=8),
)
def test_any_change_of_an_archive_loads_or_is_refused(
    tmp_path: Path, kind: str, place: float, length: int, new: bytes
) -> None:
    raw = ARCHIVES[kind](as_bytes())
    start = int(place * len(raw))
    archive = saved(tmp_path, raw[:start] + new + raw[start + length :])
    with contextlib.suppress(FileProblemsError):
        load_catalogue(archive)
