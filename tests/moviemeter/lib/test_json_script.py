"""JSON that may stand inside a page."""

import json

from hypothesis import given
from hypothesis import strategies as st

from moviemeter.lib.json_script import escaped

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(values)
def test_escaped_json_reads_back_as_what_it_was(value):
    assert json.loads(escaped(json.dumps(value, ensure_ascii=False))) == value


@given(st.text())
def test_escaped_json_holds_nothing_that_html_knows(text):
    safe = escaped(json.dumps(text, ensure_ascii=False))

    assert set(safe).isdisjoint("<>&\u2028\u2029")


def test_escaped_json_cannot_end_its_script():
    assert escaped('"</script><!--"') == '"\\u003c/script\\u003e\\u003c!--"'
