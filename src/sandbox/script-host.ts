import { z } from 'zod';
import type { Json, JsonObject } from '../domain/json.js';
import { serviceFault, type FaultTable } from './faults.js';
import type { Principal } from './identity/principal.js';
import type { ScriptResult } from './interpreter/script-result.js';
import type { ScriptRunner } from './interpreter/script-runner.js';
import type { Organization } from './organization/organization.js';
import { AwsFault } from './services/aws-fault.js';
import { callService, type ServiceCall } from './services/call-service.js';
import type { Pager } from './services/paging.js';

/** One call as the tool's answer accounts for it. */
export interface ApiCall {
  readonly service: string;
  readonly operation: string;
  readonly status: 'success' | 'error';
  /** How many items each list of the reply had. */
  readonly n_items?: Readonly<Record<string, number>>;
  readonly error?: string;
}

/** What `aws___run_script` answers. */
export interface ScriptEnvelope extends ScriptResult {
  readonly api_calls: readonly ApiCall[];
}

export interface ScriptHostOptions {
  readonly organization: Organization;
  readonly runner: ScriptRunner;
  readonly faults: FaultTable;
  readonly page: Pager;
  readonly mutated: (call: ServiceCall) => void;
  /** Applies the pretended latency to one call. */
  readonly delayed: (work: () => string) => Promise<string>;
}

/** A script of one identity. */
export interface ScriptRequest {
  readonly principal: Principal;
  readonly code: string;
  /** Where calls go that name no Region. */
  readonly region: string;
  readonly signal: AbortSignal;
}

const callShape = z.tuple([
  z.string().nullable(),
  z.string().nullable(),
  z.string().nullable(),
  z.record(z.string(), z.custom<Json>()).nullable(),
]);

/** Runs scripts and answers their calls with what the identity that signed may see. */
export function createScriptHost(options: ScriptHostOptions): (request: ScriptRequest) => Promise<ScriptEnvelope> {
  return async (request) => {
    const calls: ApiCall[] = [];
    const result = await options.runner.run(
      request.code,
      (text) => answerCall(options, request, calls, text),
      request.signal,
    );
    return { ...result, api_calls: calls };
  };
}

async function answerCall(
  options: ScriptHostOptions,
  request: ScriptRequest,
  calls: ApiCall[],
  text: string,
): Promise<string> {
  const parsed = readCall(text, request.region);
  if (typeof parsed === 'string') return failed(new AwsFault('ParamValidationError', parsed));
  const { service, operation } = parsed;
  const { accountId } = request.principal;
  // The place in the account is taken when the call is made, so that the list keeps the script's order.
  const index = calls.push({ service, operation, status: 'error', error: 'the script did not wait for this call' }) - 1;
  const outcome = options.faults.at(accountId, service, parsed.region);
  // A service that never answers. The script's own time limit, or the end of its connection, ends the wait.
  if (outcome === 'timeout') return new Promise(() => undefined);
  return options.delayed(() => {
    try {
      const reply = evaluate(options, request.principal, parsed);
      calls[index] = { service, operation, status: 'success', ...itemCounts(reply) };
      return JSON.stringify({ ok: reply });
    } catch (error) {
      if (!(error instanceof AwsFault)) throw error;
      calls[index] = { service, operation, status: 'error', error: error.message };
      return failed(error);
    }
  });
}

function readCall(text: string, region: string): ServiceCall | string {
  const parsed = callShape.safeParse(JSON.parse(text));
  if (!parsed.success) return 'call_boto3 takes service_name, operation_name, region_name and params';
  const [service, operation, asked, params] = parsed.data;
  if (service === null || operation === null) return 'call_boto3 needs service_name and operation_name';
  return { service, operation, region: asked ?? region, params: params ?? {} };
}

function evaluate(options: ScriptHostOptions, principal: Principal, call: ServiceCall): JsonObject {
  const account = options.organization.account(principal.accountId);
  if (account === undefined) throw new AwsFault('ClientError', 'The account is not in this organization');
  return callService(call, {
    account,
    principal,
    page: options.page,
    mutated: options.mutated,
    fault: (service, asked) => {
      const outcome = options.faults.at(account.id, asked.service, asked.region);
      return outcome === undefined ? undefined : serviceFault(outcome, service, asked, principal.arn);
    },
  });
}

function failed(fault: AwsFault): string {
  const error = { type: fault.pythonType, text: fault.message, code: fault.code, message: fault.awsMessage };
  return JSON.stringify({ error });
}

function itemCounts(reply: JsonObject): { readonly n_items?: Readonly<Record<string, number>> } {
  const lists = Object.entries(reply).flatMap(([name, value]): [string, number][] =>
    Array.isArray(value) ? [[name, value.length]] : [],
  );
  return lists.length === 0 ? {} : { n_items: Object.fromEntries(lists) };
}
