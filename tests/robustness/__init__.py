"""Input that nobody would type on purpose: always a clear answer, never a crash or a silence."""
