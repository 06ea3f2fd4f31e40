"""Every address of the site, in Dutch."""

from django.contrib import admin
from django.contrib.auth import views as auth
from django.urls import path, register_converter

from moviemeter.desk import FRAME
from moviemeter.lib.addresses import (
    FormConverter,
    PlaceConverter,
    StoryConverter,
    YearConverter,
)
from moviemeter.pages import (
    about,
    article,
    browse,
    feeds,
    hints,
    home,
    machines,
    mail,
    news,
    person,
    preview,
    scheme,
    search,
    sitemaps,
    stories,
    title,
)

register_converter(PlaceConverter, "place")
register_converter(FormConverter, "form")
register_converter(StoryConverter, "story")
register_converter(YearConverter, "year")

handler400 = "moviemeter.pages.errors.bad_request"
handler403 = "moviemeter.pages.errors.forbidden"
handler404 = "moviemeter.pages.errors.not_found"
handler500 = "moviemeter.pages.errors.server_error"

urlpatterns = [
    path("", home.home, name="home"),
    path("nieuws/", news.articles, name="article-list"),
    path("nieuws/voorbeeld/<str:token>", preview.preview, name="preview"),
    path("nieuws/<story:place>", article.article, name="article"),
    path("nieuws/meest-gelezen/", news.most_read, name="most-read"),
    path("nieuws/rubriek/<slug:slug>/", news.rubric, name="rubric"),
    path("nieuws/tag/<slug:slug>/", news.tag, name="tag"),
    path("nieuws/<year:year>/<int:month>/", news.month, name="article-month"),
    path("auteur/<slug:slug>/", news.author, name="author"),
    path("film/", browse.films, name="film-list"),
    path("film/<place:place>", title.film, name="film"),
    path("film/<place:place>/kaart", hints.film, name="film-hint"),
    path("film/<place:place>/nieuws", stories.film, name="film-news"),
    path("film/<place:place>/medewerkers", title.film_credits, name="film-credits"),
    path("serie/", browse.all_series, name="series-list"),
    path("serie/<place:place>", title.series, name="series"),
    path("serie/<place:place>/kaart", hints.series, name="series-hint"),
    path("serie/<place:place>/nieuws", stories.series, name="series-news"),
    path(
        "serie/<place:place>/medewerkers", title.series_credits, name="series-credits"
    ),
    path("serie/<place:place>/seizoen/<int:number>", title.season, name="season"),
    path(
        "serie/<place:place>/seizoen/<int:number>/kaart",
        hints.season,
        name="season-hint",
    ),
    path(
        "serie/<place:place>/seizoen/<int:number>/nieuws",
        stories.season,
        name="season-news",
    ),
    path("persoon/", browse.people, name="person-list"),
    path("persoon/<place:place>", person.person, name="person"),
    path("persoon/<place:place>/kaart", hints.person, name="person-hint"),
    path("persoon/<place:place>/nieuws", stories.person, name="person-news"),
    path("genre/", browse.genres, name="genre-list"),
    path("genre/<slug:slug>/", browse.genre, name="genre"),
    path("land/", browse.countries, name="country-list"),
    path("land/<slug:slug>/", browse.country, name="country"),
    path("jaar/", browse.years, name="year-list"),
    path("jaar/<year:year>/", browse.year, name="year"),
    path("decennium/<year:year>/", browse.decade, name="decade"),
    path("zoeken", search.search, name="search"),
    path("weergave/", scheme.scheme, name="scheme"),
    path("colofon/", about.colofon, name="colofon"),
    path("huisregels/", about.house_rules, name="house-rules"),
    path("privacy/", about.privacy, name="privacy"),
    path("ontwikkeling/post/", mail.mail, name="mail"),
    path("feeds/nieuws.<form:form>", feeds.all_news, name="feed"),
    path("feeds/rubriek/<slug:slug>.<form:form>", feeds.rubric, name="rubric-feed"),
    path("feeds/tag/<slug:slug>.<form:form>", feeds.tag, name="tag-feed"),
    path("feeds/titel/<int:pk>.<form:form>", feeds.title, name="title-feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-lijsten.xml", sitemaps.lists, name="sitemap-lists"),
    path(
        "sitemap-<str:name>-<int:number>.xml",
        sitemaps.one_range,
        name="sitemap-range",
    ),
    path("nieuws-sitemap.xml", sitemaps.news, name="news-sitemap"),
    path("robots.txt", machines.robots, name="robots"),
    path("manifest.webmanifest", machines.manifest, name="manifest"),
    path("favicon.ico", machines.favicon, name="favicon"),
    path("healthz", machines.health, name="health"),
    path("media/<path:name>", machines.media, name="media"),
    path(
        "beheer/wachtwoord-vergeten/",
        auth.PasswordResetView.as_view(extra_context=FRAME),
        name="admin_password_reset",
    ),
    path(
        "beheer/wachtwoord-vergeten/verstuurd/",
        auth.PasswordResetDoneView.as_view(extra_context=FRAME),
        name="password_reset_done",
    ),
    path(
        "beheer/wachtwoord-kiezen/<uidb64>/<token>/",
        auth.PasswordResetConfirmView.as_view(extra_context=FRAME),
        name="password_reset_confirm",
    ),
    path(
        "beheer/wachtwoord-gekozen/",
        auth.PasswordResetCompleteView.as_view(extra_context=FRAME),
        name="password_reset_complete",
    ),
    path("beheer/", admin.site.urls),
]
