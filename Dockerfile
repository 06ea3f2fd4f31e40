# The site in production: packages locked by hash, static files compressed beforehand,
# no root, and nothing in it that only development needs.
#
#   docker build -t moviemeter .
#   docker run -p 8000:8000 -v moviemeter:/state --env-file site.env moviemeter
#
# docs/configuration.md lists what site.env has to hold.

FROM python:3.11-slim-bookworm AS packages
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
COPY requirements/image.txt /tmp/image.txt
RUN python -m venv /venv && /venv/bin/pip install --require-hashes -r /tmp/image.txt

FROM packages AS site
WORKDIR /site
COPY . .
# What the site needs to be told is not known yet, so static files are collected as in
# development; they are the same. With brotli at hand each gets a .br beside its .gz.
RUN STATE_DIR=/tmp/state STATIC_ROOT=/site/static-collected \
    DATABASE_URL=postgresql://nobody@localhost/none \
    /venv/bin/python manage.py prepare \
    && /venv/bin/python -m compileall -q /site \
    && rm -rf /tmp/state

FROM python:3.11-slim-bookworm
RUN useradd --system --uid 10001 --home-dir /site --no-create-home moviemeter \
    && install --directory --owner=moviemeter --group=moviemeter /state
COPY --from=packages /venv /venv
COPY --from=site /site /site
WORKDIR /site
USER moviemeter
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 \
    SITE_MODE=production HOST=0.0.0.0 PORT=8000 \
    STATE_DIR=/state STATIC_ROOT=/site/static-collected
VOLUME /state
EXPOSE 8000
HEALTHCHECK --start-period=60s --interval=30s --timeout=5s CMD ["python", "manage.py", "health"]
CMD ["python", "manage.py", "serve"]
