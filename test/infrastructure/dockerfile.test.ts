import { readFile } from 'node:fs/promises';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const dockerfile = await readFile(new URL('../../Dockerfile', import.meta.url), 'utf8');
const ignored = await readFile(new URL('../../.dockerignore', import.meta.url), 'utf8');
const instructions = dockerfile.split('\n').filter((line) => /^[A-Z]+ /.test(line));
const stages = instructions.join('\n').split(/^(?=FROM )/m);
/** Of the image's own stage; the one after it adds AWS's distribution, and the last is the image as it is. */
const valuesOf = (name: string, stage = 1): readonly string[] =>
  (stages[stage]?.split('\n') ?? [])
    .filter((line) => line.startsWith(`${name} `))
    .map((line) => line.slice(name.length + 1));

/** Linted and read; `image.full.test.ts` builds it where there is a container engine. */
describe('the Dockerfile', () => {
  it('is found in order by a linter', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it('pins its base in both stages, to the same version', () => {
    const bases = instructions.filter((line) => line.startsWith('FROM ')).map((line) => line.split(' ').slice(1));
    const [, base] = bases[0] ?? [];

    expect(base).toMatch(/^node:\d+\.\d+\.\d+-slim$/);
    expect(bases).toEqual([
      ['--platform=$BUILDPLATFORM', base, 'AS', 'build'],
      ['--platform=$TARGETPLATFORM', base, 'AS', 'program'],
      ['program', 'AS', 'aws-distribution'],
      ['program'],
    ]);
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
    const started = [1, 2].map((stage) =>
      ['ENTRYPOINT', 'CMD'].map((name) => JSON.parse(valuesOf(name, stage)[0] ?? '')),
    );

    expect(started).toEqual([
      [['node', 'dist/bundle/main.js'], ['serve']],
      [['node', '--import', './dist/bundle/aws-distribution.js', 'dist/bundle/main.js'], ['serve']],
    ]);
  });

  it('checks its health without a tool that the image does not have', () => {
    expect(valuesOf('HEALTHCHECK')).toEqual([expect.stringMatching(/CMD \["node", "-e", /)]);
    expect(dockerfile).not.toMatch(/\b(?:curl|wget|apt-get)\b/);
  });

  it('sets less than AgentCore takes as environment (2.5 KB), and no secret', () => {
    const environment = valuesOf('ENV').join(' ');

    expect(environment).toBe('NODE_ENV=production DOCKER_CONTAINER=1 HOME=/tmp NODE_COMPILE_CACHE=/app/compile-cache');
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
