"""Mission Countdown: how long people have been in orbit, and when the records fall."""

__version__ = "0.1.0"
