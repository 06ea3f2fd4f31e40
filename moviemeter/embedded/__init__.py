"""The site's own PostgreSQL, for a machine where nobody has set DATABASE_URL.

A Django database engine: the server starts at the first connection of any process and
stops with the last one. It listens on a socket that only its account can reach.
"""
