"""What a title is about, in paragraphs."""

from catalog.models import Plot


def test_plot_has_a_paragraph_at_each_empty_line():
    plot = Plot(text="Een\nregel.\r\n\r\nTwee.\n\n\n\n  \n\nDrie.\n")

    assert plot.paragraphs == ["Een regel.", "Twee.", "Drie."]


def test_plot_without_text_has_no_paragraphs():
    assert Plot(text="").paragraphs == []
