"""Articles about the catalogue."""
