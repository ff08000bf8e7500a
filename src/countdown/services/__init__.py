"""QObjects without a picture: the second hand, the settings, the look of the machine."""
