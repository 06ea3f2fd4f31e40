"""Bringing the site up and keeping it up: `manage.py serve`."""
