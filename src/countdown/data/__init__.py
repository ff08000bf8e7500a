"""Files and formats on one side, the core's objects on the other. No Qt."""
