"""Domain in, text out. Every text of a user passes through ``tekst.showable`` on its way."""
