"""A sheet as Markdown or as a Word document."""
