"""Windows and their parts: they put readings, models and painted pieces together."""
