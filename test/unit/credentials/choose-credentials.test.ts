import { describe, expect, it } from 'vitest';
import { type ChooseCredentialsOptions, chooseCredentials } from '../../../src/credentials/choose-credentials.js';

const { signal } = new AbortController();

function choose(changes: Partial<ChooseCredentialsOptions>) {
  return chooseCredentials(
    {
      configured: 'auto',
      awsService: undefined,
      signIn: () => Promise.resolve(undefined),
      timeZone: 'Europe/Berlin',
      ...changes,
    },
    signal,
  );
}

const signIn = () => Promise.reject(new Error('was asked'));
const signedIn = () => Promise.resolve({ session: 'corp', expiresAt: Date.UTC(2026, 10, 27, 16, 42) });

describe('chooseCredentials', () => {
  it.each<[Partial<ChooseCredentialsOptions>, string, string]>([
    [{ awsService: 'Amazon ECS', signIn: signedIn }, 'iam', 'running in Amazon ECS, so IAM roles'],
    [{ signIn: signedIn }, 'identity-center', 'Identity Center session `corp`, valid until 17:42'],
    [{}, 'iam', 'no sign-in of Identity Center is valid, so IAM'],
    [{ configured: 'iam', signIn: signedIn }, 'iam', 'CENTRAL_OPS_CREDENTIALS is iam'],
    [{ configured: 'identity-center' }, 'identity-center', 'CENTRAL_OPS_CREDENTIALS is identity-center'],
  ])('with %j takes %s: %s', async (changes, kind, reason) => {
    expect(await choose(changes)).toEqual({ kind, reason });
  });

  it('shows the hour of the zone, on the day that the clocks go back as well', async () => {
    const expiresAt = Date.UTC(2026, 9, 25, 1, 30);

    const { reason } = await choose({ signIn: () => Promise.resolve({ session: 'corp', expiresAt }) });

    expect(reason).toContain('valid until 02:30');
  });

  it.each(['Amazon Bedrock AgentCore', 'AWS Lambda', 'Amazon ECS'])(
    'refuses Identity Center in %s',
    async (awsService) => {
      await expect(choose({ configured: 'identity-center', awsService })).rejects.toMatchObject({
        code: 'configuration',
        message: `CENTRAL_OPS_CREDENTIALS is identity-center, but this process runs in ${awsService}, where nobody can sign in`,
      });
    },
  );

  it('asks for no sign-in where the answer does not depend on it', async () => {
    await expect(choose({ configured: 'iam', signIn })).resolves.toMatchObject({ kind: 'iam' });
    await expect(choose({ awsService: 'AWS Lambda', signIn })).resolves.toMatchObject({ kind: 'iam' });
  });
});
