"""An old site's stories, brought along from a file that it gave.

- ``source``: what every source gives: stories as plain values, or one clear failure.
- ``xml``: a file of XML read piece by piece, with nothing in it that could do harm.
- ``dates``: the three ways in which the formats write a moment.
- ``rss``, ``atom``, ``wordpress``: the formats.
- ``addresses``: old addresses as they are compared and kept.
- ``opening``: which of them a file is.
- ``shortcodes``, ``texts``: an old text as ours.
- ``intros``: the intro of a story that has none.
- ``pictures``: old pictures out of the operator's folder.
- ``storing``: a story into the magazine, once.
- ``importing``: all of it together.
"""
