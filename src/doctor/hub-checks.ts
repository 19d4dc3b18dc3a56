import type { Clock } from '../domain/clock.js';
import { CentralOpsError, messageOf } from '../domain/errors.js';
import type { Fetch } from '../network/fetch.js';
import type { CheckName, CheckResult } from './check.js';

export interface HubIdentity {
  readonly arn: string;
  readonly accountId: string;
}

/** Signatures are refused when they are more than five minutes off; the SDK corrects itself, but warns nobody. */
const SKEW_FAILS_MILLIS = 5 * 60_000;
const SKEW_WARNS_MILLIS = 60_000;

/** Asks STS's endpoint without any signature: whatever it answers, it was reached, and its `Date` is AWS's clock. */
export async function checkReachAndClock(uses: {
  readonly stsUrl: URL;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}): Promise<readonly CheckResult[]> {
  const { stsUrl, clock } = uses;
  let reply: Response;
  try {
    reply = await uses.fetch(stsUrl, { signal: uses.signal });
  } catch (error) {
    return [
      failed(
        'sts-reach',
        error,
        'Check this machine’s network, HTTPS_PROXY, and a VPC endpoint for STS if there is one.',
      ),
      { check: 'clock', status: 'skip', saw: 'STS was not reached, so there is no clock to compare with' },
    ];
  }
  const reached: CheckResult = {
    check: 'sts-reach',
    status: 'pass',
    saw: `${stsUrl.host} answered with HTTP ${reply.status}`,
  };
  const theirs = Date.parse(reply.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) {
    return [reached, { check: 'clock', status: 'skip', saw: `${stsUrl.host} did not say what time it is` }];
  }
  const skew = clock() - theirs;
  const size = Math.abs(skew);
  const seconds = Math.round(size / 1000);
  // `Date` has whole seconds, and travelling takes time.
  const saw =
    size < 2000
      ? `this machine’s clock and that of ${stsUrl.host} agree`
      : `this machine’s clock is ${seconds} s ${skew < 0 ? 'behind' : 'ahead of'} that of ${stsUrl.host}`;
  const status = size >= SKEW_FAILS_MILLIS ? 'fail' : size >= SKEW_WARNS_MILLIS ? 'warn' : 'pass';
  return [
    reached,
    {
      check: 'clock',
      status,
      saw,
      ...(status === 'pass' ? {} : { fix: 'Let this machine keep its time by NTP: `timedatectl set-ntp true`.' }),
    },
  ];
}

/** Turns an error into a failed check. Errors of ours have said what to do. */
export function failed(check: CheckName, error: unknown, otherwise: string): CheckResult {
  const nextStep = error instanceof CentralOpsError ? error.nextStep : undefined;
  return { check, status: 'fail', saw: messageOf(error), fix: nextStep ?? otherwise };
}
