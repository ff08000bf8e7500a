"""The text commands: the same readings as the windows show, as text and as JSON."""
