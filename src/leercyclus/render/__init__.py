"""Domain in, text out. A text of which the width counts passes through ``tekst.showable`` on its way."""
