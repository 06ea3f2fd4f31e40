"""The demonstration's stories: text files, and how they come into the magazine."""
