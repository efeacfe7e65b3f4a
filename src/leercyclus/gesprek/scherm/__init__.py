"""Fields that can be edited, for a terminal that can redraw. The only part that loads prompt_toolkit."""
