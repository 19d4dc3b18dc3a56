import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/**
 * The layers of the design (entry → compose → graphs → nodes → adapters → network, telemetry → domain) as a table: what
 * each place may import. `*` stands for everything beneath it. The first row that a file matches is its own.
 */
const ARROWS: readonly (readonly [place: string, ...mayImport: string[]])[] = [
  ['src/domain/*', 'src/domain/*'],
  ['src/network/*', 'src/network/*', 'src/domain/*'],
  ['src/telemetry/*', 'src/telemetry/*', 'src/domain/*'],
  ['src/files/*', 'src/files/*', 'src/domain/*'],
  ['src/postgres/*', 'src/postgres/*', 'src/domain/*'],
  // What every client of AWS's SDK shares.
  ['src/aws/*', 'src/aws/*', 'src/network/*', 'src/telemetry/*', 'src/domain/*'],
  // Adapters do not know each other: what one needs of another is passed in. A model planner writes prompts, and knows the
  // seam that models are asked through.
  [
    'src/planning/*',
    'src/planning/*',
    'src/models/model.ts',
    'prompts/*',
    'src/network/*',
    'src/telemetry/*',
    'src/domain/*',
  ],
  // Agents are chosen by a model where there is one.
  [
    'src/agents/*',
    'src/agents/*',
    'src/models/model.ts',
    'prompts/*',
    'src/aws/*',
    'src/files/*',
    'src/postgres/*',
    'src/network/*',
    'src/telemetry/*',
    'src/domain/*',
  ],
  ...[
    'tools',
    'credentials',
    'results',
    'accounts',
    'models',
    'identity-center',
    'assistants',
    'checkpoints',
    'approvals',
    'command',
  ].map((adapter): [string, ...string[]] => [
    `src/${adapter}/*`,
    `src/${adapter}/*`,
    'src/aws/*',
    'src/files/*',
    'src/postgres/*',
    'src/network/*',
    'src/telemetry/*',
    'src/domain/*',
  ]),
  // A small service of its own, beside the graph's: what a command needs of other adapters is passed in.
  [
    'src/ec2-exec/*',
    'src/ec2-exec/*',
    'src/approvals/*',
    'src/results/inert.ts',
    'src/aws/*',
    'src/network/*',
    'src/telemetry/*',
    'src/domain/*',
  ],
  ['src/doctor/*', 'src/doctor/*', 'src/tools/account-tools.ts', 'src/network/*', 'src/domain/*'],
  ['prompts/*', 'prompts/*', 'src/domain/*'],
  [
    'src/nodes/*',
    'src/nodes/*',
    'src/results/*',
    'src/tools/account-tools.ts',
    'src/models/model.ts',
    'src/approvals/*',
    'src/planning/planner.ts',
    'prompts/*',
    'src/domain/*',
  ],
  ['graphs/index.ts', 'graphs/*', 'src/compose.ts', 'src/config.ts'],
  ['graphs/*', 'graphs/*', 'src/nodes/*', 'src/domain/*'],
  ['src/settings.ts', 'src/domain/*'],
  ['src/traced-nodes.ts', 'graphs/operations.ts', 'src/nodes/*', 'src/domain/*'],
  ['src/watched-operations.ts', 'src/operations.ts', 'src/domain/*'],
  ['src/identifiers.ts', 'src/domain/*'],
  ['src/check-setting.ts', 'src/settings.ts', 'src/domain/*'],
  ['src/config/*', 'src/config/*', 'src/check-setting.ts', 'src/settings.ts', 'src/domain/*'],
  ['src/config.ts', 'src/config/*', 'src/check-setting.ts', 'src/settings.ts', 'src/domain/*'],
  ['src/operations/*', 'graphs/operations.ts', 'src/operations/*', 'src/domain/*'],
  [
    'src/operations.ts',
    'src/operations/*',
    'graphs/operations.ts',
    'src/nodes/*',
    'src/checkpoints/session-locks.ts',
    'src/approvals/*',
    'src/results/*',
    'src/domain/*',
  ],
  // Putting together is what these are for. The sandbox is loaded by `sandbox-target`, and only when it is asked for.
  [
    'src/compose.ts',
    'src/watched-operations.ts',
    'src/traced-nodes.ts',
    'src/telemetry/*',
    'src/dependencies.ts',
    'src/command/*',
    'src/dependencies/*',
    'src/graph-assembly.ts',
    'src/operations.ts',
    'src/config.ts',
    'src/sandbox-target.ts',
    'src/doctor/doctor.ts',
    'src/doctor/agent-doctor.ts',
    'src/nodes/*',
    'src/accounts/*',
    'src/approvals/*',
    'src/ec2-exec/*',
    'src/identity-center/*',
    'src/tools/*',
    'graphs/operations.ts',
    'src/domain/*',
  ],
  [
    'src/sandbox-target.ts',
    'src/sandbox/sandbox.ts',
    'src/sandbox/options.ts',
    'src/dependencies.ts',
    'src/config.ts',
    'src/identity-center/*',
    'src/files/*',
    'src/network/*',
    'src/domain/*',
  ],
  [
    'src/dependencies/*',
    'src/dependencies/*',
    'src/command/*',
    'src/postgres/*',
    'src/config.ts',
    'src/identifiers.ts',
    'src/approvals/*',
    'src/ec2-exec/*',
    'src/checkpoints/*',
    'src/aws/*',
    'src/doctor/*',
    'src/planning/*',
    'src/tools/*',
    'src/credentials/*',
    'src/models/*',
    'src/agents/*',
    'src/results/*',
    'src/accounts/*',
    'src/identity-center/*',
    'src/network/*',
    'src/telemetry/*',
    'src/domain/*',
  ],

  [
    'src/dependencies.ts',
    'src/dependencies/*',
    'src/command/*',
    'src/config.ts',
    'src/identifiers.ts',
    'src/approvals/*',
    'src/ec2-exec/*',
    'src/checkpoints/*',
    'src/aws/*',
    'src/doctor/*',
    'src/planning/*',
    'src/tools/*',
    'src/credentials/*',
    'src/models/*',
    'src/agents/*',
    'src/results/*',
    'src/accounts/*',
    'src/identity-center/*',
    'src/files/*',
    'src/network/*',
    'src/telemetry/*',
    'src/domain/*',
  ],
  [
    'src/planner-assembly.ts',
    'src/nodes/parse-intent.ts',
    'src/planning/*',
    'src/models/model.ts',
    'src/accounts/*',
    'src/domain/*',
  ],
  [
    'src/graph-assembly.ts',
    'src/traced-nodes.ts',
    'src/planner-assembly.ts',
    'graphs/operations.ts',
    'src/approvals/*',
    'src/ec2-exec/*',
    'src/checkpoints/*',
    'src/config.ts',
    'src/dependencies.ts',
    'src/nodes/*',
    'src/planning/*',
    'src/accounts/*',
    'src/agents/*',
    'src/results/*',
    'src/tools/*',
    'src/domain/*',
  ],
  // The sandbox stands where AWS stands: nothing of the product may leak into it.
  ['src/sandbox/*', 'src/sandbox/*', 'src/domain/*'],
  [
    'src/entry/*',
    'src/entry/*',
    'src/identifiers.ts',
    'src/doctor/check.ts',
    'src/files/*',
    'src/check-setting.ts',
    'src/compose.ts',
    'src/operations.ts',
    'src/config.ts',
    'src/settings.ts',
    'src/approvals/*',
    'src/ec2-exec/*',
    'src/results/*',
    'src/identity-center/session.ts',
    'src/identity-center/sign-in/notices.ts',
    'src/identity-center/profiles/*',
    'src/identity-center/aws-config/read-aws-config.ts',
    'src/identity-center/console-link.ts',
    'src/assistants/*',
    'src/telemetry/*',
    'src/network/*',
    'src/identifiers.ts',
    'src/sandbox/*',
    'src/domain/*',
  ],
];

