import { randomUUID } from 'node:crypto';
import { resolveTemplate } from '../cloudformation/resolve.js';
import { parseTemplate, type Template } from '../cloudformation/template.js';
import { isObject, type Json, textOf } from '../json.js';
import { ServiceError } from './failure.js';
import { members } from './query.js';

interface StackEvent {
  readonly id: string;
  readonly logicalId: string;
  readonly status: string;
  readonly reason: string | undefined;
}

interface EmulatedStack {
  readonly name: string;
  status: string;
  template: string;
  parameters: Readonly<Record<string, string>>;
  outputs: Readonly<Record<string, Json>>;
  events: StackEvent[];
  /** What happens at the next look, one step each. */
  steps: (() => void)[];
}

export interface Stacks {
  readonly operations: Readonly<Record<string, (form: { [key: string]: Json }) => { [key: string]: Json | undefined }>>;
  readonly stacks: ReadonlyMap<
    string,
    { readonly status: string; readonly parameters: Readonly<Record<string, string>> }
  >;
  /** The next creation or update of this resource fails with this reason. */
  failOn(logicalId: string, reason: string): void;
}

/** CloudFormation's stacks: real templates, real state names, one step of progress each time somebody looks. */
export function createStacks(): Stacks {
  const stacks = new Map<string, EmulatedStack>();
  const failures = new Map<string, string>();

  function get(form: { [key: string]: Json }): EmulatedStack {
    const name = textOf(form['StackName']);
    const stack = stacks.get(name);
    if (stack === undefined) throw new ServiceError('ValidationError', `Stack with id ${name} does not exist`);
    return stack;
  }

  function event(stack: EmulatedStack, logicalId: string, status: string, reason?: string): void {
    stack.events.push({ id: randomUUID(), logicalId, status, reason });
  }

  function begin(stack: EmulatedStack, kind: 'CREATE' | 'UPDATE', template: Template): void {
    const resolved = resolveTemplate(template, {
      parameters: stack.parameters,
      attribute: (id, attribute) =>
        attribute === undefined ? `${stack.name}-${id.toLowerCase()}` : valueOf(id, attribute),
    });
    stack.status = `${kind}_IN_PROGRESS`;
    event(stack, stack.name, stack.status);
    stack.steps = Object.keys(resolved.resources).map((id) => () => {
      const reason = failures.get(id);
      if (reason === undefined) {
        event(stack, id, `${kind}_COMPLETE`);
        return;
      }
      failures.delete(id);
      event(stack, id, `${kind}_FAILED`, reason);
      event(stack, 'Others', `${kind}_FAILED`, 'Resource creation cancelled');
      const end = kind === 'CREATE' ? 'ROLLBACK' : 'UPDATE_ROLLBACK';
      stack.status = `${end}_IN_PROGRESS`;
      stack.steps = [() => (stack.status = `${end}_COMPLETE`)];
    });
    stack.steps.push(() => {
      stack.status = `${kind}_COMPLETE`;
      stack.outputs = resolved.outputs;
      event(stack, stack.name, stack.status);
    });
  }

  return {
    stacks,
    failOn: (logicalId, reason) => void failures.set(logicalId, reason),
    operations: {
      CreateStack(form) {
        const name = textOf(form['StackName']);
        if (stacks.has(name)) throw new ServiceError('AlreadyExistsException', `Stack [${name}] already exists`);
        const template = textOf(form['TemplateBody']);
        const stack: EmulatedStack = {
          name,
          status: '',
          template,
          parameters: parametersOf(form, {}),
          outputs: {},
          events: [],
          steps: [],
        };
        begin(stack, 'CREATE', checked(template, form));
        stacks.set(name, stack);
        return { StackId: `arn:aws:cloudformation:us-east-1:111111111111:stack/${name}/1` };
      },
      UpdateStack(form) {
        const stack = get(form);
        if (!/^(CREATE_COMPLETE|UPDATE_COMPLETE|UPDATE_ROLLBACK_COMPLETE)$/.test(stack.status)) {
          throw new ServiceError('ValidationError', `Stack is in ${stack.status} state and can not be updated.`);
        }
        const template = textOf(form['TemplateBody']);
        const parameters = parametersOf(form, stack.parameters);
        if (template === stack.template && same(parameters, stack.parameters)) {
          throw new ServiceError('ValidationError', 'No updates are to be performed.');
        }
        const before = { template: stack.template, parameters: stack.parameters };
        Object.assign(stack, { template, parameters });
        begin(stack, 'UPDATE', checked(template, form));
        // A failed update leaves the stack as it was.
        const undo = (): void => {
          if (stack.status.startsWith('UPDATE_ROLLBACK')) Object.assign(stack, before);
        };
        stack.steps = stack.steps.map((step) => () => {
          step();
          undo();
        });
        return { StackId: stack.name };
      },
      DeleteStack(form) {
        const stack = stacks.get(textOf(form['StackName']));
        if (stack !== undefined) {
          stack.status = 'DELETE_IN_PROGRESS';
          stack.steps = [() => stacks.delete(stack.name)];
        }
        return {};
      },
      DescribeStacks(form) {
        const stack = get(form);
        stack.steps.shift()?.();
        get(form);
        return {
          Stacks: [
            {
              StackName: stack.name,
              StackStatus: stack.status,
              CreationTime: '2026-11-27T00:00:00Z',
              Parameters: Object.entries(stack.parameters).map(([ParameterKey, ParameterValue]) => ({
                ParameterKey,
                ParameterValue,
              })),
              Outputs: Object.entries(stack.outputs).map(([OutputKey, value]) => ({
                OutputKey,
                OutputValue: textOf(value),
              })),
            },
          ],
        };
      },
      DescribeStackEvents(form) {
        const stack = get(form);
        return {
          StackEvents: stack.events.toReversed().map(({ id, logicalId, status, reason }) => ({
            EventId: id,
            StackName: stack.name,
            StackId: stack.name,
            LogicalResourceId: logicalId,
            ResourceStatus: status,
            Timestamp: '2026-11-27T00:00:00Z',
            ...(reason === undefined ? {} : { ResourceStatusReason: reason }),
          })),
        };
      },
      GetTemplate: (form) => ({ TemplateBody: get(form).template }),
    },
  };
}

