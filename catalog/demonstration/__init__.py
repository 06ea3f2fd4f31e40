"""The demonstration: true facts and plots of our own, as text files (see README.md)."""
