import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** 1980-01-01 00:00, the first moment that the format knows. */
const DATE = 0x21;
const VERSION = 20;
const UTF8_NAMES = 0x800;
const DEFLATE = 8;
const STORE = 0;
/** A regular file, rw-r--r--, in the upper half of the external attributes. */
const FILE_MODE = 0o100_644 * 0x1_00_00;
const MADE_ON_UNIX = 3 * 0x100;
const MOST_ENTRIES = 0xff_ff;

/**
 * A zip archive (PKWARE APPNOTE 6.3.9, without ZIP64): the same bytes for the same files in the same order, because it holds
 * neither times nor owners.
 */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  if (entries.length > MOST_ENTRIES)
    throw new Error(`${entries.length} files are more than a zip of this kind has room for`);
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const deflated = deflateRawSync(bytes, { level: 9 });
    const smaller = deflated.length < bytes.length;
    const data = smaller ? deflated : Buffer.from(bytes);
    const nameBytes = Buffer.from(name);
    const common = commonFields(smaller ? DEFLATE : STORE, crc32(bytes), data.length, bytes.length, nameBytes.length);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, nameBytes, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(FILE_MODE, 6);
    rest.writeUInt32LE(offset, 10);
    const madeBy = Buffer.alloc(2);
    madeBy.writeUInt16LE(MADE_ON_UNIX + VERSION);
    directory.push(Buffer.from('PK\u0001\u0002', 'latin1'), madeBy, common, rest, nameBytes);
    parts.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006', 'latin1'), end]);
}

/** What the local header and the directory have in common, in the same order. */
function commonFields(method: number, crc: number, packed: number, size: number, nameLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAMES, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt16LE(0, 6);
  fields.writeUInt16LE(DATE, 8);
  fields.writeUInt32LE(crc, 10);
  fields.writeUInt32LE(packed, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(nameLength, 22);
  return fields;
}
