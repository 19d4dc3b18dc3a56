import { afterEach, describe, expect, it } from 'vitest';

import { CentralOpsError } from '../../../src/domain/errors.js';
import { answerOf, question } from './support/accounts.js';
import { RUN_SCRIPT_TOOL } from './support/mcp-server.js';
import { ONE, setUp, tearDown, TWO, what } from './support/set-up.js';

describe('the tools of an AWS MCP server', () => {
  afterEach(tearDown);

  it('lists tools once per endpoint, whichever account asks', async () => {
    const { server, tools } = await setUp({ tools: [{ ...RUN_SCRIPT_TOOL, annotations: { readOnlyHint: false } }] });
    const options = { signal: new AbortController().signal };

    const first = await tools.list(question(ONE).account, options);
    await tools.list(question(TWO).account, options);

    expect(first).toEqual([
      {
        name: 'aws___run_script',
        description: 'Runs a script',
        inputSchema: expect.objectContaining({ type: 'object', properties: { code: { type: 'string' } } }),
        readOnlyHint: false,
      },
    ]);
    expect(what(server).filter((name) => name === 'tools/list')).toHaveLength(1);
  });

  it('says what a server without the tool offers', async () => {
    const { tools, ask } = await setUp({
      tools: [{ name: 'aws___list_regions', description: 'Regions', inputSchema: { type: 'object' } }],
      answer: () => ({ rpcError: { code: -32602, message: 'Unknown tool: aws___run_script' } }),
    });

    const reply = await ask();

    expect(reply.outcomes[0]).toMatchObject({
      kind: 'failed',
      code: 'tool-missing',
      message: expect.stringContaining('aws___list_regions'),
    });
    await expect(tools.list(question(ONE).account, { signal: new AbortController().signal })).rejects.toMatchObject({
      code: 'tool-missing',
      facts: { offered: ['aws___list_regions'] },
    });
  });

  it('polls a script that became a task, with the argument that the tool names', async () => {
    let polls = 0;
    const { server, ask } = await setUp({
      tools: [
        RUN_SCRIPT_TOOL,
        {
          name: 'aws___get_tasks',
          description: 'Tasks',
          inputSchema: { type: 'object', properties: { taskIds: { type: 'array', items: { type: 'string' } } } },
        },
      ],
      answer: (request) => {
        if (request.params['name'] === 'aws___run_script')
          return { content: [], structuredContent: { status: 'working', task_id: 'task-7' } };
        polls += 1;
        if (polls < 3) return { content: [], structuredContent: { tasks: [{ task_id: 'task-7', status: 'working' }] } };
        const done = answerOf(request.keyId);
        return {
          content: [],
          structuredContent: {
            tasks: [{ task_id: 'task-7', status: 'completed', result: done['structuredContent'] ?? null }],
          },
        };
      },
    });

    const reply = await ask();

    expect(reply.rowSets[0]?.rows[0]?.cells).toEqual(['AKIAONE']);
    expect(server.seen.at(-1)?.params).toMatchObject({ name: 'aws___get_tasks', arguments: { taskIds: ['task-7'] } });
  });

  it('calls nothing that the policy does not prove again', async () => {
    const { server, ask } = await setUp(
      {},
      {
        proveReadOnly: (call) => {
          throw new CentralOpsError('refused', `${call.operation} is not a proven read.`);
        },
      },
    );

    expect((await ask()).outcomes[0]).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('ListThings is not a proven read.'),
    });
    expect(server.seen).toEqual([]);
  });

  it.each([
    ['an error result', { isError: true, content: [{ type: 'text', text: 'boom' }] }, 'tool-refused', 'boom'],
    [
      'a failed script',
      { content: [{ type: 'text', text: '{"status":"error","stdout":"","stderr":"Traceback\\nKeyError: 1"}' }] },
      'tool-refused',
      'KeyError: 1',
    ],
    ['text instead of JSON', { content: [{ type: 'text', text: 'hello' }] }, 'tool-reply-invalid', 'documented form'],
    [
      'copies that differ',
      {
        content: [{ type: 'text', text: '{"status":"success","return_value":1}' }],
        structuredContent: { status: 'success', return_value: 2 },
      },
      'tool-reply-invalid',
      'differ',
    ],
  ])('does not believe %s', async (_name, result, code, message) => {
    const { ask } = await setUp({ answer: () => result });

    expect((await ask()).outcomes[0]).toMatchObject({
      kind: 'failed',
      code,
      message: expect.stringContaining(message),
    });
  });
});
