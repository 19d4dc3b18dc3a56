"""Every command of the AWS CLI that is an operation of an API, by botocore's models and the CLI's own naming.

One line each: command, subcommand, service, operation, and the HTTP method. Nothing of this project's tables is in it.
"""
import botocore.session
from botocore import xform_name

COMMANDS = {"s3": "s3api", "config": "configservice", "codedeploy": "deploy"}

loader = botocore.session.Session().get_component("data_loader")
for service in loader.list_available_services("service-2"):
    operations = loader.load_service_model(service, "service-2")["operations"]
    for name, operation in operations.items():
        command = COMMANDS.get(service, service)
        print(command, xform_name(name, "-"), service, name, operation.get("http", {}).get("method", "POST"))
