"""What becomes of files from outside that are wrong: thousands of them, each in one of many ways.

    python benchmarks/bad_input.py [--small] [--seed NUMBER]

From the example of docs/mission-file.md and a table of flights come 6,000 files: values put in the
place of others, keys twice, bytes changed, ends cut off, texts that pretend to be something else;
and some by hand: 100 MB, 100,000 levels deep, numbers of a million digits, archives that are none.
A process of its own opens each as the app would. The aim: each gives a clear error or a clean
import; none crashes, takes over 1 s, or lets the process grow over 200 MB.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from countdown.core.errors import FileProblemsError
from countdown.core.moments import Moment
from countdown.core.overlays import with_sound
from countdown.core.own_missions import OwnMission
from countdown.data.backups import read_backup
from countdown.data.catalogue_files import load_catalogue
from countdown.data.flight_tables import preview_flights
from countdown.data.mission_files import load_missions, mission_text, parse_missions, read_capped
from countdown.data.resources import bundled_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from countdown.core.catalogue import Catalogue

COUNT: Final = 6_000
MOST_SECONDS: Final = 1.0
MOST_BYTES: Final = 200 * 1024 * 1024
OPEN: Final = "--open"

EXAMPLE: Final = Path(__file__).parents[1] / "docs" / "mission-file.md"
TABLE: Final = (
    "person,country,vehicle,launch,sex,landing,planned_return,down,died,note\n"
    "Pia Example,US,Example 1,>=2027-03,F,,2027-09,,,our class\n"
    "Anna Kikina,RU,Soyuz MS-29,2026-07-14T14:47:43Z,,,2027-03-14,,,\n"
    "Quinn Example,US,Example 2,2010-01-01T00:00:00Z,M,2010-02-01,,,yes,\n"
)
TEXTS: Final = (
    "", " ", "\0", "\x1b[31mred", "a\u202eb\u2066c", "\ud800", "\udfff\ud800", "\ufeff", "\u2028",
    "<b>bold</b>", "<img src=file:///etc/passwd>", "file:///etc/passwd", "javascript:alert(1)",
    "=1+1", "@SUM(A1)", "+1", "-1", "=HYPERLINK(\"file:///x\")", "{{x}}", "%s%n", "../../etc",
    "x" * 100_000, "\u0301" * 5_000, "\U0001f469\u200d\U0001f680", "9" * 5_000,
    "2015-13-01", "2015-02-30", "0000", "9999-12-31", "2015-03-27T19:42", "2015-03-27T24:00Z",
    "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2199-12-31T23:59Z", "2199", "1900",
)  # fmt: skip
TOLD: Final = {"title", "name", "note", "source", "station", "short", "words", "spacecraft"}
VALUES: Final[tuple[object, ...]] = (
    None, True, False, 0, -1, 1.5, 1e308, 10**14, 10**30, float("nan"), float("inf"), [], {},
    [[]], {"at": "2027"}, {"at": {"at": "2027"}}, {"earliest": "2027", "latest": "2026"}, [None],
)  # fmt: skip


def example() -> dict[str, Any]:
    """The file that the documentation shows."""
    found = re.search(r"```json\n(.*?)```", EXAMPLE.read_text("utf-8"), re.DOTALL)
    assert found is not None
    content: dict[str, Any] = json.loads(found[1])
    return content


def spoilt(content: Any, chance: random.Random) -> Any:
    """Put something else in the place of one value, or of a part of it, or take it away."""
    if isinstance(content, dict) and content and chance.random() < 0.9:
        key = chance.choice(list(content))
        if chance.random() < 0.1:
            return {name: one for name, one in content.items() if name != key}
        changed = {**content, key: spoilt(content[key], chance)}
        return {**changed, chance.choice(TEXTS)[:50]: 1} if chance.random() < 0.05 else changed
    if isinstance(content, list) and content and chance.random() < 0.9:
        place = chance.randrange(len(content))
        if chance.random() < 0.1:
            return [*content, *[content[place]] * chance.choice((1, 50))]
        return [*content[:place], spoilt(content[place], chance), *content[place + 1 :]]
    return chance.choice(chance.choice((TEXTS, VALUES)))


def structures(chance: random.Random) -> bytes:
    """A file that is JSON, and wrong in one to three places."""
    content = example()
    for _ in range(chance.randint(1, 3)):
        content = spoilt(content, chance)
    return json.dumps(content, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")


def retold(content: Any, text: str) -> Any:
    """Say ``text`` in every field that is text alone."""
    if isinstance(content, dict):
        return {key: text if key in TOLD else retold(one, text) for key, one in content.items()}
    return [retold(one, text) for one in content] if isinstance(content, list) else content


def texts(chance: random.Random) -> bytes:
    """A file whose texts may pretend to be something else."""
    return json.dumps(retold(example(), chance.choice(TEXTS))).encode()


def doubled(chance: random.Random) -> bytes:
    """A file with a key that is there twice."""
    lines = json.dumps(example(), indent=1).split("\n")
    keyed = [place for place, line in enumerate(lines) if re.match(r' *"\w+": .*,$', line)]
    place = chance.choice(keyed)
    return "\n".join([*lines[: place + 1], lines[place], *lines[place + 1 :]]).encode()


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """Some bytes put in the place of others, added, or left out."""
    found = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 5, 50))):
        place = chance.randrange(len(found))
        match chance.randrange(3):
            case 0:
                found[place] = chance.randrange(256)
            case 1:
                found.insert(place, chance.choice(b'{}[]",:\\\0\r\n;=\xff0'))
            case _:
                del found[place]
    return bytes(found)


def cut(raw: bytes, chance: random.Random) -> bytes:
    """The file up to some byte."""
    return raw[: chance.randrange(len(raw))]


def cells(chance: random.Random) -> bytes:
    """A table with something else in some cells."""
    rows = [line.split(",") for line in TABLE.splitlines()]
    for _ in range(chance.randint(1, 4)):
        row = rows[chance.randrange(len(rows))]
        row[chance.randrange(len(row))] = f'"{chance.choice(TEXTS)}"'
    return "\n".join(map(",".join, rows)).encode("utf-8", "surrogatepass")


def at_random(count: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield files by name, each kind as often as the others."""
    good, table = json.dumps(example(), indent=1).encode(), TABLE.encode()
    kinds: tuple[tuple[str, Callable[[], bytes]], ...] = (
        ("structure.mission", lambda: structures(chance)),
        ("structures.mission", lambda: structures(chance)),
        ("texts.mission", lambda: texts(chance)),
        ("doubled.mission", lambda: doubled(chance)),
        ("mutated.mission", lambda: mutated(good, chance)),
        ("cut.mission", lambda: cut(good, chance)),
        ("cells.csv", lambda: cells(chance)),
        ("mutated.csv", lambda: mutated(table, chance)),
        ("cut.csv", lambda: cut(table, chance)),
    )
    for number in range(count):
        name, make = kinds[number % len(kinds)]
        yield f"{number}-{name}", make()


