"""Opens profiles with boto3: their names as a JSON list on stdin; on stdout the account behind each, or the error."""

import concurrent.futures
import json
import sys

import boto3
import botocore.session

# Every session would read the models of the services anew.
LOADER = botocore.session.Session().get_component("data_loader")


def account_of(name):
    try:
        session = botocore.session.Session(profile=name)
        session.register_component("data_loader", LOADER)
        return boto3.Session(botocore_session=session).client("sts").get_caller_identity()["Account"]
    except Exception as error:
        return f"{type(error).__name__}: {error}"


names = json.load(sys.stdin)
with concurrent.futures.ThreadPoolExecutor(8) as pool:
    json.dump(dict(zip(names, pool.map(account_of, names))), sys.stdout)
