"""Runs before the app in a package: where a system has no zone data, it gets ours.

Python finds that by itself, but local times are asked of the C library.
"""

import os
import sys
import time
from pathlib import Path

if sys.platform.startswith("linux") and not Path("/usr/share/zoneinfo").is_dir():
    os.environ.setdefault("TZDIR", str(Path(sys._MEIPASS, "tzdata", "zoneinfo")))
    zone = os.environ.pop("TZ", None)
    link = Path("/etc/localtime")
    if zone is None and link.is_symlink():
        zone = str(link.readlink()).partition("zoneinfo/")[2]
    time.tzset()  # without a zone first: the C library reads one anew only where its name is new
    if zone:
        os.environ["TZ"] = zone
        time.tzset()
