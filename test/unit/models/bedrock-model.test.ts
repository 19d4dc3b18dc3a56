import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createBedrockModel } from '../../../src/models/bedrock-model.js';
import { EVERYBODY } from '../../../src/accounts/access.js';
import { NOTHING_ALLOWED } from '../../../src/ec2-exec/allow-list.js';
import { NO_MODEL_USAGE } from '../../../src/domain/model-usage.js';
import { createDependencies } from '../../../src/dependencies.js';
import { createHome } from '../support/config-home.js';

const noFetch = (): Promise<Response> => Promise.reject(new Error('nothing may be sent'));

describe('createBedrockModel', () => {
  it('loads LangChain’s package with the first question and not before', async () => {
    const load = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('not installed')));
    const model = createBedrockModel({ modelId: 'm', region: 'us-east-1', fetch: noFetch, load });
    const loadedBefore = load.mock.calls.length;

    const asked = model.ask(
      { name: 'x', shape: z.object({}), system: '', prompt: '', maxOutputTokens: 1 },
      { signal: new AbortController().signal },
    );

    await expect(asked).rejects.toMatchObject({
      code: 'unreachable',
      message: 'm (Amazon Bedrock, us-east-1) did not answer: not installed (Error).',
    });
    expect([loadedBefore, load.mock.calls.length]).toEqual([0, 1]);
  });

  it('rejects with the signal’s own reason', async () => {
    const model = createBedrockModel({ modelId: 'm', region: 'us-east-1', fetch: noFetch });
    const reason = new Error('enough');

    const asked = model.ask(
      { name: 'x', shape: z.object({}), system: '', prompt: '', maxOutputTokens: 1 },
      { signal: AbortSignal.abort(reason) },
    );

    await expect(asked).rejects.toBe(reason);
  });
});

describe('createDependencies', () => {
  it.each([
    [{}, undefined],
    [{ CENTRAL_OPS_MODEL: 'bedrock:us.example.model-1:0', CENTRAL_OPS_BUDGET_MODEL_CALLS: '3' }, 3],
  ])('has with %j a model that may be asked %s times', async (environment, calls) => {
    const home = await createHome();
    const dependencies = createDependencies(await home.load({ environment }), {
      log: () => {},
      auditName: 'test',
      access: EVERYBODY,
      ec2Allow: NOTHING_ALLOWED,
    });

    expect(dependencies.meter?.(NO_MODEL_USAGE).callsLeft).toBe(calls);

    await dependencies.close();
    await home.remove();
  });
});
