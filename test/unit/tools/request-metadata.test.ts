import { describe, expect, it } from 'vitest';

import { withRegionMetadata } from '../../../src/tools/aws-mcp/request-metadata.js';

describe('the Region in a request', () => {
  it.each([
    [
      'is added to params',
      '{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1}}',
      { a: 1, _meta: { AWS_REGION: 'eu-west-1' } },
    ],
    [
      'is merged with other metadata',
      '{"jsonrpc":"2.0","id":1,"method":"m","params":{"_meta":{"x":1}}}',
      { _meta: { AWS_REGION: 'eu-west-1', x: 1 } },
    ],
    [
      'does not replace one that is there',
      '{"jsonrpc":"2.0","id":1,"method":"m","params":{"_meta":{"AWS_REGION":"mine"}}}',
      { _meta: { AWS_REGION: 'mine' } },
    ],
    [
      'replaces metadata that is no object',
      '{"jsonrpc":"2.0","id":1,"method":"m","params":{"_meta":"text"}}',
      { _meta: { AWS_REGION: 'eu-west-1' } },
    ],
  ])('%s', (_name, body, params) => {
    expect(JSON.parse(withRegionMetadata(body, 'eu-west-1'))).toEqual({ jsonrpc: '2.0', id: 1, method: 'm', params });
  });

  it('is added to each message of a batch that has params', () => {
    const batch = '[{"jsonrpc":"2.0","method":"n"},{"jsonrpc":"2.0","id":1,"method":"m","params":{}}]';

    expect(JSON.parse(withRegionMetadata(batch, 'r'))).toEqual([
      { jsonrpc: '2.0', method: 'n' },
      { jsonrpc: '2.0', id: 1, method: 'm', params: { _meta: { AWS_REGION: 'r' } } },
    ]);
  });

  it('is looked for in the message itself, not in what a script says', () => {
    const script = '"_meta":{"AWS_REGION":"us-east-1"';
    const body = JSON.stringify({
      method: 'tools/call',
      params: { arguments: { code: script } },
      jsonrpc: '2.0',
      id: 1,
    });

    expect(JSON.parse(withRegionMetadata(body, 'eu-west-1'))).toMatchObject({
      params: { _meta: { AWS_REGION: 'eu-west-1' } },
    });
  });

  it.each([
    '',
    'not json',
    '{"params":{}}',
    '{"jsonrpc":"2.0","method":"n"}',
    '{"jsonrpc":"2.0","params":[1]}',
    '"text"',
    '[1, 2]',
    'null',
  ])('leaves %j as it is', (body) => {
    expect(withRegionMetadata(body, 'eu-west-1')).toBe(body);
  });
});
