import type { Logger } from '../../../../src/domain/logger.js';
import type { IdentityCenterSession } from '../../../../src/identity-center/session.js';
import type { SsoToken } from '../../../../src/identity-center/token/token-file.js';

/** `sha1("my-sso")` is 0ad374308c5a4e22f723adf10145eafad7c4031c. */
export const mySso: IdentityCenterSession = {
  name: 'my-sso',
  startUrl: 'https://d-123.awsapps.com/start',
  region: 'us-east-1',
  scopes: ['sso:account:access'],
};

/** A token that can be refreshed, and ends at `expiresAt` (milliseconds since the epoch). */
export function refreshable(expiresAt: number, changes: Partial<SsoToken> = {}): SsoToken {
  return {
    accessToken: 'access-1',
    expiresAt,
    startUrl: mySso.startUrl,
    registration: { clientId: 'client', clientSecret: 'client-secret', expiresAt: expiresAt + 86_400_000 },
    refreshToken: 'refresh-1',
    ...changes,
  };
}

/** A logger that keeps its lines for assertions. */
export function recordingLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const note = (message: string, fields: unknown): void => {
    lines.push(`${message} ${JSON.stringify(fields ?? {})}`);
  };
  const logger = {
    lines,
    error: note,
    warn: note,
    info: note,
    debug: note,
    child: (): Logger => logger,
  };
  return logger;
}
