"""Formats a JSON list of values as the installed AWS CLI does with --output text; null where it fails, or prints Python's own words."""
import io
import json
import sys

from awscli.text import format_text

texts = []
for value in json.load(sys.stdin):
    stream = io.StringIO()
    try:
        format_text(value, stream)
        text = stream.getvalue()
    except AttributeError:
        text = "{"
    # Lists of unlike things, which no API answers with, come out as Python writes them.
    texts.append(None if "{" in text or "[" in text else text)
json.dump(texts, sys.stdout)
