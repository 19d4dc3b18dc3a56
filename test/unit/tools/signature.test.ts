import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSigner } from '../../../src/tools/aws-mcp/signature.js';

type Data = string | ArrayBuffer | ArrayBufferView;

function bytesOf(data: Data): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}

/** Node's crypto in the form that the official signer asks for. */
class Sha256 {
  readonly #hash;
  constructor(secret?: Data) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: Data): void {
    this.#hash.update(bytesOf(data));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset(): void {
    throw new Error('not used');
  }
}

const word = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...Array.from("aZ0-_.~ !'()*/:é+=&%")) });
const header = fc.string({ maxLength: 20, unit: fc.constantFrom(...Array.from('abc 019-/;=,*')) });

const signing = fc.record({
  credentials: fc.record(
    {
      accessKeyId: fc.constant('ASIAEXAMPLE'),
      secretAccessKey: fc.string({ minLength: 1 }),
      sessionToken: fc.base64String({ minLength: 4 }),
    },
    { requiredKeys: ['accessKeyId', 'secretAccessKey'] },
  ),
  method: fc.constantFrom('POST', 'DELETE', 'PUT'),
  path: fc.array(word, { maxLength: 3 }),
  // The official signer takes repeated names as lists; one value per name is enough to compare the order.
  query: fc.uniqueArray(fc.tuple(word, word), { maxLength: 3, selector: ([name]) => name }),
  accept: header,
  body: fc.string(),
  at: fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
});

describe('createSigner', () => {
  it('signs as the official signer does', async () => {
    await fc.assert(
      fc.asyncProperty(signing, async ({ credentials, method, path, query, accept, body, at }) => {
        const url = new URL(
          `https://aws-mcp.eu-west-1.api.aws/${path.map((part) => encodeURIComponent(part)).join('/')}`,
        );
        for (const [name, value] of query) url.searchParams.append(name, value);
        const { sessionToken, ...keys } = credentials;
        const identity = sessionToken === undefined ? keys : { ...keys, sessionToken };
        const headers = { host: url.host, accept };
        const official = new SignatureV4({
          service: 'aws-mcp',
          region: 'eu-west-1',
          credentials: identity,
          sha256: Sha256,
        });

        const ours = createSigner(identity, 'aws-mcp', 'eu-west-1').sign({
          method,
          url,
          headers,
          body,
          at: at.getTime(),
        });
        const theirs = await official.sign(
          {
            method,
            protocol: url.protocol,
            hostname: url.hostname,
            path: url.pathname,
            query: Object.fromEntries(url.searchParams),
            headers,
            body,
          },
          { signingDate: at },
        );

        expect(ours['authorization']).toBe(theirs.headers['authorization']);
        expect(ours).toEqual(theirs.headers);
      }),
      { numRuns: 500 },
    );
  });

  it('derives the key of the next day anew', () => {
    const signer = createSigner({ accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret' }, 'aws-mcp', 'us-east-1');
    const request = { method: 'POST', url: new URL('https://aws-mcp.us-east-1.api.aws/mcp'), headers: {}, body: '' };
    const at = Date.UTC(2026, 10, 21, 23, 59, 59);

    const before = signer.sign({ ...request, at })['authorization'];
    const after = signer.sign({ ...request, at: at + 2000 })['authorization'];

    const fresh = createSigner({ accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret' }, 'aws-mcp', 'us-east-1');
    expect(after).toBe(fresh.sign({ ...request, at: at + 2000 })['authorization']);
    expect(after).not.toBe(before);
  });
});