/** As CloudFormation refuses: unknown and missing parameters, and names of roles without the capability. */
function checked(text: string, form: { [key: string]: Json }): Template {
  const template = parseTemplate(text);
  for (const parameter of members(form['Parameters'])) {
    const key = isObject(parameter) ? textOf(parameter['ParameterKey']) : '';
    if (template.Parameters[key] === undefined) {
      throw new ServiceError('ValidationError', `Parameters: [${key}] do not exist in the template`);
    }
  }
  if (members(form['Capabilities']).every((capability) => capability !== 'CAPABILITY_NAMED_IAM')) {
    throw new ServiceError('InsufficientCapabilitiesException', 'Requires capabilities : [CAPABILITY_NAMED_IAM]');
  }
  return template;
}

export function parametersOf(
  form: { [key: string]: Json },
  previous: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const parameter of members(form['Parameters'])) {
    if (!isObject(parameter)) continue;
    const key = textOf(parameter['ParameterKey']);
    found[key] =
      parameter['UsePreviousValue'] === 'true' ? (previous[key] ?? '') : textOf(parameter['ParameterValue'] ?? '');
  }
  return found;
}

function same(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => one[key] === other[key]);
}

function valueOf(id: string, attribute: string): string {
  if (attribute === 'RoleId') return 'AROAEXAMPLEROLEID';
  if (attribute === 'AgentRuntimeArn')
    return 'arn:aws:bedrock-agentcore:us-east-1:111111111111:runtime/central_ops-AbCdEf1234';
  if (attribute === 'RepositoryUri') return '111111111111.dkr.ecr.us-east-1.amazonaws.com/central-ops-repository';
  return `${id}.${attribute}`;
}
