import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path/posix';
import { z } from 'zod';
import { filesUnder } from './production-files.js';

const DISTRIBUTION = '@aws/aws-distro-opentelemetry-node-autoinstrumentation';

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/** Read by nobody at run time. */
const UNUSED = /\.(?:[cm]?ts|map)$/;

/**
 * The files of AWS's distribution of OpenTelemetry and of all that it depends on, sorted, as paths from `root`: as they are
 * installed there, so that what is shipped is what was tested. Throws when something is not installed.
 */
export async function awsDistributionFiles(root: string, name = DISTRIBUTION): Promise<readonly string[]> {
  const folders = new Set<string>();
  await collect(root, { folder: '', name, optional: false }, folders);
  const files = await Promise.all([...folders].map((folder) => filesUnder(root, folder, ['node_modules'])));
  return files
    .flat()
    .filter((file) => !UNUSED.test(file))
    .toSorted();
}

interface Wanted {
  /** Of the package that asks. */
  readonly folder: string;
  readonly name: string;
  readonly optional: boolean;
}

async function collect(root: string, { folder, name, optional }: Wanted, found: Set<string>): Promise<void> {
  const own = await installed(root, folder, name);
  if (own === undefined) {
    if (optional) return;
    throw new Error(`${name} is not installed, and ${folder === '' ? 'the image' : folder} needs it: run npm ci`);
  }
  if (found.has(own)) return;
  found.add(own);
  const { dependencies, optionalDependencies } = Manifest.parse(
    JSON.parse(await readFile(join(root, own, 'package.json'), 'utf8')),
  );
  for (const needed of Object.keys({ ...dependencies, ...optionalDependencies })) {
    await collect(root, { folder: own, name: needed, optional: needed in optionalDependencies }, found);
  }
}

/** Where Node finds a package: in the nearest `node_modules` on the way up to the root. */
async function installed(root: string, from: string, name: string): Promise<string | undefined> {
  for (let folder = from; ; folder = dirname(folder)) {
    if (folder === '.') folder = '';
    const candidate = join(folder, 'node_modules', name);
    const isThere = await stat(join(root, candidate, 'package.json')).then(
      () => true,
      () => false,
    );
    if (isThere) return candidate;
    if (folder === '') return undefined;
  }
}
