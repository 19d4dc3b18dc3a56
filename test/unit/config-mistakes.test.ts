import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHome, type Home } from './support/config-home.js';

let home: Home;

beforeEach(async () => {
  home = await createHome();
});

afterEach(() => home.remove());

describe('loadConfiguration', () => {
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
      ['CENTRAL_OPS_MODEL', 'gpt', 'must be none, or bedrock: and the id of a model or inference profile'],
      ['CENTRAL_OPS_MODEL', 'bedrock:', 'must be none, or bedrock: and the id of a model or inference profile'],
      ['CENTRAL_OPS_PLANNER', 'llm', 'must be one of auto, rules, model'],
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
      ['CENTRAL_OPS_AWS_MCP_URL', 'aws-mcp', 'must be a URL such as https://example.awsapps.com/start'],
      ['CENTRAL_OPS_AWS_MCP_URL', 'http://example.com/mcp', 'must be https; plain http is for loopback only'],
      ['CENTRAL_OPS_AWS_MCP_URL', 'http://127.0.0.1.example.com/mcp', 'must be https; plain http is for loopback only'],
      ['CENTRAL_OPS_AWS_MCP_URL', 'file:///etc/passwd', 'must be https; plain http is for loopback only'],
      ['AWS_ENDPOINT_URL_STS', 'http://10.0.0.1', 'must be https; plain http is for loopback only'],
    ])('%s=%s names the value, the place and the cure', async (name, value, cure) => {
      const { code, message, nextStep, facts } = await home.mistakeOf({ environment: { [name]: value } });

      const problem = `${name} is "${value}" (environment): ${cure}`;
      expect({ code, message, nextStep, facts }).toEqual({
        code: 'configuration',
        message: `the configuration has 1 mistake(s): ${problem}`,
        nextStep: 'Correct the value at the place named, or unset it to get the default.',
        facts: { problems: [problem] },
      });
    });

    it.each([
      [{}, 'AWS_ENDPOINT_URL_BEDROCK_RUNTIME is not set'],
      [
        { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'https://bedrock-runtime.us-east-1.amazonaws.com' },
        'AWS_ENDPOINT_URL_BEDROCK_RUNTIME is not on this machine',
      ],
    ])('is a model outside the sandbox: %j', async (endpoint, why) => {
      const { code, message, nextStep } = await home.mistakeOf({
        environment: { CENTRAL_OPS_SANDBOX: '1', CENTRAL_OPS_MODEL: 'bedrock:m', ...endpoint },
      });

      expect([code, message]).toEqual(['configuration', `the sandbox cannot ask the model m: ${why}`]);
      expect(nextStep).toContain('Unset CENTRAL_OPS_MODEL');
    });

    it('is a model planner without a model', async () => {
      const { code, message, nextStep } = await home.mistakeOf({ environment: { CENTRAL_OPS_PLANNER: 'model' } });

      expect([code, message]).toEqual([
        'configuration',
        'CENTRAL_OPS_PLANNER is model, but CENTRAL_OPS_MODEL names none',
      ]);
      expect(nextStep).toContain('Set CENTRAL_OPS_MODEL to bedrock:');
    });

    it('is named with every other one, each with its place', async () => {
      const configFile = await home.withFile('{"CENTRAL_OPS_CONCURRENCY": 0}');

      const { facts } = await home.mistakeOf({
        configFile,
        flags: { PORT: 'x' },
        environment: { CENTRAL_OPS_MODEL: 'y', CENTRAL_OPS_ROEL_NAME: 'z' },
      });

      expect(facts['problems']).toEqual([
        'there is no setting CENTRAL_OPS_ROEL_NAME; the nearest is CENTRAL_OPS_ROLE_NAME',
        'CENTRAL_OPS_MODEL is "y" (environment): must be none, or bedrock: and the id of a model or inference profile',
        `CENTRAL_OPS_CONCURRENCY is "0" (${configFile}): must be a whole number from 1 to 10000`,
        'PORT is "x" (flag): must be a whole number from 0 to 65535',
      ]);
    });

    it('never shows an external id or the password of a URL', async () => {
      const { message } = await home.mistakeOf({
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
        const { message } = await home.mistakeOf({ environment: { [name]: 'x' } });

        expect(message).toContain(`there is no setting ${name}`);
      },
    );
  });

  it.each(['http://127.0.0.1:9/mcp', 'http://localhost:9/mcp', 'http://[::1]:9/mcp', 'https://example.com/mcp'])(
    'takes the server %s',
    async (url) => {
      expect((await home.load({ environment: { CENTRAL_OPS_AWS_MCP_URL: url } })).awsMcpUrl.href).toBe(url);
    },
  );

  it('takes an external id as it is', async () => {
    expect((await home.load({ environment: { CENTRAL_OPS_EXTERNAL_ID: 'a:b/c=d' } })).externalId).toBe('a:b/c=d');
  });
});
