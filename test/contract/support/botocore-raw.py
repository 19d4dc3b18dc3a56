"""Reads AWS configuration files with botocore's own raw parser: a JSON list of base64 texts on stdin; on stdout the sections of each,
or null where botocore refuses the file."""

import base64
import json
import os
import sys
import tempfile

from botocore.configloader import raw_config_parse
from botocore.exceptions import ConfigParseError

with tempfile.TemporaryDirectory() as directory:
    path = os.path.join(directory, "config")

    def read(encoded):
        with open(path, "wb") as file:
            file.write(base64.b64decode(encoded))
        try:
            return raw_config_parse(path)
        except ConfigParseError:
            return None

    json.dump([read(encoded) for encoded in json.load(sys.stdin)], sys.stdout)
