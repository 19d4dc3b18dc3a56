import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Secrets that a test knows by name, and finds again wherever they went. */
export interface Canaries {
  /** Also in the forms in which a URL, a JSON text and a Basic header hold it. */
  add(name: string, secret: string): void;
  /** How many secrets are known. */
  count(): number;
  /** "hub secret" for each secret that the text holds; never the secret itself. */
  in(text: string): readonly string[];
}

/** Shorter texts would be found by chance. */
const SHORTEST = 12;

export function createCanaries(): Canaries {
  const known = new Map<string, string>();
  return {
    add(name, secret) {
      if (secret.length < SHORTEST) throw new Error(`the canary "${name}" is too short to be told from chance`);
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]) {
        if (!known.has(form)) known.set(form, name);
      }
    },
    count: () => known.size,
    in: (text) => [...new Set([...known].filter(([secret]) => text.includes(secret)).map(([, name]) => name))],
  };
}

/** Every file under a directory, by its path in there, but for what `skip` names. */
export async function filesUnder(
  directory: string,
  skip: (path: string) => boolean = () => false,
): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name).slice(directory.length + 1);
    if (!entry.isFile() || skip(path)) continue;
    // A lock, or a file that is being replaced, may be gone before it is read.
    const text = await readFile(join(directory, path), 'latin1').catch(() => undefined);
    if (text !== undefined) files.set(path, text);
  }
  return files;
}
