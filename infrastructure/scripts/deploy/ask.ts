import { type BedrockAgentCoreClient, InvokeAgentRuntimeCommand } from '@aws-sdk/client-bedrock-agentcore';
import { z } from 'zod';

const answer = z.looseObject({
  status: z.string(),
  response: z.string().default(''),
  coverage: z.looseObject({ line: z.string().optional() }).optional(),
  error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
});

/** What of the answer object the verification looks at. */
export type AgentAnswer = z.infer<typeof answer>;

export interface AskedAgent {
  readonly client: BedrockAgentCoreClient;
  readonly runtimeArn: string;
  readonly sessionId: string;
}

/** One `POST /invocations` through AgentCore, on the endpoint that deploy-agent made. */
export async function ask(
  { client, runtimeArn, sessionId }: AskedAgent,
  body: object,
  signal: AbortSignal,
): Promise<AgentAnswer> {
  const command = new InvokeAgentRuntimeCommand({
    agentRuntimeArn: runtimeArn,
    qualifier: 'production',
    runtimeSessionId: sessionId,
    contentType: 'application/json',
    accept: 'application/json',
    payload: new TextEncoder().encode(JSON.stringify(body)),
  });
  const { response } = await client.send(command, { abortSignal: signal });
  return answer.parse(JSON.parse((await response?.transformToString()) ?? ''));
}
