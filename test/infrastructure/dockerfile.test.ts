import { readFile } from 'node:fs/promises';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const dockerfile = await readFile(new URL('../../Dockerfile', import.meta.url), 'utf8');
const ignored = await readFile(new URL('../../.dockerignore', import.meta.url), 'utf8');
const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
const last = instructions.slice(instructions.findLastIndex((line) => line.startsWith('FROM ')));
const valuesOf = (name: string): readonly string[] =>
  last.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));

/** No container engine runs where these tests do: the file is linted and read, not built. */
describe('the Dockerfile', () => {
  it('is found in order by a linter', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it('pins its base in both stages, to the same version', () => {
    const bases = instructions.filter((line) => line.startsWith('FROM ')).map((line) => /node:\S+/.exec(line)?.[0]);

    expect(bases).toEqual([expect.stringMatching(/^node:\d+\.\d+\.\d+-slim$/), bases[0]]);
  });

  it('runs as nobody in particular, and writes nothing of its own', () => {
    expect([valuesOf('USER'), valuesOf('VOLUME'), valuesOf('RUN'), valuesOf('ADD')]).toEqual([
      ['1000:1000'],
      [],
      [],
      [],
    ]);
  });

  it('starts the program itself, so that signals reach it', () => {
    expect([valuesOf('ENTRYPOINT'), valuesOf('CMD')].map(([value = '']) => JSON.parse(value))).toEqual([
      ['node', 'dist/bundle/main.js'],
      ['serve'],
    ]);
  });

  it('checks its health without a tool that the image does not have', () => {
    expect(valuesOf('HEALTHCHECK')).toEqual([expect.stringMatching(/CMD \["node", "-e", /)]);
    expect(dockerfile).not.toMatch(/\b(?:curl|wget|apt-get)\b/);
  });

  it('sets less than AgentCore takes as environment (2.5 KB), and no secret', () => {
    const environment = valuesOf('ENV').join(' ');

    expect(environment).toBe('NODE_ENV=production DOCKER_CONTAINER=1 HOME=/tmp');
  });

  it('is given what it copies and nothing else', () => {
    const taken = ignored.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const copied = instructions
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));

    expect([
      taken[0],
      taken
        .slice(1)
        .map((line) => line.slice(1))
        .toSorted(),
    ]).toEqual(['*', copied.toSorted()]);
  });
});
