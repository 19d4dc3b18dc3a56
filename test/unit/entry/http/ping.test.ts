import { describe, expect, it } from 'vitest';
import { createPing } from '../../../../src/entry/http/ping.js';

describe('ping', () => {
  it('has no time before the first work, because the process may be a snapshot that is cloned later', () => {
    let read = 0;
    const ping = createPing(() => {
      read += 1;
      return 0;
    });

    expect([ping.report(), ping.report(), read]).toEqual([{ status: 'Healthy' }, { status: 'Healthy' }, 0]);
  });

  it('stamps whole seconds when the status changes, and at no other time', () => {
    let now = 1_700_000_000_999;
    const ping = createPing(() => now);
    const reports: unknown[] = [];

    const first = ping.busy();
    reports.push(ping.report());
    now += 5000;
    const second = ping.busy();
    reports.push(ping.report());
    first();
    now += 5000;
    reports.push(ping.report());
    second();
    now += 5000;
    second();
    first();
    reports.push(ping.report(), ping.report());

    expect(reports).toEqual([
      { status: 'HealthyBusy', time_of_last_update: 1_700_000_000 },
      { status: 'HealthyBusy', time_of_last_update: 1_700_000_000 },
      { status: 'HealthyBusy', time_of_last_update: 1_700_000_000 },
      { status: 'Healthy', time_of_last_update: 1_700_000_010 },
      { status: 'Healthy', time_of_last_update: 1_700_000_010 },
    ]);
  });
});
