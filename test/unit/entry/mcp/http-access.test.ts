import { describe, expect, it } from 'vitest';
import { httpAccessOf } from '../../../../src/entry/mcp/http-access.js';

const configured = (more: Partial<Parameters<typeof httpAccessOf>[0]> = {}) => ({
  host: '127.0.0.1',
  mcp: { port: 8000, token: undefined },
  awsService: undefined,
  callerHeader: undefined,
  ...more,
});
const TOKEN = { port: 8000, token: 'a-token-of-some-length' };

describe('httpAccessOf', () => {
  it.each([
    ['on loopback', {}, { loopbackOnly: true, token: undefined }],
    ['on loopback with a token', { mcp: TOKEN }, { loopbackOnly: true, token: TOKEN.token }],
    ['beyond this machine with a token', { host: '0.0.0.0', mcp: TOKEN }, { loopbackOnly: false, token: TOKEN.token }],
    [
      'in AgentCore, which has checked who calls',
      { host: '0.0.0.0', awsService: 'Amazon Bedrock AgentCore' },
      { loopbackOnly: false, token: undefined },
    ],
  ])('answers %s', (_where, more, access) => {
    expect(httpAccessOf(configured(more))).toEqual(access);
  });

  it.each([
    ['every address of this machine', { host: '0.0.0.0' }],
    ['every IPv6 address', { host: '::' }],
    ['a container of another service', { host: '0.0.0.0', awsService: 'Amazon ECS' }],
  ])('does not answer everybody on %s', (_where, more) => {
    expect(() => httpAccessOf(configured(more))).toThrow('CENTRAL_OPS_MCP_TOKEN is not set');
  });

  it('does not take one header for two things', () => {
    expect(() => httpAccessOf(configured({ mcp: TOKEN, callerHeader: 'authorization' }))).toThrow(
      'both want the header Authorization',
    );
  });
});
