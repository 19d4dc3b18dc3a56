import { rootCertificates } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Configuration } from '../../../src/config.js';
import { readConfiguredFiles } from '../../../src/dependencies/configured-files.js';
import { createHome } from '../support/config-home.js';

const PEM = fileURLToPath(new URL('../../fixtures/tls/loopback-certificate.pem', import.meta.url));
const KEY = fileURLToPath(new URL('../../fixtures/tls/loopback-key.pem', import.meta.url));

async function configuration(environment: Readonly<Record<string, string>>): Promise<Configuration> {
  return (await createHome()).load({ environment });
}

describe('readConfiguredFiles', () => {
  it.each([
    [{}, undefined],
    [{ AWS_CA_BUNDLE: PEM }, 1],
    [{ NODE_EXTRA_CA_CERTS: PEM }, rootCertificates.length + 1],
    [{ AWS_CA_BUNDLE: PEM, NODE_EXTRA_CA_CERTS: PEM }, 2],
    [{ AWS_CA_BUNDLE: PEM, CENTRAL_OPS_SANDBOX: '1' }, undefined],
  ])('trusts with %j so many certificates: %s', async (environment, count) => {
    const { certificates } = await readConfiguredFiles(await configuration(environment));

    expect(certificates?.length).toBe(count);
  });

  it('names everything that cannot be used, at once', async () => {
    const broken = await configuration({
      AWS_CA_BUNDLE: '/no/such.pem',
      NODE_EXTRA_CA_CERTS: KEY,
      CENTRAL_OPS_ACCESS: '/no/such.json',
    });

    await expect(readConfiguredFiles(broken)).rejects.toThrow(
      /\/no\/such\.json \(CENTRAL_OPS_ACCESS\).* Also: .*\(NODE_EXTRA_CA_CERTS\).* Also: .*\/no\/such\.pem \(AWS_CA_BUNDLE\)/,
    );
  });

  it.each([
    [{ AWS_CA_BUNDLE: '/no/such.pem' }, 'cannot read the certificates /no/such.pem (AWS_CA_BUNDLE)'],
    [{ NODE_EXTRA_CA_CERTS: KEY }, `${KEY} (NODE_EXTRA_CA_CERTS) holds no certificate in PEM form`],
    [{ CENTRAL_OPS_ACCESS: '/no/such.json' }, 'cannot read the access file /no/such.json (CENTRAL_OPS_ACCESS)'],
  ])('names with %j what cannot be used', async (environment, message) => {
    await expect(readConfiguredFiles(await configuration(environment))).rejects.toMatchObject({
      code: 'configuration',
      message,
    });
  });
});
