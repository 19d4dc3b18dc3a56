import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { firstProgress, renderScript } from '../../src/tools/aws-mcp/script/render.js';
import { hasCPython, runOnCPython, TEST_LIMITS } from './support/script-runners.js';
import { assignment, call, SCENARIOS } from './support/script-scenarios.js';
import { expectScenario } from './support/script-suite.js';

describe.skipIf(!hasCPython())('the script under python3', () => {
  it.concurrent.each(SCENARIOS)('$name', async (scenario) => {
    expect.hasAssertions();
    await expectScenario(scenario, runOnCPython);
  });
});

const EVIL = [
  '"',
  "'",
  '"""',
  "'''",
  '\\',
  '\\"',
  '\\u0041',
  '\n',
  '\r\n',
  '\0',
  '\u0085',
  '\u2028',
  '\u2029',
  '\uFEFF',
  '😀',
  '\uD83D',
  '\uDE00',
  '${x}',
  '$&',
  '{}',
  '%s',
  '@SPECIFICATION@',
  '"));import os#',
  '\\N{DASH}',
  '__proto__',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...EVIL), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe.skipIf(!hasCPython())('a rendered script', () => {
  it('hands any text to the API as it was given, but for halves of surrogate pairs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostile, { minLength: 1, maxLength: 60 }), async (values) => {
        const params = Object.fromEntries(values.map((value, index) => [`P${index}${value}`, value]));
        const asked = assignment([call('th', 'x ListThings', { params })], ['us-east-1']);

        const code = renderScript(asked, firstProgress(asked), TEST_LIMITS, () => undefined);
        const run = await runOnCPython(code, { rules: [{ call: 'x ListThings', reply: {} }] });

        const expected = Object.fromEntries(Object.entries(params).map(([name, value]) => [utf8(name), utf8(value)]));
        expect(run.requests.map((request) => request.params)).toEqual([expected]);
      }),
      { numRuns: 25 },
    );
  });
});

/** What a text is once it has been bytes: the encoder replaces halves of pairs. */
function utf8(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
