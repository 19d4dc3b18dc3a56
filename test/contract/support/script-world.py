# Stands in for the tool server's call_boto3: answers from WORLD_TEXT (JSON), and keeps the list of calls it made.
# Written for CPython and MicroPython alike.
import asyncio
import json

WORLD = json.loads(WORLD_TEXT)
API_CALLS = []
REQUESTS = []
FLIGHT = {"now": 0, "most": 0}


class WorldError(Exception):
    def __init__(self, code, message, operation, with_response):
        text = "An error occurred (" + code + ") when calling the " + operation + " operation: " + message
        super().__init__(text)
        self.text = text
        if with_response:
            self.response = {"Error": {"Code": code, "Message": message}}

    def __str__(self):
        return self.text


class EndpointConnectionError(Exception):
    pass


class Moment:
    def __init__(self, text):
        self.text = text

    def isoformat(self):
        return self.text


def revive(value):
    if isinstance(value, dict):
        if "$moment" in value:
            return Moment(value["$moment"])
        if "$bytes" in value:
            return bytes(value["$bytes"])
        if "$float" in value:
            return float(value["$float"])
        copy = {}
        for name in value:
            copy[name] = revive(value[name])
        return copy
    if isinstance(value, list):
        return [revive(element) for element in value]
    return value


def matches(rule, service, operation, region, params):
    if rule["call"] != service + " " + operation or rule.get("times", 1) <= 0:
        return False
    if "region" in rule and rule["region"] != region:
        return False
    wanted = rule.get("params", {})
    for name in wanted:
        if params.get(name) != wanted[name]:
            return False
    for name in rule.get("without", []):
        if name in params:
            return False
    return True


async def call_boto3(service_name=None, operation_name=None, region_name=None, params=None):
    REQUESTS.append({"call": service_name + " " + operation_name, "region": region_name, "params": params})
    entry = {"service": service_name, "operation": operation_name, "status": "error"}
    API_CALLS.append(entry)
    FLIGHT["now"] += 1
    FLIGHT["most"] = max(FLIGHT["most"], FLIGHT["now"])
    try:
        await asyncio.sleep(WORLD.get("latency", 0))
        for rule in WORLD["rules"]:
            if matches(rule, service_name, operation_name, region_name, params):
                if "times" in rule:
                    rule["times"] -= 1
                await asyncio.sleep(rule.get("seconds", 0))
                if "unreachable" in rule:
                    raise EndpointConnectionError('Could not connect to the endpoint URL: "' + rule["unreachable"] + '"')
                if "error" in rule:
                    raise WorldError(rule["error"][0], rule["error"][1], operation_name, rule.get("response", True))
                entry["status"] = "success"
                return revive(rule["reply"])
        raise WorldError("InvalidAction", "no rule for " + json.dumps(params), operation_name, True)
    finally:
        FLIGHT["now"] -= 1


def report(value):
    return json.dumps({"value": value, "apiCalls": API_CALLS, "requests": REQUESTS, "most": FLIGHT["most"]})
