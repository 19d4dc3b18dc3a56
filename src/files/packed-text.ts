import { promisify } from 'node:util';
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from 'node:zlib';

const deflated = promisify(deflateRaw);
const inflated = promisify(inflateRaw);
/** What is kept repeats itself: the fastest level takes off nine tenths. */
const FASTEST = { level: 1 };

/** Text that is kept for long, outside of the heap, in as much memory as its `length` says. */
export type PackedText = Uint8Array;

export async function packText(text: string): Promise<PackedText> {
  return exactly(await deflated(text, FASTEST));
}

export async function unpackText(packed: PackedText): Promise<string> {
  return (await inflated(packed)).toString('utf8');
}

/** For a few kilobytes, where nothing else may happen in between. */
export function packTextNow(text: string): PackedText {
  return exactly(deflateRawSync(text, FASTEST));
}

export function unpackTextNow(packed: PackedText): string {
  return inflateRawSync(packed).toString('utf8');
}

/** A copy: what zlib returns is a view of a buffer of 16 KB, which would stay as a whole. */
function exactly(bytes: Uint8Array): PackedText {
  return new Uint8Array(bytes);
}
