"""Compares the expected calls of questions, as JSON on stdin, with botocore's models; one line for each difference."""

import json
import sys

import botocore.exceptions
import botocore.session

SESSION = botocore.session.get_session()


def members_of(service, operation):
    """The names of an operation's parameters; None when there is no such operation."""
    try:
        model = SESSION.get_service_model(service)
    except botocore.exceptions.UnknownServiceError:
        return None
    if operation not in model.operation_names:
        return None
    shape = model.operation_model(operation).input_shape
    return set(shape.members) if shape else set()


for entry in json.load(sys.stdin):
    taken = set()
    for service, operation in entry["operations"]:
        members = members_of(service, operation)
        if members is None:
            print("%s: there is no %s %s" % (entry["question"], service, operation))
        else:
            taken |= members
    for name in entry.get("parameters", {}):
        if name not in taken:
            print("%s: none of its operations takes %s" % (entry["question"], name))
