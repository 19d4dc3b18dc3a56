import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { type AccessRules, EVERYBODY, parseAccess } from '../accounts/access.js';
import type { Configuration } from '../config.js';
import { CentralOpsError } from '../domain/errors.js';

/** What stands in files that the configuration names. */
export interface ConfiguredFiles {
  readonly access: AccessRules;
  /** PEM texts of the certificates to trust. Absent: Node's own. */
  readonly certificates?: readonly string[];
}

/**
 * Reads the files that decide who may ask and whom is trusted before anything is asked: a server with a broken access file
 * must not start and answer everybody. Throws `configuration` naming the setting, the file and what to do.
 */
export async function readConfiguredFiles({ accessFile, network, sandbox }: Configuration): Promise<ConfiguredFiles> {
  const access =
    accessFile === undefined
      ? EVERYBODY
      : parseAccess(
          await read(accessFile, 'CENTRAL_OPS_ACCESS', 'the access file', 'Nothing is answered without it.'),
          accessFile,
        );
  // The sandbox is reached without TLS.
  if (sandbox !== undefined) return { access };
  const { certificateBundle, extraCertificates } = network;
  if (certificateBundle === undefined && extraCertificates === undefined) return { access };
  const extra = extraCertificates === undefined ? [] : [await certificates(extraCertificates, 'NODE_EXTRA_CA_CERTS')];
  // AWS_CA_BUNDLE replaces what is trusted, as in the AWS CLI; Node's own list is what the other one adds to.
  if (certificateBundle === undefined) return { access, certificates: [...rootCertificates, ...extra] };
  return { access, certificates: [await certificates(certificateBundle, 'AWS_CA_BUNDLE'), ...extra] };
}

async function certificates(path: string, setting: string): Promise<string> {
  const text = await read(path, setting, 'the certificates', 'Nothing can be asked without them.');
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  throw new CentralOpsError('configuration', `${path} (${setting}) holds no certificate in PEM form`, {
    nextStep: 'Name a file with -----BEGIN CERTIFICATE----- in it, or unset the variable.',
  });
}

function read(path: string, setting: string, what: string, why: string): Promise<string> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    throw new CentralOpsError('configuration', `cannot read ${what} ${path} (${setting})`, {
      nextStep: `Check the path and its permissions. ${why}`,
      cause: error,
    });
  });
}
