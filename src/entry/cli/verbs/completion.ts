import { Argument } from 'commander';
import { z } from 'zod';
import { bashScript } from '../completion/bash.js';
import { fishScript } from '../completion/fish.js';
import { programWords } from '../completion/program-words.js';
import { zshScript } from '../completion/zsh.js';
import { EXIT } from '../exit-code.js';
import type { Verb } from '../program.js';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } as const;

const shell = z.enum(['bash', 'zsh', 'fish']);

/** `central-ops completion SHELL`: a script that completes every verb and option. */
export const completion: Verb = (program, run) => {
  program
    .command('completion')
    .description('print a script that completes commands and options in your shell')
    .addArgument(new Argument('<shell>', 'bash: source <(central-ops completion bash)').choices(shell.options))
    .action((name: string) =>
      run((terminal) => {
        terminal.out(SCRIPTS[shell.parse(name)](programWords(program)));
        return Promise.resolve(EXIT.complete);
      }),
    );
};
