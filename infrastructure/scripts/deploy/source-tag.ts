import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What the Dockerfile copies. A test compares it with the file. */
export const IMAGE_SOURCES = [
  'Dockerfile',
  'package.json',
  'package-lock.json',
  '.npmrc',
  'LICENSE',
  'tsconfig.json',
  'tsconfig.build.json',
  'src',
  'graphs',
  'prompts',
  'bench',
  'scripts',
  'catalogue',
] as const;

/** A tag made of what goes into the image, `0.1.0-1f2e3d4c5b6a`: whoever builds the same sources gets the same one. */
export function sourceTag(root: string): string {
  const hash = createHash('sha256');
  for (const source of IMAGE_SOURCES) {
    for (const file of filesIn(root, source)) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return `${version}-${hash.digest('hex').slice(0, 12)}`;
}

function filesIn(root: string, path: string): readonly string[] {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (stats === undefined) return [];
  if (!stats.isDirectory()) return [path];
  return readdirSync(join(root, path))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .flatMap((name) => filesIn(root, join(path, name)));
}
