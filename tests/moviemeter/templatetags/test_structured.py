"""schema.org data in a page."""

import json

from moviemeter.templatetags.structured import json_ld


def test_json_ld_is_a_block_that_nothing_in_it_can_end():
    data = {"name": "</script><script>alert(1)</script>&é\u2028"}

    block = json_ld(data)

    before, after = '<script type="application/ld+json">', "</script>"
    assert block.startswith(before)
    assert block.endswith(after)
    inside = block[len(before) : -len(after)]
    assert "<" not in inside
    assert json.loads(inside) == data
