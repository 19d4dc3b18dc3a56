import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, tmpdir } from 'node:os';
import { join } from 'node:path';
import { BedrockAgentCoreControlClient } from '@aws-sdk/client-bedrock-agentcore-control';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { ECRClient } from '@aws-sdk/client-ecr';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUses, deployAgent, planAgent, removeAgent } from '../../infrastructure/scripts/deploy/agent.js';
import { createRunCommand, type RunCommand } from '../../infrastructure/scripts/deploy/commands.js';
import { makePackage } from '../../infrastructure/scripts/deploy/package.js';
import { IMAGE_SOURCES, sourceTag } from '../../infrastructure/scripts/deploy/source-tag.js';
import { ensureStack } from '../../infrastructure/scripts/deploy/stack.js';
import { CREDENTIALS, surroundings } from './support/emulator/around.js';
import { type Emulator, json, type RestRequest, startEmulator } from './support/emulator/emulator.js';
import { ServiceError } from './support/emulator/failure.js';

const TEMPLATE = readFileSync('infrastructure/central-account.yaml', 'utf8');
const REPOSITORY = '111111111111.dkr.ecr.us-east-1.amazonaws.com/central-ops-repository';
const READING = /^(Describe|List|Get)|\.(Get|Describe)|^(GET|HEAD) /;
const PASSWORD = 'password-of-the-registry';

let emulator: Emulator;
/** Tags in the repository, keys in the bucket, and what the endpoint says, look by look. */
let images: Set<string>;
let objects: Set<string>;
let endpoint: string[];
let folder: string;

beforeEach(async () => {
  images = new Set();
  objects = new Set();
  endpoint = ['READY'];
  folder = mkdtempSync(join(tmpdir(), 'central-ops-'));
  emulator = await startEmulator({
    targets: {
      'AmazonEC2ContainerRegistry_V20150921.DescribeImages': ({ imageIds }) => {
        const tag = /"imageTag":"([^"]+)"/.exec(JSON.stringify(imageIds))?.[1] ?? '';
        if (!images.has(tag)) throw new ServiceError('ImageNotFoundException', `no image ${tag}`);
        return { imageDetails: [{ imageTags: [tag] }] };
      },
      'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken': () => ({
        authorizationData: [{ authorizationToken: Buffer.from(`AWS:${PASSWORD}`).toString('base64') }],
      }),
    },
    rest: answerRest,
  });
  const client = cloudFormation();
  const parameters = { OrganizationId: 'o-exampleorgid', Model: 'bedrock:a.b' };
  await ensureStack(client, { name: 'central-ops', template: TEMPLATE, parameters }, surroundings());
  client.destroy();
  emulator.asked.length = 0;
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
});

function answerRest({ method, path }: RestRequest) {
  if (path.startsWith('/runtimes/central_ops-AbCdEf1234/runtime-endpoints/production')) {
    const status = endpoint.length > 1 ? endpoint.shift() : endpoint[0];
    return json(200, { status: status ?? '', liveVersion: '2', failureReason: 'the container never answered /ping' });
  }
  const key = path.split('?')[0] ?? '';
  if (method === 'HEAD')
    return objects.has(key) ? { status: 200, headers: { 'x-amz-version-id': 'v1' } } : { status: 404 };
  if (method === 'PUT') {
    objects.add(key);
    return { status: 200, headers: { 'x-amz-version-id': 'v1' } };
  }
  return undefined;
}

function common() {
  return { region: 'us-east-1', endpoint: emulator.url, credentials: CREDENTIALS };
}

function cloudFormation(): CloudFormationClient {
  return new CloudFormationClient(common());
}

/** A container engine that does what it is told, or says why not. */
function engineOf(name: string | undefined, { failing = '' } = {}): { run: RunCommand; ran: string[] } {
  const ran: string[] = [];
  return {
    ran,
    run: (program, args, { input } = {}) => {
      if (program !== name) return Promise.resolve({ code: 127, output: 'not found' });
      const line = [program, ...args].join(' ');
      ran.push(input === undefined ? line : `${line} < ${input}`);
      if (failing !== '' && line.includes(failing))
        return Promise.resolve({ code: 1, output: 'step 3\nno space left on device\n' });
      if (line.includes('push')) images.add(/:(0\.1\.0-[\w-]+)/.exec(line)?.[1] ?? '');
      return Promise.resolve({ code: 0, output: '' });
    },
  };
}

