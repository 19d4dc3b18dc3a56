import { measureLoad } from './load.js';
import { startMillis } from './start.js';

/**
 * What the server costs beside a bare Express program on the same machine at the same moment: the time to its first answered
 * `/ping`, and `/ping` while many runs stream. Ratios are what to compare; milliseconds are of one machine.
 */
const RUNS = 200;
const ACCOUNTS = 10;

const start = await startMillis();
for (const kind of ['bare', 'on first use', 'preloaded'] as const) {
  console.log(
    `start to /ping, ${kind}: ${start[kind].toFixed(0)} ms, ${(start[kind] / start.bare).toFixed(2)} of bare`,
  );
}
const load = await measureLoad(RUNS, ACCOUNTS);
console.log(
  `${load.runs} streaming runs over ${ACCOUNTS} accounts: ${load.complete} complete in ${load.seconds.toFixed(0)} s; ` +
    `/ping at the 99th percentile of ${load.pings}: ${load.ping.toFixed(1)} ms, bare ${load.barePing.toFixed(1)} ms, ` +
    `${(load.ping / load.barePing).toFixed(2)} of bare`,
);
