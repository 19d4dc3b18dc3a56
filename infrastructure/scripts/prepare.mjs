// Builds after `npm ci`, so that `npm run central-ops` works without a step that a person has to know about.
// Where there is nothing to build with or from (`npm ci --omit=dev`, a container layer that installs before the
// sources are copied) it leaves quietly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
let compiler;
try {
  compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
} catch {
  compiler = undefined;
}
if (compiler !== undefined && existsSync('tsconfig.build.json') && existsSync('src')) {
  const build = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
  process.exitCode = build.status ?? 1;
}
