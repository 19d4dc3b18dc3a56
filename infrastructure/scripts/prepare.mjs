// Builds after `npm ci`, so that `npm run central-ops` works without a step that a person has to know about.
// Where there is nothing to build with or from (`npm ci --omit=dev`, a container layer that installs before the
// sources are copied) it leaves quietly.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const able = ['node_modules/typescript', 'node_modules/esbuild', 'tsconfig.build.json', 'src'].every((path) =>
  existsSync(path),
);
if (able) process.exitCode = spawnSync('npm', ['run', '-s', 'build'], { stdio: 'inherit', shell: true }).status ?? 1;
