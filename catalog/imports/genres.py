"""The genres of English tables by the site's own names."""

# Keys in lower case. What is missing here the site does not have.
DUTCH_GENRES = {
    "action": "actie",
    "adventure": "avontuur",
    "animation": "animatie",
    "biography": "biografie",
    "comedy": "komedie",
    "crime": "misdaad",
    "documentary": "documentaire",
    "drama": "drama",
    "family": "familie",
    "fantasy": "fantasy",
    "historical": "historisch",
    "history": "historisch",
    "horror": "horror",
    "music": "muziek",
    "musical": "muziek",
    "mystery": "mystery",
    "road movie": "roadmovie",
    "romance": "romantiek",
    "sci-fi": "sciencefiction",
    "science fiction": "sciencefiction",
    "sport": "sport",
    "thriller": "thriller",
    "war": "oorlog",
    "western": "western",
}
