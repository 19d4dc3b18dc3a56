import type { Json, JsonObject } from '../../domain/json.js';

/** One call of a tool, as a model makes it. */
export interface ScriptedCall {
  readonly name: string;
  /** What the tool is given. Not an object, or text that is no JSON (`malformed`): what models do when they are confused. */
  readonly input: Json;
  /** Sent instead of `input`, as it is. */
  readonly malformed?: string;
}

/** What the scripted model does when it is asked. */
export type ModelTurn =
  | ((
      | { readonly kind: 'text'; readonly text: string }
      | { readonly kind: 'calls'; readonly calls: readonly ScriptedCall[]; readonly text?: string }
      /** Ends for another reason than being done: `refusal`, `guardrail_intervened`, `content_filtered`, `max_tokens`. */
      | { readonly kind: 'stopped'; readonly reason: string; readonly text?: string; readonly call?: ScriptedCall }
    ) & {
      readonly inputTokens?: number;
      readonly outputTokens?: number;
      /** `stalled` goes quiet halfway, `cut` loses its connection halfway. */
      readonly ending?: 'stalled' | 'cut';
    })
  /** `midway`: the stream has begun well, and then carries the error. */
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly type: string;
      readonly message: string;
      readonly midway?: boolean;
    };

/** A request to the model as it arrived. */
export interface ModelRequest {
  readonly modelId: string;
  /** ConverseStream. */
  readonly streamed: boolean;
  readonly body: JsonObject;
  readonly bytes: number;
}

/** Turns in their order, or what decides on each. */
export type ModelScript = readonly ModelTurn[] | ((request: ModelRequest) => ModelTurn);

/** A model that plays a script and keeps what it was asked. */
export interface ScriptedModel {
  readonly requests: readonly ModelRequest[];
  turn(request: ModelRequest): ModelTurn;
}

/** Absent script, or one that is played to its end: an error that says so. */
export function createScriptedModel(script: ModelScript | undefined): ScriptedModel {
  const requests: ModelRequest[] = [];
  return {
    requests,
    turn(request) {
      requests.push(request);
      if (script === undefined) {
        return failed(404, 'ResourceNotFoundException', 'The sandbox has no script for a model.');
      }
      const turn = typeof script === 'function' ? script(request) : script[requests.length - 1];
      return turn ?? failed(500, 'InternalServerException', 'The script of the sandbox has no further turn.');
    },
  };
}

function failed(status: number, type: string, message: string): ModelTurn {
  return { kind: 'error', status, type, message };
}
