import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isObject, type Json, jsonSchema, textOf } from '../json.js';
import { ServiceError } from './failure.js';
import { errorXml, readForm, replyXml } from './query.js';
import { createStackSets, type StackSets } from './stack-sets.js';
import { createStacks, type Stacks } from './stacks.js';

type JsonOperation = (input: { [key: string]: Json }) => { [key: string]: Json };

export interface EmulatorOptions {
  /** Accounts by organizational unit. */
  readonly units?: Readonly<Record<string, readonly string[]>>;
  /** Operations of services that speak JSON, by target: `AmazonSSM.GetParameter`. */
  readonly targets?: Readonly<Record<string, JsonOperation>>;
  /** Operations of further services that speak the Query protocol, by action. */
  readonly actions?: StackSets['operations'];
  /** Everything else, by method and path. */
  readonly rest?: (request: RestRequest) => RestReply | undefined;
}

export interface RestRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface RestReply {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Emulator {
  readonly url: string;
  readonly stacks: Stacks;
  readonly stackSets: StackSets;
  readonly parameters: Map<string, string>;
  /** What was asked, in order: `CreateStack`, `AmazonSSM.GetParameter`, `PUT /bucket/key`. */
  readonly asked: string[];
  close(): Promise<void>;
}

/**
 * The services that the deployment scripts speak to, on loopback, by their wire protocols: CloudFormation's stacks and
 * StackSets, Systems Manager's parameters, STS, and whatever a test adds. State is kept as the service keeps it, so that a
 * script can fail, and be run again.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const stacks = createStacks();
  const stackSets = createStackSets(options.units ?? {});
  const parameters = new Map<string, string>();
  const asked: string[] = [];
  const actions: StackSets['operations'] = {
    ...stacks.operations,
    ...stackSets.operations,
    GetCallerIdentity: () => ({ Account: '111111111111', UserId: 'x', Arn: 'arn:aws:iam::111111111111:role/Deployer' }),
    ...options.actions,
  };
  const targets: Readonly<Record<string, JsonOperation>> = { ...parameterOperations(parameters), ...options.targets };

  function answer(request: RestRequest): RestReply {
    const target = request.headers['x-amz-target'];
    if (typeof target === 'string') {
      const operation = targets[target];
      asked.push(target);
      if (operation === undefined) return json(400, { __type: 'UnknownOperationException', message: target });
      return attempt(
        () => json(200, operation(objectOf(request.body))),
        ({ name, message }) => json(400, { __type: name, message }),
      );
    }
    if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true) {
      const form = readForm(request.body.toString('utf8'));
      const action = typeof form['Action'] === 'string' ? form['Action'] : '';
      asked.push(action);
      const operation = actions[action];
      if (operation === undefined) return xmlReply(400, errorXml('InvalidAction', action));
      return attempt(
        () => xmlReply(200, replyXml(action, operation(form))),
        ({ name, message }) => xmlReply(400, errorXml(name, message)),
      );
    }
    asked.push(`${request.method} ${request.path}`);
    return options.rest?.(request) ?? { status: 404 };
  }

  const server = createServer((request, response) => void serve(request, response, answer));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stacks,
    stackSets,
    parameters,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  answer: (request: RestRequest) => RestReply,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  const { method = '', url: path = '', headers } = request;
  const { status, body = '', headers: own = {} } = answer({ method, path, headers, body: Buffer.concat(chunks) });
  response.writeHead(status, own).end(body);
}

function attempt(run: () => RestReply, refuse: (error: ServiceError) => RestReply): RestReply {
  try {
    return run();
  } catch (error) {
    if (error instanceof ServiceError) return refuse(error);
    // A template that the resolver refuses is refused by CloudFormation as well.
    return refuse(new ServiceError('ValidationError', error instanceof Error ? error.message : String(error)));
  }
}

function parameterOperations(parameters: Map<string, string>): Readonly<Record<string, JsonOperation>> {
  return {
    'AmazonSSM.GetParameter': ({ Name }) => {
      const value = parameters.get(textOf(Name));
      if (value === undefined) throw new ServiceError('ParameterNotFound', '');
      return { Parameter: { Name: Name ?? '', Value: value, Type: 'SecureString', Version: 1 } };
    },
    'AmazonSSM.PutParameter': ({ Name, Value, Overwrite }) => {
      if (parameters.has(textOf(Name)) && Overwrite !== true) throw new ServiceError('ParameterAlreadyExists', '');
      parameters.set(textOf(Name), textOf(Value));
      return { Version: 1, Tier: 'Standard' };
    },
  };
}

function objectOf(body: Buffer): { [key: string]: Json } {
  const value = jsonSchema.parse(JSON.parse(body.toString('utf8')));
  return isObject(value) ? value : {};
}

export function json(status: number, body: Json): RestReply {
  return { status, body: JSON.stringify(body), headers: { 'content-type': 'application/x-amz-json-1.1' } };
}

function xmlReply(status: number, body: string): RestReply {
  return { status, body, headers: { 'content-type': 'text/xml' } };
}
