import type { Clock } from '../../domain/clock.js';

export interface PingReport {
  readonly status: 'Healthy' | 'HealthyBusy';
  /** Whole Unix seconds of the last change of status; absent until there was one. */
  readonly time_of_last_update?: number;
}

export interface Ping {
  report(): PingReport;
  /** Marks work as begun; the function it returns ends it, once. */
  busy(): () => void;
  /** Resolves when nothing is under way, at once if nothing is. */
  idle(): Promise<void>;
}

/**
 * What `GET /ping` says. The time is stamped when the status changes and never when asked: AgentCore reads a fresh time as
 * activity, so stamping each ping would keep an idle session alive for ever
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-http-protocol-contract.html). Before the first
 * request there is no time at all, because the process may be a snapshot that is cloned later.
 */
export function createPing(clock: Clock): Ping {
  let working = 0;
  let changedAt: number | undefined;
  let waiting: (() => void)[] = [];
  const stamp = (): void => {
    changedAt = Math.floor(clock() / 1000);
  };
  return {
    report: () => ({
      status: working > 0 ? 'HealthyBusy' : 'Healthy',
      ...(changedAt === undefined ? {} : { time_of_last_update: changedAt }),
    }),
    busy() {
      working += 1;
      if (working === 1) stamp();
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        working -= 1;
        if (working > 0) return;
        stamp();
        for (const resolve of waiting) resolve();
        waiting = [];
      };
    },
    idle() {
      if (working === 0) return Promise.resolve();
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