function uses(run: RunCommand, around = surroundings()): AgentUses {
  return {
    cloudFormation: cloudFormation(),
    control: new BedrockAgentCoreControlClient(common()),
    ecr: new ECRClient(common()),
    s3: new S3Client(common()),
    run,
    template: TEMPLATE,
    makePackage: () => Promise.resolve(zip()),
    around,
  };
}

function zip(): string {
  const file = join(folder, 'agent.zip');
  writeFileSync(file, Buffer.from('PK\u0003\u0004 and so on', 'latin1'));
  return file;
}

const wish = { stackName: 'central-ops', tag: '0.1.0-abc' };
const parameters = () => emulator.stacks.stacks.get('central-ops')?.parameters;

/** As container engines call this machine's architecture. */
const machine = arch() === 'x64' ? 'amd64' : arch();

describe('deployAgent', () => {
  it.each([
    [
      'docker',
      [`docker buildx build --provenance=false --platform linux/arm64 --tag ${REPOSITORY}:0.1.0-abc --push .`],
    ],
    [
      'finch',
      [`finch build --platform linux/arm64 --tag ${REPOSITORY}:0.1.0-abc .`, `finch push ${REPOSITORY}:0.1.0-abc`],
    ],
    [
      'podman',
      [
        `podman build --build-arg=BUILDPLATFORM=linux/${machine} --platform linux/arm64 --tag ${REPOSITORY}:0.1.0-abc .`,
        `podman push ${REPOSITORY}:0.1.0-abc`,
      ],
    ],
  ])('builds for arm64 with %s, pushes, and runs the image', async (name, commands) => {
    const around = surroundings();
    const engine = engineOf(name);

    const arn = await deployAgent(wish, uses(engine.run, around));

    const login = `${name} login --username AWS --password-stdin 111111111111.dkr.ecr.us-east-1.amazonaws.com < ${PASSWORD}`;
    expect(engine.ran.slice(1)).toEqual([login, ...commands]);
    expect(arn).toBe('arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/central_ops-AbCdEf1234');
    expect(parameters()).toMatchObject({ ContainerUri: `${REPOSITORY}:0.1.0-abc`, Model: 'bedrock:a.b' });
    expect(around.lines.at(-1)).toBe(`endpoint production: READY, version 2 of ${arn}`);
    expect(around.lines.join('\n')).not.toContain(PASSWORD);
  });

  it("builds an image of its own with AWS's distribution of OpenTelemetry", async () => {
    const engine = engineOf('docker');

    await deployAgent({ ...wish, target: 'aws-distribution' }, uses(engine.run));

    const tag = '0.1.0-abc-aws-distribution';
    expect(engine.ran.at(-1)).toBe(
      `docker buildx build --provenance=false --platform linux/arm64 --target aws-distribution --tag ${REPOSITORY}:${tag} --push .`,
    );
    expect(parameters()).toMatchObject({ ContainerUri: `${REPOSITORY}:${tag}` });
  });

  it("does not leave AWS's distribution out of a package silently", async () => {
    const packaged = { ...wish, target: 'aws-distribution', packageFile: zip() } as const;

    await expect(deployAgent(packaged, uses(engineOf('docker').run))).rejects.toThrow('is a part of the image');
  });

  it('builds and changes nothing when the same sources are deployed', async () => {
    await deployAgent(wish, uses(engineOf('docker').run));
    emulator.asked.length = 0;
    const engine = engineOf('docker');

    await deployAgent(wish, uses(engine.run));

    expect(engine.ran).toEqual(['docker buildx version']);
    expect(emulator.asked.filter((name) => !READING.test(name))).toEqual(['UpdateStack']);
  });

  it('says what the engine said when a build fails, and leaves the runtime as it is', async () => {
    await expect(deployAgent(wish, uses(engineOf('finch', { failing: 'build' }).run))).rejects.toThrow(
      'finch build failed (exit code 1): no space left on device',
    );
    expect(parameters()?.['ContainerUri']).toBeUndefined();
  });

  it('deploys a package where there is no engine', async () => {
    const around = surroundings();

    await deployAgent(wish, uses(engineOf(undefined).run, around));

    const key = parameters()?.['CodePackageKey'] ?? '';
    expect(key).toMatch(/^packages\/central-ops-[0-9a-f]{16}\.zip$/);
    expect(parameters()).toMatchObject({ ContainerUri: '', CodePackageVersion: 'v1' });
    expect([...objects]).toEqual([`/central-ops-artifactsbucket/${key}`]);
    expect(around.lines[0]).toBe('no docker with buildx, finch or podman: deploying a zip package instead');
  });

  it('uploads a package once', async () => {
    await deployAgent({ ...wish, packageFile: zip() }, uses(engineOf('docker').run));
    emulator.asked.length = 0;

    await deployAgent({ ...wish, packageFile: zip() }, uses(engineOf('docker').run));

    expect(emulator.asked.filter((name) => name.startsWith('PUT'))).toEqual([]);
  });

  it('refuses a file that is no zip', async () => {
    const file = join(folder, 'agent.zip');
    writeFileSync(file, 'hello');

    await expect(deployAgent({ ...wish, packageFile: file }, uses(engineOf('docker').run))).rejects.toThrow(
      'is not a zip package',
    );
  });

  it('says why the runtime did not come up, and keeps the version before', async () => {
    await deployAgent(wish, uses(engineOf('docker').run));
    emulator.stacks.failOn('Runtime', 'AgentRuntime failed to reach READY: image is not arm64');

    await expect(deployAgent({ ...wish, packageFile: zip() }, uses(engineOf('docker').run))).rejects.toThrow(
      'The stack central-ops failed (UPDATE_ROLLBACK_COMPLETE): Runtime UPDATE_FAILED: AgentRuntime failed to reach READY: image is not arm64',
    );
    expect(parameters()?.['ContainerUri']).toBe(`${REPOSITORY}:0.1.0-abc`);
  });

  it('waits for the endpoint, and says why it failed', async () => {
    endpoint = ['UPDATING', 'UPDATE_FAILED'];
    const around = surroundings();

    await expect(deployAgent(wish, uses(engineOf('docker').run, around))).rejects.toThrow(
      'The endpoint production is UPDATE_FAILED: the container never answered /ping',
    );
    expect(around.lines.at(-1)).toBe('endpoint production: UPDATING');
  });

  it('wants the infrastructure first', async () => {
    await expect(deployAgent({ ...wish, stackName: 'other' }, uses(engineOf('docker').run))).rejects.toThrow(
      'There is no finished stack other in this account and Region.',
    );
  });
});

