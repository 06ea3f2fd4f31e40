"""Notation in templates: `{{ 175714|whole }}`, `{{ date|day }}` …

There is no filter for years or ids: they are written as they are.
"""

from django import template

from moviemeter.lib import notation

register = template.Library()

register.filter("whole", notation.whole)
register.filter("decimals", notation.decimals)
register.filter("stars", notation.stars)
register.filter("day", notation.day)
register.filter("clock", notation.clock)
register.filter("enumerate", notation.enumerate_names)
