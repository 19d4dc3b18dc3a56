import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { awsDistributionFiles } from './aws-distribution.js';
import { COMPILE_CACHE, fillCompileCache, WITH_DISTRIBUTION } from './compile-cache.js';
import { productionFiles } from './production-files.js';
import { zipOf, type ZipEntry } from './zip.js';

/**
 * Packs the built program for production, dependencies included: into directories for the container's layers, or into the zip that
 * AgentCore's Node runtime takes (`npm run package`). Its limits are 250 MB zipped and 750 MB unzipped
 * (https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/bedrock-agentcore-limits.html).
 */
const MEGABYTE = 1024 * 1024;
const MOST_ZIPPED = 250 * MEGABYTE;
const MOST_UNZIPPED = 750 * MEGABYTE;

/** The runtime's entry point takes a file and no arguments. */
const ENTRY = `// The entry point for the NODE_22 runtime of Amazon Bedrock AgentCore: the HTTP contract on 0.0.0.0.
process.argv.splice(2, Infinity, 'serve', '--host', '0.0.0.0', '--preload');
await import('./dist/bundle/main.js');
`;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const [kind = '', target = ''] = process.argv.slice(2);
if (target !== '' && kind === 'directory') {
  await writeDirectory(await productionFiles(root), resolve(target));
  await fillCompileCache(root, join(resolve(target), COMPILE_CACHE));
} else if (target !== '' && kind === 'aws-distribution') {
  await writeDirectory(await awsDistributionFiles(root), resolve(target));
  await fillCompileCache(root, join(resolve(target), COMPILE_CACHE), WITH_DISTRIBUTION);
} else if (target !== '' && kind === 'zip') await writeZip(await productionFiles(root), resolve(target));
else {
  console.error('usage: node dist/scripts/package/main.js directory|aws-distribution PATH | zip FILE');
  process.exitCode = 2;
}

async function writeDirectory(files: readonly string[], directory: string): Promise<void> {
  let bytes = 0;
  for (const file of files) {
    const to = join(directory, file);
    await mkdir(dirname(to), { recursive: true });
    await copyFile(join(root, file), to);
    bytes += (await stat(to)).size;
  }
  console.log(`${files.length} files, ${megabytes(bytes)} MB in ${directory}`);
}

async function writeZip(files: readonly string[], file: string): Promise<void> {
  const entries: ZipEntry[] = [{ name: 'main.js', bytes: Buffer.from(ENTRY) }];
  for (const name of files) entries.push({ name, bytes: await readFile(join(root, name)) });
  const unzipped = entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const zip = zipOf(entries);
  if (zip.length > MOST_ZIPPED || unzipped > MOST_UNZIPPED)
    throw new Error('the package is larger than AgentCore takes');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, zip);
  console.log(
    `${file}: ${entries.length} files, ${megabytes(zip.length)} MB of 250, ${megabytes(unzipped)} MB of 750 unzipped`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}
