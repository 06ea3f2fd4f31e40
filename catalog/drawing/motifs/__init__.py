"""Motifs: for each of the site's 21 genres, one idea in flat shapes.

A motif gets the room it has, the colours, and chance for its own freedom; it gives
back SVG. It may run off the stage, never out of it: who places it cuts it off.
"""

from collections.abc import Callable, Mapping

from catalog.drawing.chance import Chance
from catalog.drawing.motifs import feelings, histories, journeys, movement, suspense
from catalog.drawing.palettes import Palette
from catalog.drawing.shapes import rectangle, window
from catalog.drawing.stage import Stage

BLEED = 3  # pixels a motif is drawn larger than what is seen of it, on each side

Motif = Callable[[Stage, Palette, Chance], str]

MOTIFS: Mapping[str, Motif] = {
    "actie": movement.actie,
    "animatie": movement.animatie,
    "avontuur": journeys.avontuur,
    "biografie": histories.biografie,
    "documentaire": histories.documentaire,
    "drama": feelings.drama,
    "familie": feelings.familie,
    "fantasy": journeys.fantasy,
    "historisch": histories.historisch,
    "horror": suspense.horror,
    "komedie": feelings.komedie,
    "misdaad": suspense.misdaad,
    "muziek": movement.muziek,
    "mystery": suspense.mystery,
    "oorlog": histories.oorlog,
    "roadmovie": journeys.roadmovie,
    "romantiek": feelings.romantiek,
    "sciencefiction": journeys.sciencefiction,
    "sport": movement.sport,
    "thriller": suspense.thriller,
    "western": journeys.western,
}


def draw_motif(
    genre: str,
    palette: Palette,
    chance: Chance,
    stage: Stage,
    *,
    at: tuple[float, float] = (0, 0),
) -> str:
    """The motif on a ground of the field's colour, cut off at the stage's edges.

    At is the left top in the drawing, in pixels. An unknown genre raises ``KeyError``.
    """
    wider = Stage(stage.width + 2 * BLEED, stage.height + 2 * BLEED)
    ground = rectangle(0, 0, wider.width, wider.height, palette.field)
    body = ground + MOTIFS[genre](wider, palette, chance)
    return window(*at, stage.width, stage.height, body, BLEED)
