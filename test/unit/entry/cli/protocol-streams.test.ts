import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MODULE = new URL('../../../../dist/src/entry/cli/protocol-streams.js', import.meta.url);

describe('takeStandardStreams', () => {
  it('leaves stdout to the protocol: whatever else is written there goes to stderr', () => {
    const program = `
      import { takeStandardStreams } from ${JSON.stringify(fileURLToPath(MODULE))};
      const { output } = takeStandardStreams(process);
      console.log('from a library');
      process.stdout.write('from another\\n');
      output.write('{"jsonrpc":"2.0"}\\n');
      output.write(Buffer.from('bytes\\n'));
      console.info('and more');
    `;

    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      encoding: 'utf8',
    });

    expect({ stdout, stderr, status }).toEqual({
      stdout: '{"jsonrpc":"2.0"}\nbytes\n',
      stderr: 'from a library\nfrom another\nand more\n',
      status: 0,
    });
  });
});
