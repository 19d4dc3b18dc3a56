/**
 * What a command "does" on an instance of the sandbox. Nothing is run: a few programs are known, and say the same
 * every time. It is no shell either: words are split at spaces, and `&&` and lines are all that it knows of a script.
 */

/** The machine that is pretended. */
export interface PretendedHost {
  readonly name: string;
  readonly privateIp: string | null;
}

export interface PretendedRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
  /** How long it takes. */
  readonly seconds: number;
  /** An agent that hangs does not end it at its limit either. */
  readonly hangs: boolean;
}

const NOT_FOUND = 127;
const LONGEST_SEQUENCE = 1_000_000;

/** Runs a script: each line after the other; `&&` goes on after a success alone. The exit code is that of the last command. */
export function pretend(script: string, host: PretendedHost): PretendedRun {
  let run: PretendedRun = { stdout: '', stderr: '', exitCode: 0, seconds: 0, hangs: false };
  for (const line of script.split('\n')) {
    for (const command of line.split('&&')) {
      const words = command.split(' ').filter((word) => word !== '');
      if (words.length === 0) continue;
      const { ends, ...step } = perform(words, host);
      run = {
        stdout: run.stdout + (step.stdout ?? ''),
        stderr: run.stderr + (step.stderr ?? ''),
        exitCode: step.exitCode ?? 0,
        seconds: run.seconds + (step.seconds ?? 0),
        hangs: step.hangs ?? false,
      };
      if (ends === true) return run;
      if (run.exitCode !== 0) break;
    }
  }
  return run;
}

type Step = Partial<PretendedRun> & { readonly ends?: true };

function perform([program = '', ...parameters]: readonly string[], host: PretendedHost): Step {
  const number = Number(parameters[0] ?? '0');
  switch (program) {
    case 'uptime':
      return { stdout: ' 06:21:47 up 37 days, 18:07,  0 users,  load average: 0.86, 0.78, 0.79\n' };
    case 'hostname':
      return { stdout: `${host.privateIp === null ? host.name : `ip-${host.privateIp.replaceAll('.', '-')}`}\n` };
    case 'df':
      return {
        stdout:
          'Filesystem      Size  Used Avail Use% Mounted on\n/dev/root        97G   11G   87G  11% /\n/dev/nvme1n1     16T   12T  3.6T  77% /data\n',
      };
    case 'echo':
      return { stdout: `${parameters.join(' ')}\n` };
    case 'warn':
      return { stderr: `${parameters.join(' ')}\n` };
    case 'seq':
      return { stdout: sequence(number) };
    case 'sleep':
      return { seconds: number };
    case 'hang':
      return { seconds: Number.POSITIVE_INFINITY, hangs: true, ends: true };
    case 'exit':
      return { exitCode: number, ends: true };
    default:
      return { stderr: `sh: 1: ${program}: not found\n`, exitCode: NOT_FOUND };
  }
}

function sequence(last: number): string {
  const count = Math.min(Math.max(last, 0), LONGEST_SEQUENCE);
  return Array.from({ length: count }, (_, index) => `${String(index + 1)}\n`).join('');
}
