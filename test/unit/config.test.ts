import { mkdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SETTINGS } from '../../src/settings.js';
import { createHome, type Home } from './support/config-home.js';

let home: Home;

beforeEach(async () => {
  home = await createHome();
});

afterEach(() => home.remove());

/** The user's own configuration file, in the home directory. */
const OWN = join('.config', 'central-ops', 'config.json');

describe('loadConfiguration', () => {
  it('has a default for everything', async () => {
    const { variable, ...rest } = await home.load({ environment: { DISPLAY: ':0' } });

    expect(rest).toEqual({
      registry: undefined,
      awsCli: { program: undefined, searchPath: '', variables: {}, endpointUrl: undefined },
      agents: {
        registry: undefined,
        roleName: 'CentralOpsAgentInvoker',
        dynamoDbEndpoint: undefined,
        bedrockAgentEndpoint: undefined,
        agentCoreControlEndpoint: undefined,
        invoke: 'off',
        agentCoreEndpoint: undefined,
        bedrockAgentRuntimeEndpoint: undefined,
      },
      regions: ['us-east-1'],
      credentials: 'auto',
      roleName: 'CentralOpsTargetRole',
      externalId: undefined,
      identityCenter: {
        sessionName: undefined,
        startUrl: undefined,
        region: 'us-east-1',
        permissionSet: 'CentralOpsReadOnly',
        awsDirectory: join(home.path, '.aws'),
        configFile: join(home.path, '.aws', 'config'),
        credentialsFile: join(home.path, '.aws', 'credentials'),
        portalEndpoint: undefined,
        oidcEndpoint: undefined,
        whyNoBrowser: undefined,
      },
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
      sensitiveReads: [],
      server: { concurrentRuns: 250, drainSeconds: 25, preload: false },
      mcp: { port: 8000, token: undefined },
      rows: { kind: 'directory', path: join(home.path, '.local', 'state', 'central-ops', 'runs') },
      checkpoints: { kind: 'directory', path: join(home.path, '.local', 'state', 'central-ops', 'sessions') },
      callerHeader: undefined,
      callerInSession: [],
      accessFile: undefined,
      ec2Exec: { mode: 'off', allowFile: undefined, ec2Endpoint: undefined },
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'warn',
      hubRegion: 'us-east-1',
      stsEndpoint: undefined,
      ssmEndpoint: undefined,
      network: { proxy: undefined, certificateBundle: undefined, extraCertificates: undefined },
      telemetry: { exports: false, captureContent: false },
      organizations: { tags: false, endpoint: undefined },
      awsService: undefined,
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      model: undefined,
      stateDirectory: join(home.path, '.local', 'state', 'central-ops'),
      planner: 'auto',
      sandbox: undefined,
    });
    expect(variable('HOME')).toBe(home.path);
  });

  it('keeps rows in memory and logs more as a server', async () => {
    expect(await home.load({ door: 'server' })).toMatchObject({
      rows: { kind: 'memory' },
      checkpoints: { kind: 'memory' },
      logLevel: 'info',
    });
  });

  it('listens for everybody only inside a container', async () => {
    expect((await home.load({ environment: { DOCKER_CONTAINER: '1' } })).host).toBe('0.0.0.0');
  });

  it('takes the Region of the environment for the hub and for questions that name none', async () => {
    expect(await home.load({ environment: { AWS_REGION: 'eu-west-1' } })).toMatchObject({
      hubRegion: 'eu-west-1',
      regions: ['eu-west-1'],
    });
  });

  it('reads what the AWS CLI reads for Identity Center', async () => {
    const { identityCenter } = await home.load({
      environment: {
        CENTRAL_OPS_SSO_SESSION: 'corp',
        CENTRAL_OPS_SSO_ROLE_NAME: 'Auditor',
        AWS_SSO_START_URL: 'https://d-123.awsapps.com/start#/',
        AWS_REGION: 'eu-west-1',
        AWS_CONFIG_FILE: '$FILES/config',
        FILES: '/srv/aws',
        AWS_SHARED_CREDENTIALS_FILE: '~/keys',
        AWS_ENDPOINT_URL_SSO: 'http://127.0.0.1:9000',
        AWS_ENDPOINT_URL_SSO_OIDC: 'http://127.0.0.1:9001',
        SSH_TTY: '/dev/pts/0',
      },
    });
    const own = await home.load({ environment: { AWS_REGION: 'eu-west-1', AWS_SSO_REGION: 'us-east-2' } });

    expect([identityCenter, own.identityCenter.region]).toEqual([
      {
        sessionName: 'corp',
        startUrl: 'https://d-123.awsapps.com/start#/',
        region: 'eu-west-1',
        permissionSet: 'Auditor',
        awsDirectory: join(home.path, '.aws'),
        configFile: '/srv/aws/config',
        credentialsFile: join(home.path, 'keys'),
        portalEndpoint: 'http://127.0.0.1:9000',
        oidcEndpoint: 'http://127.0.0.1:9001',
        whyNoBrowser: 'this is an SSH session (SSH_TTY is set)',
      },
      'us-east-2',
    ]);
  });

  it('reads the sandbox’s settings only where there is one', async () => {
    const { sandbox } = await home.load({
      environment: {
        CENTRAL_OPS_SANDBOX: '1',
        CENTRAL_OPS_SANDBOX_ACCOUNTS: '200',
        CENTRAL_OPS_SANDBOX_LATENCY: 'sts=80',
        CENTRAL_OPS_SANDBOX_FAULTS: 'x:sts:denied',
      },
    });

    expect([sandbox, (await home.load({ environment: { CENTRAL_OPS_SANDBOX: 'false' } })).sandbox]).toEqual([
      { accounts: 200, seed: 1, latency: 'sts=80', faults: 'x:sts:denied' },
      undefined,
    ]);
  });

  it('has a model where one is named', async () => {
    const arn = 'arn:aws:bedrock:us-east-1:111111111111:inference-profile/us.example.model-1:0';
    const { model } = await home.load({ environment: { CENTRAL_OPS_MODEL: `bedrock:${arn}` } });
    const local = await home.load({
      environment: {
        CENTRAL_OPS_SANDBOX: '1',
        CENTRAL_OPS_MODEL: 'bedrock:m',
        CENTRAL_OPS_BUDGET_MODEL_CALLS: '0',
        CENTRAL_OPS_BUDGET_MODEL_TOKENS: '9000',
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://127.0.0.1:9000',
      },
    });

    expect([model, local.model]).toEqual([
      { id: arn, endpoint: undefined, budget: { calls: 6, tokens: 60_000 } },
      { id: 'm', endpoint: 'http://127.0.0.1:9000', budget: { calls: 0, tokens: 9000 } },
    ]);
  });

  it('keeps rows where it is told to', async () => {
    const inState = await home.load({ environment: { XDG_STATE_HOME: '/var/state' } });
    const told = await home.load({ door: 'server', environment: { CENTRAL_OPS_ROWS: '/srv/rows' } });
    const memory = await home.load({ environment: { CENTRAL_OPS_ROWS: 'memory' } });

    expect([inState.rows, told.rows, memory.rows]).toEqual([
      { kind: 'directory', path: '/var/state/central-ops/runs' },
      { kind: 'directory', path: '/srv/rows' },
      { kind: 'memory' },
    ]);
  });

  it('reads stored data only as far as it is told', async () => {
    const some = await home.load({ environment: { CENTRAL_OPS_SENSITIVE_READS: 'parameters, log-events' } });

    expect(some.sensitiveReads).toEqual(['log-events', 'parameters']);
    await expect(home.load({ environment: { CENTRAL_OPS_SENSITIVE_READS: 'everything' } })).rejects.toThrow(
      'CENTRAL_OPS_SENSITIVE_READS is "everything" (environment): "everything" is not one of object-bodies, log-events, parameters',
    );
  });

  it('remembers sessions where it is told to', async () => {
    const inState = await home.load({ environment: { XDG_STATE_HOME: '/var/state' } });
    const told = await home.load({ door: 'server', environment: { CENTRAL_OPS_CHECKPOINTS: 'file:/srv/sessions' } });
    const memory = await home.load({ environment: { CENTRAL_OPS_CHECKPOINTS: 'memory' } });

    expect([inState.checkpoints, told.checkpoints, memory.checkpoints]).toEqual([
      { kind: 'directory', path: '/var/state/central-ops/sessions' },
      { kind: 'directory', path: '/srv/sessions' },
      { kind: 'memory' },
    ]);
  });

  it.each([
    ['mysql://user:hunter2@db/central', '(not shown)'],
    ['file:sessions', 'file:sessions'],
  ])('refuses to remember sessions in %s, and says what it can', async (value, shown) => {
    await expect(home.load({ environment: { CENTRAL_OPS_CHECKPOINTS: value } })).rejects.toThrow(
      `CENTRAL_OPS_CHECKPOINTS is "${shown}" (environment): must be memory, file: and an absolute directory, or postgres://USER:PASSWORD@HOST:PORT/DATABASE`,
    );
  });

  describe('precedence', () => {
    it('is flags, environment, file, defaults', async () => {
      const configFile = await home.withFile(
        '{"PORT": 1, "CENTRAL_OPS_ROLE_NAME": "FromFile", "CENTRAL_OPS_SSO_ROLE_NAME": "AlsoFromFile"}',
      );

      const loaded = await home.load({
        configFile,
        flags: { PORT: '3' },
        environment: { PORT: '2', CENTRAL_OPS_ROLE_NAME: 'FromEnvironment' },
      });

      expect([loaded.port, loaded.roleName, loaded.identityCenter.permissionSet, loaded.concurrency]).toEqual([
        3,
        'FromEnvironment',
        'AlsoFromFile',
        500,
      ]);
    });

    it('takes an empty value for none, wherever it is', async () => {
      const configFile = await home.withFile(
        '{"PORT": null, "ACCOUNT_REGISTRY": "", "CENTRAL_OPS_ROLE_NAME": "FromFile"}',
      );

      const loaded = await home.load({ configFile, environment: { PORT: '', CENTRAL_OPS_ROLE_NAME: '' } });

      expect([loaded.port, loaded.registry, loaded.roleName]).toEqual([8080, undefined, 'FromFile']);
    });
  });

  describe('the file', () => {
    it('is the user’s own, and may write values as JSON does', async () => {
      await home.withFile(
        '\ufeff{"PORT": 9000, "CENTRAL_OPS_REGIONS": ["us-east-1", "eu-west-1"], "ACCOUNT_REGISTRY": [{"id": "1"}]}',
        OWN,
      );

      const loaded = await home.load();

      expect([loaded.port, loaded.regions, loaded.registry]).toEqual([
        9000,
        ['us-east-1', 'eu-west-1'],
        '[{"id":"1"}]',
      ]);
    });

    it('is looked for in the configuration directory of the environment', async () => {
      await home.withFile('{"PORT": 9001}', join('xdg', 'central-ops', 'config.json'));

      expect((await home.load({ environment: { XDG_CONFIG_HOME: join(home.path, 'xdg') } })).port).toBe(9001);
    });

    it.each(['', '.', 'config', './config'])(
      'is never looked for in the working directory (XDG_CONFIG_HOME="%s")',
      async (path) => {
        await home.withFile('{"PORT": 9002}', OWN);

        expect((await home.load({ environment: { XDG_CONFIG_HOME: path } })).port).toBe(9002);
      },
    );

    it.each(['', 'relative'])('goes by the operating system for HOME="%s"', async (path) => {
      const { identityCenter, rows } = await home.load({
        environment: { HOME: path, XDG_CONFIG_HOME: home.path, XDG_STATE_HOME: 'relative' },
      });

      expect([identityCenter.awsDirectory, rows]).toEqual([
        join(homedir(), '.aws'),
        { kind: 'directory', path: join(homedir(), '.local', 'state', 'central-ops', 'runs') },
      ]);
    });

    it('need not be there, unless it was named', async () => {
      await home.load();
      const { code, message, nextStep } = await home.mistakeOf({ configFile: join(home.path, 'none.json') });

      expect({ code, message, nextStep }).toEqual({
        code: 'configuration',
        message: `cannot read the configuration file ${join(home.path, 'none.json')}`,
        nextStep: 'Check the path given with --config.',
      });
    });

    it('is not passed over when it cannot be read', async () => {
      await mkdir(join(home.path, '.config', 'central-ops', 'config.json'), { recursive: true });

      const { message, nextStep } = await home.mistakeOf({});

      expect([message, nextStep]).toEqual([
        `cannot read the configuration file ${join(home.path, '.config', 'central-ops', 'config.json')}`,
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
      [
        '{"CENTRAL_OPS_ROLENAME": "x", "prot": 1}',
        ' has the unknown key "CENTRAL_OPS_ROLENAME"; the nearest is CENTRAL_OPS_ROLE_NAME, the unknown key "prot"; the nearest is PORT',
        'Correct or remove it',
      ],
    ])('%j: %s', async (content, message, cure) => {
      const configFile = await home.withFile(content);

      const mistake = await home.mistakeOf({ configFile });

      expect([mistake.code, mistake.message]).toEqual(['configuration', `${configFile}${message}`]);
      expect(mistake.nextStep).toContain(cure);
      expect(JSON.stringify([mistake.message, mistake.facts, mistake.cause ?? ''])).not.toContain('hush-hush');
    });

    it('may say what a setting asks for by default, also of one that this version does not have', async () => {
      const configFile = await home.withFile('{"CENTRAL_OPS_INVOKE_AGENTS": "off", "CENTRAL_OPS_ACCESS": ""}');

      expect((await home.load({ configFile })).port).toBe(8080);
    });
  });
});

describe('SETTINGS', () => {
  it('have defaults that they would take themselves', async () => {
    const defaults = Object.fromEntries(
      Object.entries(SETTINGS).flatMap(([name, setting]) => ('default' in setting ? [[name, setting.default]] : [])),
    );

    const written = await home.load({ environment: defaults });

    expect({ ...written, variable: undefined }).toEqual({ ...(await home.load()), variable: undefined });
  });
});
