import { readFile, stat } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { type AccessRules, EVERYBODY, parseAccess } from '../accounts/access.js';
import type { Configuration } from '../config.js';
import { CentralOpsError } from '../domain/errors.js';
import { createMistakes } from '../domain/mistakes.js';
import { type Ec2AllowList, NOTHING_ALLOWED, parseEc2AllowList } from '../ec2-exec/allow-list.js';

/** What stands in files that the configuration names. */
export interface ConfiguredFiles {
  readonly access: AccessRules;
  /** Which commands may be run on EC2 instances. */
  readonly ec2Allow: Ec2AllowList;
  /** PEM texts of the certificates to trust. Absent: Node's own. */
  readonly certificates?: readonly string[];
}

/**
 * Reads the files that decide who may ask and whom is trusted before anything is asked: a server with a broken access file
 * must not start and answer everybody. Throws `configuration` naming the setting, the file and what to do.
 */
export async function readConfiguredFiles(configuration: Configuration): Promise<ConfiguredFiles> {
  const { accessFile, network, sandbox } = configuration;
  const mistakes = createMistakes();
  const ec2Allow = await mistakes.collect(() => readEc2AllowList(configuration));
  const access = await mistakes.collect(() => readAccess(accessFile));
  // The sandbox is reached without TLS.
  const trusted = sandbox === undefined ? await mistakes.collect(() => readCertificates(network)) : undefined;
  mistakes.throwAny();
  return {
    access: access ?? EVERYBODY,
    ec2Allow: ec2Allow ?? NOTHING_ALLOWED,
    ...(trusted === undefined ? {} : { certificates: trusted }),
  };
}

async function readAccess(path: string | undefined): Promise<AccessRules> {
  if (path === undefined) return EVERYBODY;
  return parseAccess(
    await read(path, 'CENTRAL_OPS_ACCESS', 'the access file', 'Nothing is answered without it.'),
    path,
  );
}

/** AWS_CA_BUNDLE replaces what is trusted, as in the AWS CLI; Node's own list is what the other one adds to. */
async function readCertificates({
  certificateBundle,
  extraCertificates,
}: Configuration['network']): Promise<readonly string[] | undefined> {
  if (certificateBundle === undefined && extraCertificates === undefined) return undefined;
  const mistakes = createMistakes();
  const extra = await mistakes.collect(() => certificates(extraCertificates, 'NODE_EXTRA_CA_CERTS'));
  const bundle = await mistakes.collect(() => certificates(certificateBundle, 'AWS_CA_BUNDLE'));
  mistakes.throwAny();
  return [...(bundle ?? rootCertificates), ...(extra ?? [])];
}

/** Not read while commands are switched off: nothing depends on it. */
async function readEc2AllowList({ ec2Exec }: Configuration): Promise<Ec2AllowList> {
  const { mode, allowFile } = ec2Exec;
  if (mode === 'off' || allowFile === undefined) return NOTHING_ALLOWED;
  const setting = 'CENTRAL_OPS_EC2_EXEC_ALLOW';
  const text = await read(allowFile, setting, 'the list of allowed EC2 commands', 'No command is run without it.');
  const { mode: permissions } = await stat(allowFile);
  if ((permissions & 0o002) === 0) return parseEc2AllowList(text, allowFile);
  throw new CentralOpsError('configuration', `everybody on this machine may change ${allowFile} (${setting})`, {
    nextStep: `Take that away: chmod o-w ${allowFile}.`,
  });
}

async function certificates(path: string | undefined, setting: string): Promise<readonly string[] | undefined> {
  if (path === undefined) return undefined;
  const text = await read(path, setting, 'the certificates', 'Nothing can be asked without them.');
  if (text.includes('-----BEGIN CERTIFICATE-----')) return [text];
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