def by_hand() -> Iterator[tuple[str, bytes]]:
    """Yield the extremes."""
    start = b'{"schema": 1, "missions": '
    mission = b'[{"id": "a", "title": "A", "stated_on": "2026-11-28", "people": '
    deep = 100_000
    hundred = 100 * 1024 * 1024
    for suffix in ("mission", "csv", "zip"):
        yield f"nothing.{suffix}", b""
        yield f"zeros-100-mb.{suffix}", bytes(hundred)
        yield f"text-100-mb.{suffix}", b'{"schema": 1, "missions": [1,' + b"1," * (hundred // 2)
        yield f"quote-1-mb.{suffix}", b'"' + b"x" * 1_000_000
        yield f"commas-1-mb.{suffix}", b"," * 1_000_000
        yield f"lines-1-mb.{suffix}", b"\n" * 1_000_000
    yield "lists-deep.mission", start + b"[" * deep + b"]" * deep + b"}"
    yield "objects-deep.mission", start + b'{"a":' * deep + b"1" + b"}" * deep + b"}"
    yield "whole-million.mission", b'{"schema": ' + b"9" * 1_000_000 + b"}"
    yield "schema-newer.mission", b'{"schema": 999, "missions": ' + b"[" * 400 + b"]" * 400 + b"}"
    yield "not-a-number.mission", start + b"NaN}"
    yield "errors-many.mission", start + mission + b"[" + b"1," * 400_000 + b"1]}]}"
    yield "objects-many.mission", start + mission + b"[" + b"{}," * 300_000 + b"{}]}]}"
    yield "keys-twice.mission", start + b"[{" + b'"a":1,' * 150_000 + b'"a":1}]}'
    yield "rows-many.csv", TABLE.encode() + TABLE.encode().split(b"\n", 1)[1] * 5_000
    people = "".join(f"P {n},US,V {n},2031,F,,,,,\n" for n in range(20_000))
    yield "flights-many.csv", (TABLE.split("\n", 1)[0] + "\n" + people).encode()


def opened(file: Path, catalogue: Catalogue) -> str:
    """Open a file as the app would; return whether it is refused, or what is taken in is sound."""
    about = OwnMission("import", "Import", Moment.parse("2026-11-28"))
    try:
        if file.suffix == ".csv":
            preview = preview_flights(read_capped(file), str(file), catalogue, about)
            if preview.problems:
                return "refused"
            mission_text((preview.mission,))
        elif file.suffix == ".zip":
            read_backup(file)
        else:
            read = load_missions(file)
            with_sound(catalogue, read.missions)
            if not read.is_newer:
                again = parse_missions(mission_text(read.missions).encode(), "")
                assert again.missions == read.missions
    except FileProblemsError as error:
        clear = all(one.reason and len(one.value) <= 80 for one in error.problems)
        return "refused" if clear else "refused without a clear reason"
    return "taken in"


def open_all(folder: Path) -> None:
    """Open every file, and print what became of it, how long that took, and the peak of memory."""
    catalogue = load_catalogue(bundled_catalogue())
    for line in sys.stdin:
        started = time.process_time()
        try:
            verdict = opened(folder / line.strip(), catalogue)
        except Exception as error:
            verdict = f"crashed: {error!r:.200}"
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        print(json.dumps([verdict, seconds, peak]), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--small", action="store_true", help="a hundredth of those at random")
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument(OPEN, metavar="FOLDER", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.open is not None:
        open_all(Path(options.open))
        return 0
    seed = random.randrange(1_000_000) if options.seed is None else options.seed
    count = COUNT // 100 if options.small else COUNT
    with tempfile.TemporaryDirectory() as folder:
        return _run(Path(folder), count, seed)


def _run(folder: Path, count: int, seed: int) -> int:
    command = [sys.executable, __file__, OPEN, str(folder)]
    verdicts = {"refused": 0, "taken in": 0}
    bad, longest, peak = [], (0.0, ""), 0
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as opener:
        assert opener.stdin is not None
        assert opener.stdout is not None
        chance = random.Random(seed)
        for makers in (by_hand(), at_random(count, chance)):
            for name, raw in makers:
                (folder / name).write_bytes(raw)
                opener.stdin.write(f"{name}\n")
                opener.stdin.flush()
                if not (answer := opener.stdout.readline()):
                    print(f"{name}: the process died")
                    return 1
                verdict, seconds, peak = json.loads(answer)
                longest = max(longest, (seconds, name))
                if verdict in verdicts:
                    verdicts[verdict] += 1
                if verdict not in verdicts or seconds > MOST_SECONDS or peak > MOST_BYTES:
                    bad.append(f"{name}: {verdict}, {seconds:.2f} s, peak {peak >> 20} MB")
                (folder / name).unlink()
        opener.stdin.close()
    print(f"seed {seed}; {sum(verdicts.values())} files")
    print(*(f"{number:6} {verdict}" for verdict, number in verdicts.items()), sep="\n")
    print(f"longest {longest[0]:.2f} s of processor time ({longest[1]}; aim: {MOST_SECONDS:g} s)")
    print(f"peak of memory {peak >> 20} MB (aim: {MOST_BYTES >> 20} MB)")
    print(f"{len(bad)} went wrong (aim: 0)", *bad, sep="\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
