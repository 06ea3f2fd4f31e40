"""Public tables brought into the catalogue: a module per source, one way in for all."""
