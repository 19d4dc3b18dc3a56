import { describe, expect, it } from 'vitest';
import { httpStatusOf, rpcCodeOf } from '../../../src/domain/failure.js';
import { readEnvelope } from '../../../src/tools/aws-mcp/script/envelope.js';
import { withoutSecrets } from '../../../src/tools/aws-mcp/session-errors.js';

const KEY_ID = 'ASIAQWERTYUIOPASDFGH';
const TOKEN = 'k3Jx+/'.repeat(60);

/** As the MCP SDK makes them, with what came back in their message. */
function sdkError(name: string, message: string, code: number): Error {
  return Object.assign(new Error(message), { name, code, data: { 'x-amz-security-token': TOKEN } });
}

describe('an error that quotes the server', () => {
  it.each([
    ['StreamableHTTPError', `Streamable HTTP error: Error POSTing to endpoint: key ${KEY_ID}, ${TOKEN}`, 403],
    ['McpError', `MCP error -32603: x-amz-security-token: ${TOKEN} of ${KEY_ID}`, -32603],
  ])('keeps what %s is told by, and no secret', (name, message, code) => {
    const clean = withoutSecrets(sdkError(name, message, code));

    expect(clean).toMatchObject({ name, code });
    expect([httpStatusOf(clean), rpcCodeOf(clean)]).toContain(code);
    expect(clean).not.toHaveProperty('data');
    expect(String(clean)).not.toMatch(/ASIA|k3Jx/);
  });

  it('is left alone when it quotes nobody', () => {
    const error = new TypeError('x');

    expect(withoutSecrets(error)).toBe(error);
  });

  it('loses a token before it is shortened, so that no half of one is left', () => {
    const text = `${'It went wrong. '.repeat(20)}Sent: ${TOKEN}`;

    expect(() => readEnvelope({ isError: true, content: [{ type: 'text', text }] })).toThrow(/Sent: \[redacted\]/);
  });
});
