import type { CredentialChoice, CredentialKind } from './choose-credentials.js';
import type { CredentialSource } from './credential-source.js';

/**
 * The source that was chosen, settled when credentials are first fetched: whether somebody is signed in is not known while the
 * process starts. Keys name both, because they are asked for before that.
 */
export function createChosenSource(
  choice: (signal: AbortSignal) => Promise<CredentialChoice>,
  sources: Readonly<Record<CredentialKind, CredentialSource>>,
): CredentialSource {
  let settled: CredentialKind | undefined;
  return {
    async fetch(request) {
      settled = (await choice(request.signal)).kind;
      return sources[settled].fetch(request);
    },
    keyOf: (account, caller) =>
      `${sources.iam.keyOf(account, caller)}||${sources['identity-center'].keyOf(account, caller)}`,
    describe: (account) => sources[settled ?? 'iam'].describe(account),
  };
}
