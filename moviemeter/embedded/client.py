"""`manage.py dbshell` on the embedded server, with the psql that came with it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.backends.postgresql import client

from moviemeter.embedded.cluster import PORT, cluster


class DatabaseClient(client.DatabaseClient):
    @classmethod
    def settings_to_cmd_args_env(
        cls,
        settings_dict: Mapping[str, Any],  # Any: settings of every type
        parameters: Iterable[str],
    ) -> tuple[list[str], dict[str, str] | None]:
        options = dict(settings_dict["OPTIONS"])
        ours = cluster(options.pop("cluster"), options.pop("state"))
        ours.ensure()
        arguments, environment = super().settings_to_cmd_args_env(
            {
                **settings_dict,
                "HOST": str(ours.socket_folder),
                "PORT": PORT,
                "OPTIONS": options,
            },
            parameters,
        )
        return [str(ours.binaries / "psql"), *arguments[1:]], environment
