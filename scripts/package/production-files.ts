import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), optional: z.boolean().optional() })),
});

/** What is ours at run time: the built program without benchmarks and scripts, and the catalogue that it reads. */
const OURS = ['package.json', 'LICENSE', 'NOTICE', 'catalogue', 'dist/src', 'dist/graphs', 'dist/prompts'];
/** Read by nobody at run time: types, source maps, and what is about a package and not its licence. */
const UNUSED =
  /\.d\.[cm]?ts$|\.map$|(?:^|\/)(?:readme|changelog|history|contributing|security)(?:\.(?:md|markdown|txt))?$/i;

/**
 * The files of a production installation, sorted, from `root`: ours, and of the dependencies those that the lock file does
 * not mark as for development. Nothing is installed for it, so that what is shipped is what was tested.
 */
export async function productionFiles(root: string): Promise<readonly string[]> {
  const { packages } = Lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  const wanted = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const files = await Promise.all([
    ...OURS.map((path) => filesUnder(root, path, true)),
    ...wanted.map(async ([path, { optional }]) => {
      const found = await filesUnder(root, path, false);
      if (found.length > 0 || optional === true) return found;
      throw new Error(`${path} is in package-lock.json and not installed: run npm ci`);
    }),
  ]);
  return [...new Set(files.flat())].filter((path) => !UNUSED.test(path)).sort(byCodeUnit);
}

/** A package's own files: those nested in it have entries of their own in the lock file. */
async function filesUnder(root: string, path: string, everything: boolean): Promise<readonly string[]> {
  const found = await lstat(join(root, path)).catch(() => undefined);
  if (found === undefined || found.isSymbolicLink()) return [];
  if (!found.isDirectory()) return [path];
  const entries = await readdir(join(root, path));
  const kept = entries.filter((name) => everything || name !== 'node_modules');
  return (await Promise.all(kept.map((name) => filesUnder(root, `${path}/${name}`, everything)))).flat();
}

/** The same on every machine, whatever its language. */
function byCodeUnit(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
