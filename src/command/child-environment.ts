import { dirname, join } from 'node:path';
import type { AwsCredentials } from '../domain/credentials.js';

/** The CLI's own configuration, in the empty home that it gets: version 1 must not fetch addresses, none may keep a history. */
export const CLI_CONFIGURATION = '[default]\ncli_follow_urlparam = false\ncli_history = disabled\ncli_pager =\n';

/** Where the configuration above is written, below the child's home. */
export const CONFIGURATION_FILE = 'config';

/** All variables that the AWS CLI sees: made from nothing, so that no profile, alias, plug-in or credential of the user's gets in. */
export function childEnvironment(options: {
  readonly program: string;
  /** A private, empty folder. */
  readonly home: string;
  readonly region: string;
  readonly credentials: AwsCredentials;
  /** Proxies, certificates and endpoints, as configured. */
  readonly passedOn: Readonly<Record<string, string>>;
}): Readonly<Record<string, string>> {
  const { program, home, region, credentials, passedOn } = options;
  return {
    ...passedOn,
    PATH: `${dirname(program)}:/usr/local/bin:/usr/bin:/bin`,
    HOME: home,
    TMPDIR: home,
    LANG: 'C.UTF-8',
    PYTHONUTF8: '1',
    // An installation by `pip install --user` looks for itself below HOME, which is another one here.
    PYTHONUSERBASE: dirname(dirname(program)),
    PYTHONDONTWRITEBYTECODE: '1',
    AWS_CONFIG_FILE: join(home, CONFIGURATION_FILE),
    AWS_SHARED_CREDENTIALS_FILE: join(home, 'none'),
    AWS_PAGER: '',
    AWS_CLI_AUTO_PROMPT: 'off',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
  };
}
