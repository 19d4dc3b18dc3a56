# Runs a script as the tool server does: top-level await, the last expression is the value.
import ast
import asyncio
import json
import os
import sys

given = json.loads(sys.stdin.read())
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "script-world.py"), encoding="utf-8") as file:
    world = file.read()
scope = {"WORLD_TEXT": json.dumps(given["world"])}
exec(compile(world, "script-world.py", "exec"), scope)
names = {"call_boto3": scope["call_boto3"], "__builtins__": __builtins__}
tree = ast.parse(given["code"])
assert isinstance(tree.body[-1], ast.Expr)
tree.body[-1] = ast.copy_location(
    ast.Assign(targets=[ast.Name(id="__value__", ctx=ast.Store())], value=tree.body[-1].value), tree.body[-1]
)
ast.fix_missing_locations(tree)
program = compile(tree, "script", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


async def main():
    await eval(program, names)
    sys.stdout.write(scope["report"](names["__value__"]))


asyncio.run(main())
