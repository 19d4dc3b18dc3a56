import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import type { OwnServer } from '../../contract/support/service-target.js';

const PINGER = fileURLToPath(new URL('../../../dist/bench/service/pinger.js', import.meta.url));
/** Long enough for a percentile to mean something. */
const SHORTEST_MILLIS = 8000;

/** A client that speaks whatever it likes. */
export interface Rogue {
  readonly socket: Socket;
  /** The status of the first reply, `none` if the connection was closed without, `open` while it is. */
  outcome(): string;
}

/** Connects so many clients, each of which then does the same. One that does not read keeps what it is sent in the kernel. */
export function rogues(
  port: number,
  count: number,
  act: (socket: Socket) => void = () => undefined,
  { reads = true }: { readonly reads?: boolean } = {},
): readonly Rogue[] {
  return Array.from({ length: count }, () => {
    // Half open: it does not hang up because the server has.
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let text = '';
    let ended = false;
    const end = (): void => {
      ended = true;
    };
    socket
      .on('error', end)
      .once('close', end)
      .once('end', end)
      .once('connect', () => act(socket));
    if (reads) socket.on('data', (chunk) => (text = (text + chunk.toString('latin1')).slice(0, 200)));
    else socket.pause();
    return { socket, outcome: () => /^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? (ended ? 'none' : 'open') };
  });
}

/** Writes again and again, as fast as it is taken. */
export function floods(bytes: string | Uint8Array): (socket: Socket) => void {
  return (socket) => {
    const write = (): void => {
      while (!socket.destroyed && socket.writable && socket.write(bytes));
    };
    socket.on('drain', write);
    write();
  };
}

/** Writes a byte a second. */
export function drips(byte: string): (socket: Socket) => void {
  return (socket) => {
    const timer = setInterval(() => socket.writable && socket.write(byte), 1000);
    socket.once('close', () => clearInterval(timer));
  };
}

/** How many ended how, once all have ended or the time is over; hangs up on all of them. */
export async function outcomes(list: readonly Rogue[], seconds: number): Promise<Readonly<Record<string, number>>> {
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until && list.some((rogue) => rogue.outcome() === 'open')) await pause(100);
  const counts: Record<string, number> = {};
  for (const rogue of list) counts[rogue.outcome()] = (counts[rogue.outcome()] ?? 0) + 1;
  for (const { socket } of list) socket.destroy();
  return counts;
}

export interface Siege<Result> {
  readonly result: Result;
  /** Milliseconds of `/ping` at the 99th percentile: the server's, and a bare program's at the same moments. */
  readonly ping: number;
  readonly barePing: number;
  /** More than before, at the worst moment. */
  readonly megabytes: number;
  /** More than before, ten seconds after it at the latest. */
  readonly socketsLeft: number;
}

/** What an attack does to a server, beside a bare program on the same machine. */
export async function besiege<Result>(
  name: string,
  server: OwnServer,
  barePort: number,
  attack: () => Promise<Result>,
): Promise<Siege<Result>> {
  const before = await footprint(server);
  let most = before.megabytes;
  const note = async (): Promise<void> => {
    most = Math.max(most, (await footprint(server)).megabytes);
  };
  const watch = setInterval(() => {
    void note();
  }, 250);
  const pinger = new Worker(PINGER, { workerData: { ports: [Number(new URL(server.url).port), barePort] } });
  const [result] = await Promise.all([attack(), pause(SHORTEST_MILLIS)]);
  const reply = once(pinger, 'message');
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  pinger.postMessage('stop');
  const [pings = [], barePings = []] = z.array(z.array(z.number())).parse((await reply)[0]);
  clearInterval(watch);
  let left = Infinity;
  for (let tries = 0; tries < 100 && left > 0; tries += 1) {
    await pause(100);
    left = (await footprint(server)).sockets - before.sockets;
  }
  const [ping, barePing] = [percentile(pings), percentile(barePings)];
  process.stderr.write(
    `${name}: ${JSON.stringify(result)}; ping ${ping.toFixed(1)} ms of ${pings.length}, bare ${barePing.toFixed(1)} ms; ` +
      `${before.megabytes.toFixed(0)} MB, at most ${most.toFixed(0)}; ${left} sockets left\n`,
  );
  return { result, ping, barePing, megabytes: most - before.megabytes, socketsLeft: left };
}

/** Linux tells both of any process. */
export async function footprint({
  process: { pid },
}: OwnServer): Promise<{ readonly megabytes: number; readonly sockets: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const files = await readdir(`/proc/${pid}/fd`);
  return { megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024, sockets: files.length };
}

function percentile(samples: readonly number[]): number {
  const sorted = samples.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? Number.NaN;
}

export function pause(millis: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, millis);
  });
}
