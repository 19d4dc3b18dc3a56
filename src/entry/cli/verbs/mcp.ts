import { z } from 'zod';
import type { Composition } from '../../../compose.js';
import { assembleMcp } from '../../mcp/assemble.js';
import { serveStdio } from '../../mcp/stdio.js';
import { EXIT } from '../exit-code.js';
import { parseCommonOptions, withCommonOptions } from '../options.js';
import type { Verb } from '../program.js';
import { operatingSystemUser, withComposition } from './run.js';

const shape = z.object({ allowMutations: z.boolean().default(false) });

/** `central-ops mcp`: our MCP server, for an assistant on this machine (stdio) or over HTTP. */
export const mcp: Verb = (program, run) => {
  const command = program
    .command('mcp')
    .description('serve the Model Context Protocol on standard input and output')
    .option('--allow-mutations', 'let aws_sso_exec_command run commands that change something, too');
  withCommonOptions(command).action((options: unknown) =>
    run(async (terminal) => {
      const common = parseCommonOptions(options);
      const { allowMutations } = shape.parse(options);
      const serve = async (composition: Composition): Promise<number> => {
        const assembled = assembleMcp(composition, { forOnePerson: true });
        try {
          await serveStdio({
            ...terminal.protocol(),
            connect: assembled.connect,
            caller: operatingSystemUser(),
            clock: composition.clock,
            signal: terminal.signal,
          });
        } finally {
          assembled.close();
        }
        return EXIT.complete;
      };
      return withComposition(common, terminal, serve, { allowMutations });
    }),
  );
};
