import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { thirdPartyNotices } from './third-party-notices.js';

/** Where the bundle is, from the package's root. All of its files are in one folder, as the URLs between them expect. */
export const BUNDLE = 'dist/bundle';

/** Finds a file of its own beside its code, and therefore stays a package. */
export const OUTSIDE = ['@micropython/micropython-webassembly-pyscript'] as const;

/** What Node starts: the program, its threads and processes, and what is loaded before it. */
const STARTED = {
  main: 'dist/src/entry/cli/main.js',
  'run-thread': 'dist/src/entry/http/worker/run-thread.js',
  'interpreter-process': 'dist/src/sandbox/interpreter-process.js',
  'aws-distribution': 'dist/src/entry/observability/aws.js',
};

/** CommonJS packages ask for Node's own modules with `require`, which ES modules lack. */
const REQUIRE = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`;

/**
 * Bundles the compiled program and the packages that it uses: 1,160 files that Node would look for and open one by one become
 * some 200, of which a start reads a few. What is imported on first use stays in files of its own. Names are kept and nothing is
 * minified, so that a stack still tells where it came from.
 */
export async function bundleProgram(root: string): Promise<void> {
  const outdir = join(root, BUNDLE);
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: STARTED,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // As ES modules where a package has them: those keep their names when they are imported on first use.
    mainFields: ['module', 'main'],
    keepNames: true,
    // Their texts are in the notices, once each.
    legalComments: 'none',
    banner: { js: REQUIRE },
    external: [...OUTSIDE, 'pg-native'],
    metafile: true,
    logLevel: 'warning',
  });
  refuseNameless(metafile);
  await writeFile(join(outdir, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices(root, Object.keys(metafile.inputs)));
}

/** `import()` of a CommonJS file gives its names in Node and only a default in a bundle: found here instead of in use. */
function refuseNameless({ inputs }: Metafile): void {
  const wrong = Object.entries(inputs).flatMap(([file, { imports }]) =>
    imports
      .filter(({ kind, path }) => kind === 'dynamic-import' && inputs[path]?.format === 'cjs')
      .map(({ path }) => `${file} imports ${path}`),
  );
  if (wrong.length > 0) throw new Error(`CommonJS imported on first use loses its names:\n${wrong.join('\n')}`);
}
