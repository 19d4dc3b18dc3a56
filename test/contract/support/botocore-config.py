"""Reads pairs of AWS configuration files with botocore: a JSON list of [config, credentials] texts on stdin; on stdout what
botocore makes of each, or null where it refuses the file."""

import json
import os
import sys
import tempfile

import botocore.session
from botocore.exceptions import ConfigParseError

SESSION = botocore.session.Session()


def read(directory, config, credentials):
    paths = []
    for name, text in (("config", config), ("credentials", credentials)):
        path = os.path.join(directory, name)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        paths.append(path)
    SESSION.set_config_variable("config_file", paths[0])
    SESSION.set_config_variable("credentials_file", paths[1])
    # Read anew: making a session for each pair takes far longer than reading.
    SESSION._config = None
    try:
        full = SESSION.full_config
    except ConfigParseError:
        return None
    # Values of nested sections are dictionaries; they say nothing about Identity Center.
    plain = lambda sections: {
        name: {key: value for key, value in values.items() if isinstance(value, str)}
        for name, values in sections.items()
    }
    return {"profiles": plain(full["profiles"]), "sessions": plain(full.get("sso_sessions", {}))}


with tempfile.TemporaryDirectory() as directory:
    json.dump([read(directory, *pair) for pair in json.load(sys.stdin)], sys.stdout)
