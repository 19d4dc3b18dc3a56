import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSecretName, redact } from '../../../src/telemetry/redact.js';

// Shaped like the real ones, and nobody's.
const keyId = 'ASIAQWERTYUIOPASDFGH';
const secret = 'wJalrXUtnFEMIx/K7MDENG+bPxRfiCYzzzzzzzzzz';
const token = `IQoJb3JpZ2luX2Vj${'a1B2/+'.repeat(20)}==`;
/** A token as no rule knows it by its beginning. */
const opaque = 'k3Jx+/'.repeat(25);
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0xyz.c2lnbmF0dXJl';

describe('redact', () => {
  it.each([
    [`using key ${keyId} now`, 'using key [redacted] now'],
    [`aws_secret_access_key = ${secret}`, 'aws_secret_access_key = [redacted]'],
    [`AWS_SECRET_ACCESS_KEY=${secret} AWS_REGION=eu-west-1`, 'AWS_SECRET_ACCESS_KEY=[redacted] AWS_REGION=eu-west-1'],
    [`{"SecretAccessKey":"${secret}","Expiration":"2026"}`, '{"SecretAccessKey":"[redacted]","Expiration":"2026"}'],
    [`{\\"secretAccessKey\\":\\"${secret}\\",\\"a\\":1}`, '{\\"secretAccessKey\\":\\"[redacted]\\",\\"a\\":1}'],
    [`<SecretAccessKey>${secret}</SecretAccessKey>`, '<SecretAccessKey>[redacted]</SecretAccessKey>'],
    [`X-Amz-Security-Token: ${token}`, 'X-Amz-Security-Token: [redacted]'],
    [`got ${token} back`, 'got [redacted] back'],
    [
      `https://x/?X-Amz-Security-Token=abc%2Fdef&X-Amz-Signature=0123&a=1`,
      'https://x/?X-Amz-Security-Token=[redacted]&X-Amz-Signature=[redacted]&a=1',
    ],
    [
      `authorization: AWS4-HMAC-SHA256 Credential=${keyId}/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=${'0a'.repeat(32)}`,
      'authorization: [redacted]',
    ],
    [`{"Authorization":"Bearer ${jwt}","host":"x"}`, '{"Authorization":"[redacted]","host":"x"}'],
    [`sent Bearer ${'abcdefgh'.repeat(4)} to it`, 'sent Bearer [redacted] to it'],
    [`token ${jwt}.`, 'token [redacted].'],
    [`accessToken: 'aoaAAAAAGZ'`, `accessToken: '[redacted]'`],
    ['x-amz-sso_bearer_token: aoaAAAAAGZ', 'x-amz-sso_bearer_token: [redacted]'],
    [`the token ${opaque} has expired`, 'the token [redacted] has expired'],
    ['the token aoaAAAAAGZ1234567890abcdef:MGUCMQ== has expired', 'the token [redacted] has expired'],
    ['externalId=central-ops-42, role=x', 'externalId=[redacted], role=x'],
    ['Set-Cookie: session=abc; Path=/', 'Set-Cookie: [redacted]'],
  ])('cleans %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    'User: arn:aws:sts::111111111111:assumed-role/Hub/session is not authorized to perform: sts:AssumeRole',
    'The security token included in the request is expired',
    'account 222222222222 in eu-west-1 answered 12 rows in 340 ms',
    'secretsmanager ListSecrets, ssm DescribeParameters',
    'EURASIA2026CONFERENCE1',
    `Encoded authorization failure message: ${opaque}`,
    'arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_ReadOnly_0123456789abcdef',
    'a bearer of bad news',
  ])('leaves %j as it is', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('lets no secret through, whatever stands around it, and changes nothing the second time', () => {
    const around = fc.string({
      unit: fc.constantFrom('"', "'", ' ', ':', '=', ',', '\n', '\\', '{', '}', 'a', 'Z', '9', '<', '&'),
    });
    const labelled = fc.constantFrom(
      (value: string) => `secretAccessKey: ${value}`,
      (value: string) => `"sessionToken":"${value}"`,
      (value: string) => `aws_session_token=${value}`,
      (value: string) => `Authorization: Bearer ${value}`,
    );
    const characters = fc.string({
      unit: fc.constantFrom('a', 'z', 'A', 'Z', '0', '9', '+', '/'),
      minLength: 40,
      maxLength: 40,
    });
    fc.assert(
      fc.property(around, around, labelled, characters, (before, after, label, value) => {
        const clean = redact(`${before} ${label(value)}${after}`);

        expect(clean).not.toContain(value);
        expect(redact(clean)).toBe(clean);
      }),
    );
  });

  it.each(['authorization:', 'secretAccessKey', 'eyJ', 'ASIA', 'Bearer ', 'IQoJ', 'aoaAAAAA', '%', '"', '\\'])(
    'reads 200,000 times %j in linear time',
    (piece) => {
      const text = piece.repeat(200_000);
      const started = performance.now();

      redact(text);

      expect(performance.now() - started).toBeLessThan(3000);
    },
  );
});

describe('isSecretName', () => {
  it.each(['secretAccessKey', 'AWS_SESSION_TOKEN', 'x-amz-security-token', 'Authorization', 'external_id'])(
    'knows %s',
    (name) => {
      expect(isSecretName(name)).toBe(true);
    },
  );

  it.each(['accountId', 'region', 'secretCount', 'tokens', 'author'])('lets %s through', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});
