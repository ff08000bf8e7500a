"""Qt item models over readings, and the words for what the core gives as keys."""
