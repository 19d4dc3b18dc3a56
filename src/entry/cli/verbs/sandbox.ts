import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfiguration } from '../../../config.js';
import { temporaryDirectory } from '../../../files/temporary-directory.js';
import { parseFaults, parseLatency } from '../../../sandbox/options.js';
import { startSandbox } from '../../../sandbox/sandbox.js';
import type { SettingName } from '../../../settings.js';
import { EXIT } from '../exit-code.js';
import { withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { untilAborted } from './serve.js';

interface SandboxFlags {
  readonly accounts?: string;
  readonly seed?: string;
  readonly latency?: string;
  readonly port?: string;
  readonly faults?: string;
  readonly truth?: string;
}

/** `central-ops sandbox`: the sandbox on its own, until Ctrl-C. Its standard output is ready for `eval` or `source`. */
export const sandbox: Verb = (program, run) => {
  const command = program
    .command('sandbox')
    .description('run an AWS organization on loopback and print the variables that lead to it')
    .option('--accounts <number>', 'how many accounts it has (10)')
    .option('--seed <number>', 'the number that it is generated from (1)')
    .option('--latency <list>', 'delays in ms: sts=80,session=100,script=600')
    .option('--port <number>', 'the port to listen on (a free one)')
    .option('--faults <list>', 'faults: ACCOUNT:SERVICE:OUTCOME,…')
    .option('--truth <file>', 'write what the accounts really contain to this file, as JSON');
  withCommonOptions(command).action((flags: SandboxFlags) =>
    run(async (terminal) => {
      const { sandbox: settings, port } = await loadConfiguration({ door: 'command-line', flags: settingsOf(flags) });
      const directory = await temporaryDirectory('sandbox');
      const started = await startSandbox({
        accounts: settings?.accounts ?? 10,
        seed: settings?.seed ?? 1,
        port: flags.port === undefined ? 0 : port,
        ...(settings?.latency === undefined ? {} : { latency: parseLatency(settings.latency) }),
        ...(settings?.faults === undefined ? {} : { faults: parseFaults(settings.faults) }),
      });
      try {
        const registry = join(directory, 'accounts.json');
        await writeFile(registry, `${JSON.stringify(started.registry(), undefined, 2)}\n`, { mode: 0o600 });
        const agents = join(directory, 'agents.json');
        await writeFile(agents, `${JSON.stringify(started.agents.registry(), undefined, 2)}\n`, { mode: 0o600 });
        if (flags.truth !== undefined) {
          await writeFile(flags.truth, `${JSON.stringify(started.truth(), undefined, 2)}\n`);
        }
        const variables = {
          ...started.variables(),
          ACCOUNT_REGISTRY: registry,
          CENTRAL_OPS_AGENT_REGISTRY: agents,
          CENTRAL_OPS_INVOKE_AGENTS: 'listed',
        };
        terminal.out(
          Object.entries(variables)
            .map(([name, value]) => `export ${name}='${value}'\n`)
            .join(''),
        );
        terminal.err(`The sandbox answers on ${started.url} until Ctrl-C.\n`);
        await untilAborted(terminal.signal);
      } finally {
        await started.close();
        await rm(directory, { recursive: true, force: true });
      }
      return EXIT.complete;
    }),
  );
};

function settingsOf(flags: SandboxFlags): Readonly<Partial<Record<SettingName, string>>> {
  return {
    CENTRAL_OPS_SANDBOX: '1',
    ...(flags.accounts === undefined ? {} : { CENTRAL_OPS_SANDBOX_ACCOUNTS: flags.accounts }),
    ...(flags.seed === undefined ? {} : { CENTRAL_OPS_SANDBOX_SEED: flags.seed }),
    ...(flags.latency === undefined ? {} : { CENTRAL_OPS_SANDBOX_LATENCY: flags.latency }),
    ...(flags.faults === undefined ? {} : { CENTRAL_OPS_SANDBOX_FAULTS: flags.faults }),
    ...(flags.port === undefined ? {} : { PORT: flags.port }),
  };
}
