import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfiguration, type Configuration, type ConfigurationSources } from '../../src/config.js';
import { CentralOpsError } from '../../src/domain/errors.js';
import { SETTINGS, UNSUPPORTED_SETTINGS } from '../../src/settings.js';

let home: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'central-ops-home-'));
});

afterEach(async () => {
  await rm(home, { recursive: true, force: true });
});

type Sources = Omit<ConfigurationSources, 'door'> & { readonly door?: ConfigurationSources['door'] };

function load(sources: Sources = {}): Promise<Configuration> {
  return loadConfiguration({ door: 'command-line', ...sources, environment: { HOME: home, ...sources.environment } });
}

async function mistakeOf(sources: Sources): Promise<CentralOpsError> {
  const thrown = await load(sources).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof CentralOpsError) return thrown;
  throw new Error('there was no mistake', { cause: thrown });
}

async function withFile(content: string, name = 'config.json'): Promise<string> {
  const path = join(home, name);
  await writeFile(path, content);
  return path;
}

async function ownFile(content: string): Promise<string> {
  await mkdir(join(home, '.config', 'central-ops'), { recursive: true });
  return withFile(content, join('.config', 'central-ops', 'config.json'));
}

describe('loadConfiguration', () => {
  it('has a default for everything', async () => {
    const { variable, ...rest } = await load();

    expect(rest).toEqual({
      registry: undefined,
      regions: ['us-east-1'],
      credentials: 'auto',
      roleName: 'CentralOpsTargetRole',
      externalId: undefined,
      ssoSession: undefined,
      ssoRoleName: 'CentralOpsReadOnly',
      awsMcpUrl: new URL('https://aws-mcp.us-east-1.api.aws/mcp'),
      budgets: {
        accounts: 1000,
        calls: 20,
        fanOut: 500,
        pages: 100,
        rows: 500_000,
        seconds: 300,
        confirmAbove: 5000,
      },
      concurrency: 500,
      sessionPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      rows: { kind: 'directory', path: join(home, '.local', 'state', 'central-ops', 'runs') },
      callerHeader: undefined,
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'warn',
      hubRegion: 'us-east-1',
      stsEndpoint: undefined,
      awsDirectory: join(home, '.aws'),
      sandbox: undefined,
    });
    expect(variable('HOME')).toBe(home);
  });

  it('keeps rows in memory and logs more as a server', async () => {
    expect(await load({ door: 'server' })).toMatchObject({ rows: { kind: 'memory' }, logLevel: 'info' });
  });

  it('listens for everybody only inside a container', async () => {
    expect((await load({ environment: { DOCKER_CONTAINER: '1' } })).host).toBe('0.0.0.0');
  });

  it('takes the Region of the environment for the hub and for questions that name none', async () => {
    expect(await load({ environment: { AWS_REGION: 'eu-west-1' } })).toMatchObject({
      hubRegion: 'eu-west-1',
      regions: ['eu-west-1'],
    });
  });

  it('reads the sandbox’s settings only where there is one', async () => {
    const { sandbox } = await load({
      environment: {
        CENTRAL_OPS_SANDBOX: '1',
        CENTRAL_OPS_SANDBOX_ACCOUNTS: '200',
        CENTRAL_OPS_SANDBOX_LATENCY: 'sts=80',
        CENTRAL_OPS_SANDBOX_FAULTS: 'x:sts:denied',
      },
    });

    expect([sandbox, (await load({ environment: { CENTRAL_OPS_SANDBOX: 'false' } })).sandbox]).toEqual([
      { accounts: 200, seed: 1, latency: 'sts=80', faults: 'x:sts:denied' },
      undefined,
    ]);
  });

  it('keeps rows where it is told to', async () => {
    const inState = await load({ environment: { XDG_STATE_HOME: '/var/state' } });
    const told = await load({ door: 'server', environment: { CENTRAL_OPS_ROWS: '/srv/rows' } });
    const memory = await load({ environment: { CENTRAL_OPS_ROWS: 'memory' } });

    expect([inState.rows, told.rows, memory.rows]).toEqual([
      { kind: 'directory', path: '/var/state/central-ops/runs' },
      { kind: 'directory', path: '/srv/rows' },
      { kind: 'memory' },
    ]);
  });

  describe('precedence', () => {
    it('is flags, environment, file, defaults', async () => {
      const configFile = await withFile(
        '{"PORT": 1, "CENTRAL_OPS_ROLE_NAME": "FromFile", "CENTRAL_OPS_SSO_ROLE_NAME": "AlsoFromFile"}',
      );

      const loaded = await load({
        configFile,
        flags: { PORT: '3' },
        environment: { PORT: '2', CENTRAL_OPS_ROLE_NAME: 'FromEnvironment' },
      });

      expect([loaded.port, loaded.roleName, loaded.ssoRoleName, loaded.concurrency]).toEqual([
        3,
        'FromEnvironment',
        'AlsoFromFile',
        500,
      ]);
    });

    it('takes an empty value for none, wherever it is', async () => {
      const configFile = await withFile('{"PORT": null, "ACCOUNT_REGISTRY": "", "CENTRAL_OPS_ROLE_NAME": "FromFile"}');

      const loaded = await load({ configFile, environment: { PORT: '', CENTRAL_OPS_ROLE_NAME: '' } });

      expect([loaded.port, loaded.registry, loaded.roleName]).toEqual([8080, undefined, 'FromFile']);
    });
  });

  describe('the file', () => {
    it('is the user’s own, and may write values as JSON does', async () => {
      await ownFile(
        '\ufeff{"PORT": 9000, "CENTRAL_OPS_REGIONS": ["us-east-1", "eu-west-1"], "ACCOUNT_REGISTRY": [{"id": "1"}]}',
      );

      const loaded = await load();

      expect([loaded.port, loaded.regions, loaded.registry]).toEqual([
        9000,
        ['us-east-1', 'eu-west-1'],
        '[{"id":"1"}]',
      ]);
    });

    it('is looked for in the configuration directory of the environment', async () => {
      await mkdir(join(home, 'xdg', 'central-ops'), { recursive: true });
      await withFile('{"PORT": 9001}', join('xdg', 'central-ops', 'config.json'));

      expect((await load({ environment: { XDG_CONFIG_HOME: join(home, 'xdg') } })).port).toBe(9001);
    });

    it.each(['', '.', 'config', './config'])(
      'is never looked for in the working directory (XDG_CONFIG_HOME="%s")',
      async (path) => {
        await ownFile('{"PORT": 9002}');

        expect((await load({ environment: { XDG_CONFIG_HOME: path } })).port).toBe(9002);
      },
    );

    it.each(['', 'relative'])('goes by the operating system for HOME="%s"', async (path) => {
      const { awsDirectory, rows } = await load({
        environment: { HOME: path, XDG_CONFIG_HOME: home, XDG_STATE_HOME: 'relative' },
      });

      expect([awsDirectory, rows]).toEqual([
        join(homedir(), '.aws'),
        { kind: 'directory', path: join(homedir(), '.local', 'state', 'central-ops', 'runs') },
      ]);
    });

    it('need not be there, unless it was named', async () => {
      await load();
      const { code, message, nextStep } = await mistakeOf({ configFile: join(home, 'none.json') });

      expect({ code, message, nextStep }).toEqual({
        code: 'configuration',
        message: `cannot read the configuration file ${join(home, 'none.json')}`,
        nextStep: 'Check the path given with --config.',
      });
    });

    it('is not passed over when it cannot be read', async () => {
      await mkdir(join(home, '.config', 'central-ops', 'config.json'), { recursive: true });

      const { message, nextStep } = await mistakeOf({});

      expect([message, nextStep]).toEqual([
        `cannot read the configuration file ${join(home, '.config', 'central-ops', 'config.json')}`,
        'Make it readable, or move it away.',
      ]);
    });

    it.each([
      [
        '{"PORT": 1,\n  "CENTRAL_OPS_EXTERNAL_ID": "hush-hush-42"x}',
        ' is not JSON: see line 2, column 44',
        'Correct the file',
      ],
      ['', ' is not JSON: see line 1, column 1', 'Correct the file'],
      ['[]', ' must hold one JSON object', 'Write {"ACCOUNT_REGISTRY": "…", …}'],
      [
        '{"CENTRAL_OPS_ROLENAME": "x"}',
        ' has the unknown key "CENTRAL_OPS_ROLENAME"; the nearest is CENTRAL_OPS_ROLE_NAME',
        'Correct or remove it',
      ],
      [
        '{"favourite_colour_of_the_day": "x"}',
        ' has the unknown key "favourite_colour_of_the_day"',
        'Correct or remove it',
      ],
      ['{"__proto__": {"PORT": "1"}}', ' has the unknown key "__proto__"', 'Correct or remove it'],
    ])('%j: %s', async (content, message, cure) => {
      const configFile = await withFile(content);

      const mistake = await mistakeOf({ configFile });

      expect([mistake.code, mistake.message]).toEqual(['configuration', `${configFile}${message}`]);
      expect(mistake.nextStep).toContain(cure);
      expect(JSON.stringify([mistake.message, mistake.facts, mistake.cause ?? ''])).not.toContain('hush-hush');
    });

    it('may say what a setting asks for by default, also of one that this version does not have', async () => {
      const configFile = await withFile('{"CENTRAL_OPS_INVOKE_AGENTS": "off", "CENTRAL_OPS_ACCESS": ""}');

      expect((await load({ configFile })).port).toBe(8080);
    });
  });

  describe('a mistake', () => {
    it.each([
      ['PORT', '80a', 'must be a whole number from 0 to 65535'],
      ['PORT', '-1', 'must be a whole number from 0 to 65535'],
      ['PORT', '65536', 'must be a whole number from 0 to 65535'],
      ['PORT', '1e3', 'must be a whole number from 0 to 65535'],
      ['CENTRAL_OPS_CONCURRENCY', '0', 'must be a whole number from 1 to 10000'],
      ['CENTRAL_OPS_BUDGET_SECONDS', '1.5', 'must be a whole number from 1 to 86400'],
      ['CENTRAL_OPS_CREDENTIALS', 'sso', 'must be one of auto, iam, identity-center'],
      ['CENTRAL_OPS_LOG_LEVEL', 'trace', 'must be one of error, warn, info, debug'],
      ['CENTRAL_OPS_MODEL', 'bedrock:x', 'must be one of none'],
      ['CENTRAL_OPS_PLANNER', 'model', 'must be one of auto, rules'],
      ['CENTRAL_OPS_TOOLS', 'cli', 'must be one of aws-mcp'],
      ['CENTRAL_OPS_SANDBOX', 'yes', 'must be one of 0, 1, true, false'],
      ['CENTRAL_OPS_ROLE_NAME', 'arn:aws:iam::1:role/X', 'must be the name of an IAM role, not its ARN'],
      ['CENTRAL_OPS_SSO_ROLE_NAME', 'a b', 'must be the name of an IAM role, not its ARN'],
      ['CENTRAL_OPS_SESSION_POLICY_ARN', 'ReadOnlyAccess', 'must be the ARN of a managed policy'],
      ['CENTRAL_OPS_CALLER_HEADER', 'x user', 'must be the name of an HTTP header'],
      [
        'CENTRAL_OPS_REGIONS',
        'us-east-1,eu-wst-1',
        'there is no Region "eu-wst-1"; the nearest are eu-west-1, eu-west-2, eu-west-3',
      ],
      ['CENTRAL_OPS_REGIONS', 'mars', 'there is no Region "mars"'],
      ['AWS_REGION', 'us-east-1,us-west-2', 'must be one Region'],
      ['CENTRAL_OPS_AWS_MCP_URL', 'aws-mcp', 'must be a URL such as https://aws-mcp.us-east-1.api.aws/mcp'],
      ['CENTRAL_OPS_AWS_MCP_URL', 'http://example.com/mcp', 'must be https; plain http is for loopback only'],
      ['CENTRAL_OPS_AWS_MCP_URL', 'http://127.0.0.1.example.com/mcp', 'must be https; plain http is for loopback only'],
      ['CENTRAL_OPS_AWS_MCP_URL', 'file:///etc/passwd', 'must be https; plain http is for loopback only'],
      ['AWS_ENDPOINT_URL_STS', 'http://10.0.0.1', 'must be https; plain http is for loopback only'],
    ])('%s=%s names the value, the place and the cure', async (name, value, cure) => {
      const { code, message, nextStep, facts } = await mistakeOf({ environment: { [name]: value } });

      const problem = `${name} is "${value}" (environment): ${cure}`;
      expect({ code, message, nextStep, facts }).toEqual({
        code: 'configuration',
        message: `the configuration has 1 mistake(s): ${problem}`,
        nextStep: 'Correct the value at the place named, or unset it to get the default.',
        facts: { problems: [problem] },
      });
    });

    it('is named with every other one, each with its place', async () => {
      const configFile = await withFile('{"CENTRAL_OPS_CONCURRENCY": 0}');

      const { facts } = await mistakeOf({
        configFile,
        flags: { PORT: 'x' },
        environment: { CENTRAL_OPS_MODEL: 'y', CENTRAL_OPS_ROEL_NAME: 'z' },
      });

      expect(facts['problems']).toEqual([
        'there is no setting CENTRAL_OPS_ROEL_NAME; the nearest is CENTRAL_OPS_ROLE_NAME',
        'CENTRAL_OPS_MODEL is "y" (environment): must be one of none',
        `CENTRAL_OPS_CONCURRENCY is "0" (${configFile}): must be a whole number from 1 to 10000`,
        'PORT is "x" (flag): must be a whole number from 0 to 65535',
      ]);
    });

    it('never shows an external id or the password of a URL', async () => {
      const { message } = await mistakeOf({
        environment: {
          CENTRAL_OPS_EXTERNAL_ID: 'hush hush!',
          AWS_ENDPOINT_URL_STS: 'http://user:hush-too@example.com/',
        },
      });

      expect(message).toContain('CENTRAL_OPS_EXTERNAL_ID is "(not shown)" (environment): must be 2 to 1224');
      expect(message).toContain('AWS_ENDPOINT_URL_STS is "http://(not shown)@example.com/"');
      expect(message).not.toContain('hush');
    });

    it.each(['CENTRAL_OPS_ROEL_NAME', 'CENTRAL_OPS_', 'CENTRAL_OPS_toString'])(
      'is a variable %s that nothing knows',
      async (name) => {
        const { message } = await mistakeOf({ environment: { [name]: 'x' } });

        expect(message).toContain(`there is no setting ${name}`);
      },
    );
  });

  it.each(['http://127.0.0.1:9/mcp', 'http://localhost:9/mcp', 'http://[::1]:9/mcp', 'https://example.com/mcp'])(
    'takes the server %s',
    async (url) => {
      expect((await load({ environment: { CENTRAL_OPS_AWS_MCP_URL: url } })).awsMcpUrl.href).toBe(url);
    },
  );

  it('takes an external id as it is', async () => {
    expect((await load({ environment: { CENTRAL_OPS_EXTERNAL_ID: 'a:b/c=d' } })).externalId).toBe('a:b/c=d');
  });

  describe('a setting that this version does not support', () => {
    it.each(Object.entries(UNSUPPORTED_SETTINGS))('%s is refused unless it asks for nothing', async (name, inert) => {
      const { message } = await mistakeOf({ environment: { [name]: 'something' } });
      const quiet = await load({ environment: { [name]: inert } });

      expect(message).toContain(`${name} is set, but this version does not support it yet: unset it`);
      expect(quiet.port).toBe(8080);
    });

    it('is refused in the file as well', async () => {
      const configFile = await withFile('{"CENTRAL_OPS_ACCESS": "/etc/access.json"}');

      expect((await mistakeOf({ configFile })).message).toContain('CENTRAL_OPS_ACCESS is set, but');
    });
  });
});

describe('SETTINGS', () => {
  it('have defaults that they would take themselves', async () => {
    const defaults = Object.fromEntries(
      Object.entries(SETTINGS).flatMap(([name, setting]) => ('default' in setting ? [[name, setting.default]] : [])),
    );

    const written = await load({ environment: defaults });

    expect({ ...written, variable: undefined }).toEqual({ ...(await load()), variable: undefined });
  });
});
