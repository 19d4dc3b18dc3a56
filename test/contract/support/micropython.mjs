// Runs a script on MicroPython, the way the sandbox's interpreter does: the program inside an async function.
import { loadMicroPython } from '@micropython/micropython-webassembly-pyscript';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const given = JSON.parse(await text(process.stdin));
const world = readFileSync(new URL('script-world.py', import.meta.url), 'utf8');
const lines = given.code.trimEnd().split('\n');
const last = lines.pop();
const program = `async def program():\n${lines.map((line) => `    ${line}`).join('\n')}\n    return ${last}\n`;
const python = await loadMicroPython({ heapsize: 64 * 1024 * 1024 });
globalThis.centralOps = { world: JSON.stringify(given.world), program, done: (value) => process.stdout.write(value) };
python.runPython(`import js\nWORLD_TEXT = js.centralOps.world\n${world}`);
python.runPython(`exec(js.centralOps.program)
async def outer():
    try:
        js.centralOps.done(report(await program()))
    except Exception as error:
        js.centralOps.done(json.dumps({"error": repr(error)}))
asyncio.create_task(outer())
`);
