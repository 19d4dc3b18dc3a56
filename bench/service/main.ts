import { measureLoad } from './load.js';
import { startMillis } from './start.js';

/**
 * What the server costs beside a bare Express program on the same machine at the same moment: the time to its first answered
 * `/ping`, and `/ping` while many runs stream. Ratios are what to compare; milliseconds are of one machine.
 */
const RUNS = 200;
const ACCOUNTS = 10;

const start = await startMillis();
const bare = start.get('bare') ?? Number.NaN;
for (const [kind, millis] of start) {
  console.log(`start to /ping, ${kind}: ${millis.toFixed(0)} ms, ${(millis / bare).toFixed(2)} of bare`);
}
const loads = new Map([
  ['untraced', await measureLoad(RUNS, ACCOUNTS, false)],
  ['traced', await measureLoad(RUNS, ACCOUNTS, true)],
]);
const untraced = loads.get('untraced')?.seconds ?? Number.NaN;
for (const [kind, load] of loads) {
  console.log(
    `${load.runs} streaming runs over ${ACCOUNTS} accounts, ${kind}: ${load.complete} complete in ` +
      `${load.seconds.toFixed(1)} s, ${(load.seconds / untraced).toFixed(2)} of untraced; /ping at the 99th percentile of ` +
      `${load.pings}: ${load.ping.toFixed(1)} ms, bare ${load.barePing.toFixed(1)} ms, ` +
      `${(load.ping / load.barePing).toFixed(2)} of bare`,
  );
}
