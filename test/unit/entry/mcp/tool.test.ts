import { EventEmitter, once } from 'node:events';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { defineTool, type ToolContext, type ToolResult } from '../../../../src/entry/mcp/tool.js';
import { recordingLogger } from '../../nodes/support/state.js';
import { CALLER, connect } from './support/connect.js';

const outputSchema = z.object({ shouted: z.string() });

function shout(
  run: (text: string, context: ToolContext) => Promise<ToolResult<z.output<typeof outputSchema>>> = (text) =>
    Promise.resolve({ text: `**${text}!**`, structured: { shouted: `${text}!` } }),
) {
  return defineTool({
    name: 'shout',
    title: 'Shout',
    description: 'Shouts.',
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    inputSchema: z.strictObject({
      text: z.string().describe('what to shout'),
      times: z.array(z.int()).optional(),
    }),
    outputSchema,
    run: ({ text }, context) => run(text, context),
  });
}

const CONTEXT: ToolContext = {
  caller: CALLER,
  signal: new AbortController().signal,
  progress: () => undefined,
  elicit: { confirm: undefined, openPage: undefined },
};

const call = (given: unknown, tool = shout()) => tool.call(given, CONTEXT, recordingLogger().logger);

function failed(text: string) {
  return { content: [{ type: 'text', text }], isError: true };
}

