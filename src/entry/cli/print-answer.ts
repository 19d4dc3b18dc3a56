import type { Answer } from '../../domain/answer.js';
import { inertJson, inertLine } from '../../results/inert.js';
import { renderCsv } from '../../results/render-csv.js';
import { agentsText } from '../../results/render-agents.js';
import { leadOf } from '../../results/render-markdown.js';
import { ON_A_TERMINAL, renderText, WHOLE } from '../../results/render-text.js';
import type { OutputFormat } from './options.js';
import type { Terminal } from './terminal.js';

/** Writes the answer to stdout in the format asked for; what stdout's format cannot say goes to stderr. */
export function printAnswer(answer: Answer, format: OutputFormat, terminal: Terminal): void {
  switch (format) {
    case 'json':
      terminal.out(`${inertJson(JSON.stringify(answer, undefined, 2))}\n`);
      return;
    case 'markdown':
      terminal.out(`${answer.response}\n`);
      return;
    case 'csv':
      if (answer.tables.length > 0) terminal.out(renderCsv(answer.tables));
      terminal.err(`${statusLines(answer)}\n`);
      return;
    case 'text': {
      const size = terminal.outIsTerminal ? ON_A_TERMINAL : WHOLE;
      if (answer.agents !== undefined) {
        terminal.out(`${agentsText(answer.agents)}\n`);
        terminal.err(`\n${footer(answer)}\n`);
        return;
      }
      const computed = answer.coverage !== undefined || answer.tables.length > 0;
      terminal.out(
        computed ? `${renderText(answer, leadOf(answer.response).join('\n\n'), size)}\n` : `${planText(answer)}\n`,
      );
      if (computed) terminal.err(`\n${footer(answer)}\n`);
      return;
    }
    default:
      format satisfies never;
  }
}

function planText(answer: Answer): string {
  const plan = answer.plan?.calls.map((call) => {
    const params = Object.keys(call.params).length === 0 ? '' : ` ${JSON.stringify(call.params)}`;
    const each = call.forEach === undefined ? '' : ` for each ${call.forEach.path} of ${call.forEach.call}`;
    return `  ${call.id}  ${call.service} ${call.operation}${params}${each}  [${call.regions.join(', ')}]`;
  });
  // Lines of the response are meant; whatever a question or an error text brought along besides is not.
  const response = answer.response.split('\n').map((line) => inertLine(line));
  return [
    ...response,
    ...(plan ?? []).map((line) => inertLine(line)),
    ...answer.warnings.map((warning) => `Note: ${inertLine(warning)}`),
  ].join('\n');
}

function statusLines(answer: Answer): string {
  const lines = [answer.coverage === undefined ? answer.response : `Coverage: ${answer.coverage.line}.`];
  for (const failure of answer.coverage?.failures ?? []) {
    lines.push(
      `${failure.outcome}: ${failure.accountName} (${failure.accountId}) ${failure.region} ${failure.call}: ${failure.message}`,
    );
  }
  return [...lines, ...answer.warnings].map((line) => inertLine(line)).join('\n');
}

function footer(answer: Answer): string {
  const seconds = (answer.usage.millis / 1000).toFixed(1);
  return `${answer.status} · ${answer.usage.apiCalls} API calls · ${seconds} s · run ${answer.runId}`;
}
