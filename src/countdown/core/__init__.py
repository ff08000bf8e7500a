"""The domain: moments, durations, flights, records. Standard library and dateutil only."""

# Modules with NamedTuples do without `from __future__ import annotations`: Python compiles each
# field's annotation that is a string, which costs every start of a command 2 ms.
