"""What pages cost where there is a lot: `python -m benchmarks stories`.

Each benchmark makes an archive of artificial words in a database of its own, measures
it, prints a table and fails where a page costs more than it may. Nothing is kept.
"""
