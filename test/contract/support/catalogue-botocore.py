"""Compares a catalogue, as JSON on stdin, with botocore's models; prints each difference on a line of its own."""

import json
import re
import sys

import botocore.session

SESSION = botocore.session.get_session()


def json_type(shape):
    if shape.type_name == "list":
        member = shape.member
        return "list" if member.type_name == "list" else json_type(member) + "[]"
    return {"structure": "object", "map": "object", "long": "integer", "double": "number", "float": "number"}.get(
        shape.type_name, shape.type_name
    )


def shape_differences(facts, shape, request, where):
    """What a described value has otherwise than botocore's shape. Where the description ends, botocore's may go on."""
    if facts["type"] != json_type(shape):
        return ["%s is %s, not %s" % (where, json_type(shape), facts["type"])]
    while shape.type_name == "list":
        shape = shape.member
    if "values" in facts and facts["values"] != list(shape.enum):
        return ["%s takes %s" % (where, shape.enum)]
    if "members" not in facts:
        return []
    return member_differences(facts["members"], shape.members, shape.required_members, request, where)


def member_differences(described, members, required, request, where):
    if request and set(described) != set(members):
        return ["%s differ from %s" % (where, sorted(members))]
    found = []
    for name, facts in described.items():
        if name not in members:
            found.append("%s.%s is not there" % (where, name))
            continue
        if request and facts["required"] != (name in required):
            found.append("%s.%s is required or not" % (where, name))
        found += shape_differences(facts, members[name], request, "%s.%s" % (where, name))
    return found


def walk(shape, path):
    """The shape at a path, or None. A map has every key."""
    for part in [p for p in path.split(".") if p]:
        name, brackets = re.match(r"([A-Za-z0-9_-]+)((?:\[[^\]]*\])*)$", part).groups()
        if shape.type_name == "map":
            shape = shape.value
        elif shape.type_name == "structure":
            if name not in shape.members:
                return None
            shape = shape.members[name]
        else:
            return None
        for bracket in re.findall(r"\[([^\]]*)\]", brackets):
            if shape.type_name != "list":
                return None
            shape = shape.member
            if "=" in bracket and bracket.split("=", 1)[0] not in shape.members:
                return None
    return shape


def check(entry):
    service, operation = entry["service"], entry["operation"]
    model = SESSION.get_service_model(service)
    if operation not in model.operation_names:
        return ["there is no such operation"]
    if not entry["columns"]:
        return []
    found = []
    operation_model = model.operation_model(operation)
    taken, given = operation_model.input_shape, operation_model.output_shape
    members = taken.members if taken else {}
    required = set(taken.required_members) if taken else set()
    found += member_differences(entry["parameters"], members, required, True, "parameters")
    items = walk(given, entry["items"])
    if items is None:
        found.append("the reply has no %s" % entry["items"])
    else:
        found += shape_differences(entry["item"], items, False, "an item")
        paths = [column["path"] for column in entry["columns"]] + entry["secretFields"]
        if entry.get("regionPath"):
            paths.append(entry["regionPath"])
        for path in paths:
            if path.startswith("@"):
                if path[1:] not in members:
                    found.append("there is no parameter for %s" % path)
            elif walk(items, path) is None:
                found.append("an item has no %s" % path)
    for path in entry.get("replyPaths", []):
        if walk(given, path) is None:
            found.append("the reply has no %s" % path)
    for name in entry["defaults"]:
        if name not in members:
            found.append("there is no parameter for the default %s" % name)
    try:
        pages = SESSION.get_paginator_model(service)._paginator_config.get(operation)
    except Exception:
        pages = None
    mine = entry.get("pagination")
    if pages is not None and mine is None:
        found.append("its pages are not followed")
    elif pages is not None:
        tokens = [[mine["input"], mine["output"]]] + [[also["input"], also["output"]] for also in mine.get("also", [])]
        wanted = [pages["input_token"], pages["output_token"]]
        wanted = [[name] if isinstance(name, str) else name for name in wanted]
        if tokens != [list(pair) for pair in zip(*wanted)] or mine.get("flag") != pages.get("more_results"):
            found.append("pagination differs from %s" % json.dumps(pages))
        if entry.get("pageSize") != pages.get("limit_key"):
            found.append("page size differs from %s" % pages.get("limit_key"))
    elif mine is not None:
        for pair in [mine] + mine.get("also", []):
            if pair["input"] not in members or walk(given, pair["output"]) is None:
                found.append("botocore has no such tokens")
        if mine.get("flag") is not None and walk(given, mine["flag"]) is None:
            found.append("botocore has no flag %s" % mine["flag"])
    elif given is not None and any(re.search("(?i)^(next)?(token|marker)$|nexttoken", name) for name in given.members):
        found.append("the reply has a token that is not followed")
    return found


for entry in json.load(sys.stdin):
    for difference in check(entry):
        print("%s %s: %s" % (entry["service"], entry["operation"], difference))
