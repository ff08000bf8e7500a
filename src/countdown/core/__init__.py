"""The domain: moments, durations, flights, records. Standard library and dateutil only."""