describe('planAgent and removeAgent', () => {
  it('says what would be done, and does nothing', async () => {
    const engine = engineOf('docker');

    const lines = await planAgent(wish, uses(engine.run));

    expect(lines).toEqual([
      'image 0.1.0-abc: would be built with docker, unless the repository has it',
      'stack central-ops: would be updated (ContainerUri, CodePackageKey, CodePackageVersion)',
    ]);
    expect(engine.ran).toEqual(['docker buildx version']);
    expect(emulator.asked.filter((name) => !READING.test(name))).toEqual([]);
  });

  it('takes the runtime away and leaves the rest', async () => {
    await deployAgent(wish, uses(engineOf('docker').run));

    await removeAgent(wish, uses(engineOf('docker').run));

    expect(parameters()).toMatchObject({ ContainerUri: '', CodePackageKey: '', Model: 'bedrock:a.b' });
  });
});

describe('makePackage', () => {
  it('makes the zip of this checkout', async () => {
    const asked: string[] = [];
    const run: RunCommand = (_, args) => {
      asked.push(args.join(' '));
      return Promise.resolve({ code: 0, output: '' });
    };

    expect(await makePackage(run, surroundings())).toBe('build/central-ops.zip');
    expect(asked).toEqual(['dist/scripts/package/main.js zip build/central-ops.zip']);
  });

  it('says why there is none', async () => {
    const failed = { code: 1, output: 'at main\nError: zod is not installed\n' };

    await expect(makePackage(() => Promise.resolve(failed), surroundings())).rejects.toThrow(
      'The package could not be made (exit code 1): Error: zod is not installed',
    );
  });
});

describe('sourceTag', () => {
  it('is made of everything that the Dockerfile copies', () => {
    const copied = [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, sources = '']) => sources.split(' '),
    );

    expect(new Set<string>(IMAGE_SOURCES)).toEqual(new Set(['Dockerfile', ...copied]));
  });

  it('is the same for the same sources', () => {
    expect(sourceTag('.')).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{12}$/);
    expect(sourceTag('.')).toBe(sourceTag('.'));
  });
});

describe('createRunCommand', () => {
  const run = createRunCommand(new AbortController().signal);

  it('hands over the input, and returns what was written and the exit code', async () => {
    const script =
      'process.stdin.on("data", (d) => process.stdout.write(String(d).toUpperCase())).on("end", () => process.exit(3))';

    expect(await run(process.execPath, ['-e', script], { input: 'abc' })).toEqual({ code: 3, output: 'ABC' });
  });

  it('says that there is no such program', async () => {
    expect(await run('no-such-container-engine', ['version'])).toMatchObject({ code: 127 });
  });
});