describe('a defined tool', () => {
  it('is listed with its schemas as JSON Schema and its title in both places', () => {
    const { listing } = shout();

    expect(listing).toEqual({
      name: 'shout',
      title: 'Shout',
      description: 'Shouts.',
      annotations: {
        title: 'Shout',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
      inputSchema: {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        properties: {
          text: { type: 'string', description: 'what to shout' },
          times: {
            type: 'array',
            items: { type: 'integer', minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991 },
          },
        },
        required: ['text'],
        additionalProperties: false,
      },
      outputSchema: {
        $schema: 'http://json-schema.org/draft-07/schema#',
        type: 'object',
        properties: { shouted: { type: 'string' } },
        required: ['shouted'],
        additionalProperties: false,
      },
    });
  });

  it('answers with Markdown and structured content', async () => {
    expect(await call({ text: 'hey' })).toEqual({
      content: [{ type: 'text', text: '**hey!**' }],
      structuredContent: { shouted: 'hey!' },
    });
  });

  it('names the place of everything that is wrong with the arguments', async () => {
    expect(await call({ text: 7, times: [1, 'two'], txet: 'a', __proto__: null })).toEqual(
      failed(
        'The arguments of shout are not right:\n' +
          '- text: Invalid input: expected string, received number\n' +
          '- times[1]: Invalid input: expected number, received string\n' +
          '- txet: there is no such argument; the nearest is text\n' +
          'Nothing was done. Correct them and call it again.',
      ),
    );
  });

  it('takes no argument that would change prototypes', async () => {
    const given: unknown = JSON.parse('{"text": "a", "__proto__": {"polluted": true}, "constructor": {}}');

    const { content, isError } = await call(given);

    expect({ content, isError }).toEqual(
      failed(
        'The arguments of shout are not right:\n' +
          '- __proto__: there is no such argument; it takes text, times\n' +
          '- constructor: there is no such argument; it takes text, times\n' +
          'Nothing was done. Correct them and call it again.',
      ),
    );
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('reports a failure with its next step', async () => {
    const tool = shout(() =>
      Promise.reject(
        new CentralOpsError('unknown-account', 'There is no account "prod"', { nextStep: 'Name another.' }),
      ),
    );

    expect(await call({ text: 'a' }, tool)).toEqual(failed('There is no account "prod". Name another.'));
  });

  it('says which tool signs in when nobody is', async () => {
    const tool = shout(() => Promise.reject(new CentralOpsError('sign-in-needed', 'Nobody is signed in.')));

    expect(await call({ text: 'a' }, tool)).toEqual(
      failed(
        'AWS SSO: Authentication Required. Use the `aws_sso_login` tool, where it is listed, if the person wants to sign in now: ' +
          'only they can approve it.\n\nNobody is signed in.',
      ),
    );
  });

  it('keeps secrets out of what it reports', async () => {
    const tool = shout(() => Promise.reject(new Error('refused: aws_secret_access_key=abcdefghijklmnop')));

    expect(await call({ text: 'a' }, tool)).toEqual(
      failed('An unexpected error: refused: aws_secret_access_key=[redacted]'),
    );
  });

  it('shows unseen characters of structured content', async () => {
    const { structuredContent } = await call({ text: 'a\u200bb\u{e0041}\n' });

    expect(structuredContent).toEqual({ shouted: 'a\\u200bb\\udb40\\udc41\n!' });
  });
});

describe('the server', () => {
  it('says who it is and lists its tools', async () => {
    const { client } = await connect({ tools: [shout()] });

    expect(client.getServerVersion()).toEqual({ name: 'central-ops', title: 'Central Ops', version: '1.2.3' });
    expect((await client.listTools()).tools).toEqual([shout().listing]);
  });

  it('names the nearest tool when there is none of a name', async () => {
    const { client } = await connect({ tools: [shout()] });

    await expect(client.callTool({ name: 'shuot', arguments: {} })).rejects.toMatchObject({
      code: -32_602,
      message: 'MCP error -32602: MCP error -32602: there is no tool "shuot"; the nearest is shout',
    });
    await expect(client.callTool({ name: 'constructor', arguments: {} })).rejects.toMatchObject({ code: -32_602 });
  });

  it('sends growing progress to who asks for it', async () => {
    const tool = shout(async (text, { progress }) => {
      progress({ done: 0, total: 2, message: 'one' });
      progress({ done: 0, total: 2, message: 'two' });
      progress({ done: 2, total: 2, message: 'done' });
      await Promise.resolve();
      return { text, structured: { shouted: text } };
    });
    const { client } = await connect({ tools: [tool] });
    const seen: unknown[] = [];

    await client.callTool({ name: 'shout', arguments: { text: 'a' } }, undefined, {
      onprogress: (progress) => seen.push(progress),
    });
    await client.callTool({ name: 'shout', arguments: { text: 'a' } });

    expect(seen).toEqual([
      { progress: 0, total: 2, message: 'one' },
      { progress: 1 / 1024, total: 2, message: 'two' },
      { progress: 2, total: 2, message: 'done' },
    ]);
  });

  it('aborts a call that the client cancels', async () => {
    const events = new EventEmitter();
    const started = once(events, 'started');
    const aborted = once(events, 'aborted');
    const tool = shout((_text, { signal }) => {
      signal.addEventListener('abort', () => events.emit('aborted', 'by the client'));
      events.emit('started');
      return new Promise(() => undefined);
    });
    const { client } = await connect({ tools: [tool] });
    const cancel = new AbortController();

    const called = client.callTool({ name: 'shout', arguments: { text: 'a' } }, undefined, { signal: cancel.signal });
    await started;
    cancel.abort('enough');

    await expect(called).rejects.toThrow('enough');
    expect(await aborted).toEqual(['by the client']);
  });

  it('lets a tool ask the person where the client can', async () => {
    const asked: unknown[] = [];
    const tool = shout(async (text, { elicit }) => {
      asked.push([elicit.confirm === undefined, elicit.openPage === undefined]);
      return { text, structured: { shouted: String(await elicit.confirm?.(text)) } };
    });
    const without = await connect({ tools: [tool] });
    const { client } = await connect({ tools: [tool] }, { elicitation: { form: {} } });
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      asked.push(params);
      return { action: 'decline' };
    });

    const alone = await without.client.callTool({ name: 'shout', arguments: { text: 'run it?' } });
    const answered = await client.callTool({ name: 'shout', arguments: { text: 'run it?' } });

    expect(alone.structuredContent).toEqual({ shouted: 'undefined' });
    expect(answered.structuredContent).toEqual({ shouted: 'decline' });
    expect(asked).toEqual([
      [true, true],
      [false, true],
      { mode: 'form', message: 'run it?', requestedSchema: { type: 'object', properties: {} } },
    ]);
  });
});
