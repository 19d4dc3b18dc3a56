/**
 * The Python half of the interpreter: runs each script as a task of one event loop, in globals of its own. Facts that
 * shaped it: one interpreter per process is all that MicroPython's WebAssembly port can have, and its collector is
 * slow while many scripts are alive, so it works when nothing runs or when a lot of memory is taken.
 */
export const INTERPRETER_PROGRAM = `
import sys, io, json, gc, builtins, js
import asyncio, re, math, time, datetime, collections, itertools, functools, random, string
import base64, hashlib, hmac, operator, copy, heapq, types, html, struct, binascii
for _name in ('gather', 'wait_for', 'Event', 'Lock', 'create_task', 'sleep', 'current_task', 'TimeoutError'):
    getattr(asyncio, _name)

gc.threshold(128 * 1024 * 1024)

_bridge = js.sandboxBridge
_send_call = _bridge.call
_send_done = _bridge.done
_import = builtins.__import__
_allowed = {
    'asyncio', 're', 'math', 'time', 'datetime', 'collections', 'itertools', 'functools', 'random', 'string', 'json',
    'base64', 'hashlib', 'hmac', 'operator', 'copy', 'heapq', 'types', 'html', 'struct', 'binascii',
}

def _guarded_import(name, *rest):
    if name.split('.')[0] not in _allowed:
        raise ImportError("No module named '%s': the script sandbox has no such module" % name)
    return _import(name, *rest)

def _no_open(*arguments, **named):
    raise NameError("name 'open' is not defined: the script sandbox has no file system")

builtins.__import__ = _guarded_import
builtins.open = _no_open

class BotoCoreError(Exception):
    pass

class ClientError(Exception):
    def __init__(self, text, operation, code, message):
        super().__init__(text)
        self.operation_name = operation
        self.response = {'Error': {'Code': code, 'Message': message}}

class ParamValidationError(BotoCoreError):
    pass

class EndpointConnectionError(BotoCoreError):
    pass

class UnknownServiceError(BotoCoreError):
    pass

class InvalidRegionError(BotoCoreError):
    pass

_errors = {
    'ParamValidationError': ParamValidationError,
    'EndpointConnectionError': EndpointConnectionError,
    'UnknownServiceError': UnknownServiceError,
    'InvalidRegionError': InvalidRegionError,
    'AttributeError': AttributeError,
    'NotImplementedError': NotImplementedError,
}

async def _no_request(*arguments, **named):
    raise NotImplementedError('the sandbox has no make_request')

_tasks = {}
# The same question reaches a thousand accounts as the same text. Compiling it costs more than running it, so the last
# few are kept compiled, as Python itself keeps modules; each run still gets globals of its own.
_compiled = {}

def _compile(code):
    found = _compiled.get(code)
    if found is None:
        if len(_compiled) >= 8:
            _compiled.clear()
        found = compile(code, '<script>', 'exec')
        _compiled[code] = found
    return found

# Bytes that replies brought since the last collection. (Asking the heap how full it is would walk all of it.)
_received = [0]

def _globals(run, out):
    async def call_boto3(service_name=None, operation_name=None, region_name=None, params=None):
        text = await _send_call(run, json.dumps([service_name, operation_name, region_name, params]))
        _received[0] += len(text)
        reply = json.loads(text)
        error = reply.get('error')
        if error is None:
            return reply['ok']
        if error['type'] == 'ClientError':
            raise ClientError(error['text'], operation_name, error['code'], error['message'])
        raise _errors.get(error['type'], BotoCoreError)(error['text'])

    def _print(*values, sep=' ', end='\\n', file=None, flush=False):
        out.append((' ' if sep is None else sep).join([str(value) for value in values]) + ('\\n' if end is None else end))

    return {'__name__': '__main__', 'print': _print, 'call_boto3': call_boto3, 'make_request': _no_request}

def _failure(error, out):
    trace = io.StringIO()
    sys.print_exception(error, trace)
    return {
        'status': 'error',
        'return_value': None,
        'stdout': ''.join(out),
        'stderr': trace.getvalue(),
        'error': '%s: %s' % (type(error).__name__, error),
    }

async def _run(run, code):
    out = []
    try:
        scope = _globals(run, out)
        exec(_compile(code), scope)
        value = await scope['__script__']()
        text = json.dumps({'status': 'success', 'return_value': value, 'stdout': ''.join(out), 'stderr': ''})
    except BaseException as error:
        text = json.dumps(_failure(error, out))
    del _tasks[run]
    _send_done(run, text)
    if not _tasks and _received[0] > 4 * 1024 * 1024:
        _received[0] = 0
        gc.collect()

def start(run, code):
    _tasks[run] = asyncio.create_task(_run(run, code))

def cancel(run):
    if run in _tasks:
        _tasks[run].cancel()
`;