/** `imports` of package.json. */
const SUBPATHS: Readonly<Record<string, string>> = {
  '#interpreter-process': 'src/sandbox/interpreter-process.ts',
  '#package': 'package.json',
};

/** What a file does that its place may not. */
function violations(path: string, source: string): readonly string[] {
  const code = withoutComments(source);
  const row = ARROWS.find(([place]) => matches(place, path));
  if (row === undefined) return [`${path} is in no layer: give it one in this test`];
  const [, ...allowed] = row;
  const found: string[] = [];
  for (const target of importsOf(code)) {
    const file = resolved(path, target);
    if (file === 'package.json') continue;
    if (file === undefined) {
      if (path.startsWith('src/domain/')) found.push(`${path} imports the package ${target}`);
    } else if (!allowed.some((place) => matches(place, file))) found.push(`${path} imports ${file}`);
  }
  if (/\bimport\s*\(\s*(?!['"])/.test(code)) found.push(`${path} imports something that is not written out`);
  if (/\brequire\s*\(/.test(code)) found.push(`${path} requires`);
  if (path !== 'src/config.ts' && readsEnvironment(code)) found.push(`${path} reads the environment`);
  if (!path.startsWith('src/entry/') && /\bconsole\s*(?:\?\.|\.|\[)|from 'node:console'/.test(code)) {
    found.push(`${path} uses the console`);
  }
  return found;
}

function readsEnvironment(code: string): boolean {
  return (
    /\bprocess\s*(?:\?\.|\.)\s*env\b/.test(code) ||
    /\bprocess\s*(?:\?\.)?\[/.test(code) ||
    /\{[^}]*\benv\b[^}]*\}\s*(?:=\s*process\b|from '(?:node:)?process')/.test(code)
  );
}

function importsOf(code: string): readonly string[] {
  const statements = code.matchAll(/^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm);
  const sideEffects = code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm);
  const dynamic = code.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g);
  return [...statements, ...sideEffects, ...dynamic].map(([, target = '']) => target);
}

/** Comments that fill their lines; one behind code is read as code, which can only find too much. */
function withoutComments(source: string): string {
  return source.replaceAll(/^\s*\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** The file that is meant, from the root of the project; undefined for a package. */
function resolved(path: string, target: string): string | undefined {
  if (target.startsWith('#')) return SUBPATHS[target] ?? `${target}, which nobody knows`;
  if (!target.startsWith('.')) return undefined;
  return join(dirname(path), target).replace(/\.js$/, '.ts');
}

function matches(place: string, path: string): boolean {
  return place.endsWith('/*') ? path.startsWith(place.slice(0, -1)) : place === path;
}

describe('the arrows between folders', () => {
  it('point the way that the design says, everywhere', async () => {
    const root = fileURLToPath(new URL('../../..', import.meta.url));
    const folders = await Promise.all(['src', 'graphs', 'prompts'].map((folder) => sourcesIn(join(root, folder))));
    const paths = folders.flat().map((path) => relative(root, path));

    const found = await Promise.all(
      paths.map(async (path) => violations(path, await readFile(join(root, path), 'utf8'))),
    );

    expect(paths.length).toBeGreaterThan(150);
    expect(found.flat()).toEqual([]);
  });

  it.each([
    ['src/domain/plan.ts', "import { z } from 'zod';", 'src/domain/plan.ts imports the package zod'],
    [
      'src/domain/plan.ts',
      "import { x } from '../results/inert.js';",
      'src/domain/plan.ts imports src/results/inert.ts',
    ],
    ['src/network/a.ts', "import { x } from '../telemetry/b.js';", 'src/network/a.ts imports src/telemetry/b.ts'],
    ['src/tools/a.ts', "import type { X } from '../credentials/b.js';", 'src/tools/a.ts imports src/credentials/b.ts'],
    [
      'src/tools/aws-mcp/a.ts',
      "export * from '../../planning/b.js';",
      'src/tools/aws-mcp/a.ts imports src/planning/b.ts',
    ],
    ['src/results/a.ts', "import '../nodes/b.js';", 'src/results/a.ts imports src/nodes/b.ts'],
    ['src/accounts/a.ts', "import {\n  x,\n  y,\n} from '../config.js';", 'src/accounts/a.ts imports src/config.ts'],
    ['src/nodes/a.ts', "import { x } from '../tools/aws-mcp/b.js';", 'src/nodes/a.ts imports src/tools/aws-mcp/b.ts'],
    ['src/nodes/a.ts', "const x = await import('../planning/b.js');", 'src/nodes/a.ts imports src/planning/b.ts'],
    ['src/nodes/a.ts', "type X = import('../planning/b.js').X;", 'src/nodes/a.ts imports src/planning/b.ts'],
    ['src/nodes/a.ts', 'const x = await import(name);', 'src/nodes/a.ts imports something that is not written out'],
    [
      'src/nodes/a.ts',
      'const x = await import(`../${name}`);',
      'src/nodes/a.ts imports something that is not written out',
    ],
    ['src/nodes/a.ts', "const x = require('./b.js');", 'src/nodes/a.ts requires'],
    [
      'graphs/operations.ts',
      "import { x } from '../src/results/b.js';",
      'graphs/operations.ts imports src/results/b.ts',
    ],
    ['prompts/a.ts', "import { x } from '../src/planning/b.js';", 'prompts/a.ts imports src/planning/b.ts'],
    [
      'src/sandbox/a.ts',
      "import { x } from '../tools/aws-mcp/b.js';",
      'src/sandbox/a.ts imports src/tools/aws-mcp/b.ts',
    ],
    ['src/dependencies.ts', "import { x } from './sandbox/b.js';", 'src/dependencies.ts imports src/sandbox/b.ts'],
    [
      'src/tools/a.ts',
      "import x from '#interpreter-process';",
      'src/tools/a.ts imports src/sandbox/interpreter-process.ts',
    ],
    ['src/operations.ts', "import { x } from './entry/cli/b.js';", 'src/operations.ts imports src/entry/cli/b.ts'],
    ['src/entry/http/a.ts', "import { x } from '../../nodes/b.js';", 'src/entry/http/a.ts imports src/nodes/b.ts'],
    ['src/fresh/a.ts', '', 'src/fresh/a.ts is in no layer: give it one in this test'],
    ['src/tools/a.ts', 'const x = process.env;', 'src/tools/a.ts reads the environment'],
    ['src/tools/a.ts', "const x = process?.env['X'];", 'src/tools/a.ts reads the environment'],
    ['src/tools/a.ts', "const x = process['env'];", 'src/tools/a.ts reads the environment'],
    ['src/tools/a.ts', 'const { argv, env } = process;', 'src/tools/a.ts reads the environment'],
    ['src/tools/a.ts', "import { env as e } from 'node:process';", 'src/tools/a.ts reads the environment'],
    ['src/entry/cli/a.ts', 'const x = process.env;', 'src/entry/cli/a.ts reads the environment'],
    ['src/tools/a.ts', "console.log('x');", 'src/tools/a.ts uses the console'],
    ['src/tools/a.ts', "console['log']('x');", 'src/tools/a.ts uses the console'],
  ])('would not let %s do %j', (path, source, violation) => {
    expect(violations(path, source)).toEqual([violation]);
  });

  it.each([
    [
      'src/tools/a.ts',
      "import { x } from '../domain/b.js';\nimport { y } from '../network/c.js';\nimport { z } from 'zod';",
    ],
    ['src/nodes/a.ts', "import type { AccountTools } from '../tools/account-tools.js';"],
    ['src/sandbox-target.ts', "await import('./sandbox/sandbox.js');"],
    ['src/config.ts', 'const x = process.env;'],
    ['src/entry/cli/a.ts', "console.log('x');"],
    [
      'src/domain/a.ts',
      "/**\n * import { x } from '../nodes/b.js';\n */\n// console.log(process.env)\nexport const a = 1;",
    ],
    ['src/tools/a.ts', 'child.spawn(x, { env: {} }); process.stderr.write(y);'],
  ])('lets %s do %j', (path, source) => {
    expect(violations(path, source)).toEqual([]);
  });
});

async function sourcesIn(folder: string): Promise<readonly string[]> {
  // A folder that a later version brings is not missing.
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
