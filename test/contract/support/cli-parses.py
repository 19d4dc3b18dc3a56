"""Reads a JSON list of argument lists, and says for each which API calls the installed AWS CLI would make of it.

The CLI runs in this process with its own parsers and customizations; only the sending of requests is replaced.
"""
import contextlib
import io
import json
import os
import sys

from awscli.clidriver import create_clidriver

# Should a request be sent all the same, it meets a proxy that is not there.
os.environ.update(HTTPS_PROXY="http://127.0.0.1:9", HTTP_PROXY="http://127.0.0.1:9", AWS_EC2_METADATA_DISABLED="true")
os.environ.update(AWS_ACCESS_KEY_ID="AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY="secret", AWS_DEFAULT_REGION="us-east-1")
os.environ.update(AWS_CONFIG_FILE="/nonexistent", AWS_SHARED_CREDENTIALS_FILE="/nonexistent", AWS_PAGER="")

calls = []


def record(self, operation_name, api_params):
    calls.append(f"{self.meta.service_model.service_name} {operation_name}")
    return {"ResponseMetadata": {"HTTPStatusCode": 200}}


driver = create_clidriver()
for name, module in list(sys.modules.items()):
    if name.endswith("botocore.client"):
        module.BaseClient._make_api_call = record
results = []
for argv in json.load(sys.stdin):
    calls.clear()
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            code = driver.main(argv)
        except SystemExit as ended:
            code = ended.code
    results.append({"code": code, "calls": sorted(set(calls)), "said": said.getvalue()[-300:]})
json.dump(results, sys.stdout)
