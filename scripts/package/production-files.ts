import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BUNDLE, OUTSIDE } from '../bundle/bundle.js';

/** What is needed at run time: the bundle, what stays outside of it, and the catalogue that it reads. */
const NEEDED = ['package.json', 'LICENSE', 'catalogue', BUNDLE, ...OUTSIDE.map((name) => `node_modules/${name}`)];

/**
 * The files of a production installation, sorted, as paths from `root`. Nothing is installed for it, so that what is shipped is
 * what was tested.
 */
export async function productionFiles(root: string): Promise<readonly string[]> {
  const files = await Promise.all(NEEDED.map((path) => filesUnder(root, path)));
  return files.flat().toSorted();
}

/** All files beneath `path`, without folders that are named in `without`; links are not followed. */
export async function filesUnder(
  root: string,
  path: string,
  without: readonly string[] = [],
): Promise<readonly string[]> {
  if (!(await lstat(join(root, path))).isDirectory()) return [path];
  const entries = (await readdir(join(root, path))).filter((name) => !without.includes(name));
  return (await Promise.all(entries.map((name) => filesUnder(root, `${path}/${name}`, without)))).flat();
}
