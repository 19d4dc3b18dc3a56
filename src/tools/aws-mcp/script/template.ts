/**
 * The one program that accounts are asked to run. It is a work queue: every unit is one call in one Region with the
 * values bound to it; units found on the way (references) join the queue. Nothing but {@link SPECIFICATION_MARK} is
 * ever filled in, and that with a quoted JSON text: no user's or model's word becomes Python.
 *
 * It has to run on CPython 3.9 and later and on MicroPython, which lacks semaphores, `traceback`, `typing` and `match`,
 * forgets the order of dicts, and refuses to wait for anything but coroutines and tasks. Everything lives in one
 * function, because whether the top level is a module's or a function's scope is the server's choice. State is kept in
 * dicts and lists, so that neither `global` nor `nonlocal` is needed.
 *
 * What the server promises: top-level `await`, the last expression as return value, and
 * `call_boto3(service_name=, operation_name=, region_name=, params=)` (AWS MCP Server, `aws___run_script`). It does not
 * promise pagination, so tokens are followed here.
 */
export const SCRIPT_TEMPLATE = `\
import asyncio
import json
import time


async def central_ops(spec):
    calls = spec["calls"]
    started = time.time()
    stop_at = started + spec["seconds"]
    call_seconds = spec["callSeconds"]
    cell_cap = spec["cellCap"]
    queue = list(spec["units"])
    taken = spec["taken"]
    groups = {}
    rows = []
    pending = []
    workers = []
    tries = [[0, 0] for call in calls]
    counts = {"kept": spec["kept"], "active": 0}

    # Besides every code that contains "Throttl".
    throttling = ("TooManyRequestsException", "RequestLimitExceeded", "SlowDown", "ProvisionedThroughputExceededException",
                  "BandwidthLimitExceeded", "PriorRequestNotComplete")

    def group_of(number, region):
        key = str(number) + " " + region
        group = groups.get(key)
        if group is None:
            group = {"c": number, "r": region, "ok": 0, "n": 0, "fail": 0, "cut": [], "errors": []}
            groups[key] = group
        return group

    def cut(group, reason):
        if reason not in group["cut"]:
            group["cut"].append(reason)

    # Steps: ["k", name] a member, ["e"] every element, ["l"] the last one, ["w", name, value] the first element whose
    # member has the value.
    def walk(value, steps, at):
        while at < len(steps):
            step = steps[at]
            at += 1
            if step[0] == "e":
                found = []
                if isinstance(value, (list, tuple)):
                    nested = False
                    for later in steps[at:]:
                        nested = nested or later[0] == "e"
                    for element in value:
                        inner = walk(element, steps, at)
                        if nested:
                            found.extend(inner)
                        elif inner is not None:
                            found.append(inner)
                return found
            if step[0] == "k":
                value = value.get(step[1]) if isinstance(value, dict) else None
            elif step[0] == "l":
                value = value[-1] if isinstance(value, (list, tuple)) and value else None
            else:
                match = None
                if isinstance(value, (list, tuple)):
                    for element in value:
                        if isinstance(element, dict) and str(element.get(step[1])) == step[2]:
                            match = element
                            break
                value = match
        return value

    def capped(text):
        if len(text) > cell_cap:
            return text[:cell_cap] + "... [cut]"
        return text

    # Only what JSON can say leaves the account: dates as ISO text, binary as its size, nothing nested too deep.
    def plain(value, depth):
        if value is None or value is True or value is False:
            return value
        if isinstance(value, str):
            return capped(value)
        if isinstance(value, int):
            return value if -9007199254740991 <= value <= 9007199254740991 else str(value)
        if isinstance(value, float):
            return str(value) if value != value or value - value != 0 else value
        if isinstance(value, (bytes, bytearray)):
            return "[" + str(len(value)) + " bytes omitted]"
        if hasattr(value, "isoformat"):
            return value.isoformat()
        if depth >= 12:
            return "[nested too deep]"
        if isinstance(value, dict):
            copy = {}
            for name in value:
                copy[str(name)] = plain(value[name], depth + 1)
            return copy
        if isinstance(value, (list, tuple)):
            return [plain(element, depth + 1) for element in value]
        return capped(str(value))

    def cell(value):
        value = plain(value, 0)
        if isinstance(value, (dict, list)) and value:
            text = json.dumps(value)
            if len(text) > 4 * cell_cap:
                return text[: 4 * cell_cap] + "... [cut]"
        return value

    # Copies what it changes: the parameters as planned are shared by all units of the call.
    def placed(holder, place, at, value):
        if at == len(place):
            return value
        step = place[at]
        if isinstance(step, int):
            copy = list(holder) if isinstance(holder, (list, tuple)) else []
            while len(copy) <= step:
                copy.append({})
            copy[step] = placed(copy[step], place, at + 1, value)
            return copy
        copy = {}
        if isinstance(holder, dict):
            for name in holder:
                copy[name] = holder[name]
        copy[step] = placed(copy.get(step), place, at + 1, value)
        return copy

    def parameters(call, unit):
        params = {}
        for name in call["params"]:
            params[name] = call["params"][name]
        for name in unit["b"]:
            params = placed(params, call["places"].get(name, [name]), 0, unit["b"][name])
        return params

    def found_at(params, place):
        value = params
        for step in place:
            if isinstance(step, int):
                value = value[step] if isinstance(value, (list, tuple)) and step < len(value) else None
            else:
                value = value.get(step) if isinstance(value, dict) else None
        return value

    def is_region(value):
        if not isinstance(value, str) or len(value) > 32 or value.count("-") < 2:
            return False
        for letter in value:
            if letter not in "abcdefghijklmnopqrstuvwxyz0123456789-":
                return False
        return True

    def keep(call, unit, params, items):
        group = group_of(unit["c"], unit["r"])
        group["n"] += len(items)
        if not call["keep"]:
            return
        for item in items:
            if counts["kept"] >= spec["rowCap"]:
                cut(group, "rows")
                return
            own = walk(item, call["regionPath"], 0) if call["regionPath"] else None
            region = own if is_region(own) else "global" if call["global"] else unit["r"]
            row = [unit["c"], region]
            for steps in call["columns"]:
                if steps and steps[0][0] == "p":
                    value = unit["r"] if steps[0][1] == "@region" else found_at(params, steps[0][1:])
                else:
                    value = walk(item, steps, 0)
                row.append(cell(value))
            rows.append(row)
            counts["kept"] += 1

    def items_of(call, reply):
        steps = call["items"]
        if not steps:
            return [reply]
        found = walk(reply, steps, 0)
        if found is None:
            return []
        if isinstance(found, (list, tuple)):
            return [item for item in found if item is not None]
        return [found]

    def follow(call, unit, params, reply):
        for feed in call["feeds"]:
            target = calls[feed["c"]]
            found = walk(reply, feed["path"], 0)
            values = found if isinstance(found, (list, tuple)) else [found]
            carried = {}
            for name in feed["carry"]:
                if name in params:
                    carried[name] = params[name]
            seen = taken[feed["c"]]
            fresh = []
            for value in values:
                if value is None or value == "" or (feed["toRegion"] and not is_region(value)):
                    continue
                value = value.isoformat() if hasattr(value, "isoformat") else value
                key = json.dumps([unit["r"], value, [carried.get(name) for name in feed["carry"]]])
                if key in seen:
                    continue
                if len(seen) >= feed["cap"]:
                    cut(group_of(feed["c"], target["home"] if target["global"] else unit["r"]), "fan-out")
                    break
                seen[key] = 1
                fresh.append(value)
            size = feed["batch"] or 1
            for start in range(0, len(fresh), size):
                some = fresh[start : start + size]
                region = target["home"] if target["global"] else unit["r"]
                bound = {}
                for name in carried:
                    bound[name] = carried[name]
                if feed["toRegion"]:
                    region = some[0]
                else:
                    bound[feed["parameter"]] = some if feed["batch"] else some[0]
                queue.append({"c": feed["c"], "r": region, "b": bound, "t": None, "p": 0})

    def describe(error):
        message = str(error)
        code = None
        response = getattr(error, "response", None)
        if isinstance(response, dict) and isinstance(response.get("Error"), dict):
            code = response["Error"].get("Code")
            message = response["Error"].get("Message") or message
        if not code:
            start = message.find("An error occurred (")
            end = message.find(")", start)
            if start >= 0 and end > start:
                code = message[start + 19 : end]
                text = message.find(" operation", end)
                colon = message.find(": ", text)
                if text >= 0 and colon >= 0:
                    message = message[colon + 2 :]
        if not code:
            code = type(error).__name__
        return str(code)[:100], message[:600]

    def fail(unit, code, message):
        group = group_of(unit["c"], unit["r"])
        group["fail"] += 1
        for known in group["errors"]:
            if known[0] == code:
                known[2] += 1
                return
        if len(group["errors"]) < 5:
            group["errors"].append([code, message, 1])

    async def request(call, unit, params):
        return await call_boto3(
            service_name=call["service"], operation_name=call["operation"], region_name=unit["r"], params=params
        )

    # Answers [reply, None, None], [None, code, message], or None when the time is up and the unit has to wait.
    async def ask(call, unit, params):
        attempt = 0
        while True:
            began = time.time()
            allowed = min(call_seconds, stop_at - began)
            if allowed <= 0:
                return None
            tries[unit["c"]][0] += 1
            try:
                reply = await asyncio.wait_for(request(call, unit, params), allowed)
                if not isinstance(reply, dict):
                    return [None, "UnexpectedReply", "the call answered " + type(reply).__name__ + ", not an object"]
                tries[unit["c"]][1] += 1
                return [reply, None, None]
            except asyncio.TimeoutError:
                if allowed < call_seconds:
                    return None
                return [None, "CallTimedOut", "no answer within " + str(call_seconds) + " seconds"]
            except Exception as error:
                code, message = describe(error)
            if not ("Throttl" in code or code in throttling) or attempt >= 3:
                return [None, code, message]
            attempt += 1
            # No random numbers here: workers are set apart by the Region's and the number's own spread.
            pause = spec["backoff"] * (2**attempt) * (1 + (tries[unit["c"]][0] % 7) / 10)
            if time.time() + pause >= stop_at:
                return None
            await asyncio.sleep(pause)

    async def run(unit):
        call = calls[unit["c"]]
        while True:
            if time.time() >= stop_at or len(rows) >= spec["rowsPerScript"]:
                pending.append(unit)
                return
            params = parameters(call, unit)
            if unit["t"] is not None:
                tokens = unit["t"] if call["alsoTokens"] else [unit["t"]]
                names = [call["tokenIn"]] + [also[0] for also in call["alsoTokens"]]
                for at in range(len(names)):
                    if tokens[at] is not None:
                        params[names[at]] = tokens[at]
            answer = await ask(call, unit, params)
            if answer is None:
                pending.append(unit)
                return
            reply, code, message = answer
            group = group_of(unit["c"], unit["r"])
            if code is not None:
                if code in call["absentCodes"]:
                    keep(call, unit, params, [{}])
                    group["ok"] += 1
                else:
                    fail(unit, code, message)
                return
            keep(call, unit, params, items_of(call, reply))
            follow(call, unit, params, reply)
            token = walk(reply, call["tokenOut"], 0) if call["tokenIn"] else None
            if call["moreFlag"] and walk(reply, call["moreFlag"], 0) is not True:
                token = None
            elif call["moreFlag"] and (token is None or token == ""):
                cut(group, "pages")
            if token is not None and token != "" and call["alsoTokens"]:
                token = [token] + [walk(reply, also[1], 0) for also in call["alsoTokens"]]
            if token is None or token == "":
                group["ok"] += 1
                return
            if token == unit["t"]:
                fail(unit, "RepeatedToken", "the same page token came back twice; the list would never end")
                return
            unit["t"] = token
            unit["p"] += 1
            full = counts["kept"] >= spec["rowCap"] and call["keep"] and not call["feeds"]
            if full or unit["p"] >= call["pageCap"]:
                cut(group, "rows" if full else "pages")
                group["ok"] += 1
                return
            start_workers()

    async def work():
        while queue:
            unit = queue.pop(0)
            try:
                await run(unit)
            except Exception as error:
                code, message = describe(error)
                fail(unit, code, message)
            start_workers()
        counts["active"] -= 1

    # A worker that finds the queue empty ends; whoever adds units starts new ones, up to the cap.
    def start_workers():
        wanted = min(spec["workers"], counts["active"] + len(queue))
        while counts["active"] < wanted:
            counts["active"] += 1
            workers.append(asyncio.create_task(work()))

    start_workers()
    joined = 0
    while joined < len(workers):
        await workers[joined]
        joined += 1

    return {
        "v": 1,
        "groups": [groups[key] for key in groups],
        "rows": rows,
        "tries": tries,
        "kept": counts["kept"],
        "pending": pending,
        "taken": taken if pending else [],
    }


central_ops_result = await central_ops(json.loads(@SPECIFICATION@))
central_ops_result
`;

/** Stands in the template where the quoted specification goes. */
export const SPECIFICATION_MARK = '@SPECIFICATION@';
