import { type Json, isObject, textOf } from '../json.js';
import { ServiceError } from './failure.js';
import { texts } from './query.js';
import { parametersOf } from './stacks.js';

interface Instance {
  readonly account: string;
  readonly unit: string;
  status: 'CURRENT' | 'OUTDATED';
  reason: string | undefined;
}

interface Operation {
  readonly id: string;
  readonly action: 'CREATE' | 'UPDATE' | 'DELETE';
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  readonly waiting: Instance[];
  readonly results: { readonly account: string; readonly status: string; readonly reason: string | undefined }[];
}

interface EmulatedSet {
  readonly name: string;
  template: string;
  parameters: Readonly<Record<string, string>>;
  auto: boolean;
  readonly instances: Map<string, Instance>;
  readonly operations: Operation[];
}

export interface StackSets {
  readonly operations: Readonly<Record<string, (form: { [key: string]: Json }) => { [key: string]: Json | undefined }>>;
  readonly sets: ReadonlyMap<string, Pick<EmulatedSet, 'parameters' | 'auto' | 'instances'>>;
  /** The next try in this account fails with this reason. */
  failIn(account: string, reason: string): void;
}

/** Service-managed StackSets of an organization: one account further each time somebody looks at an operation. */
export function createStackSets(units: Readonly<Record<string, readonly string[]>>): StackSets {
  const sets = new Map<string, EmulatedSet>();
  const failures = new Map<string, string>();
  let count = 0;

  function get(form: { [key: string]: Json }): EmulatedSet {
    const name = textOf(form['StackSetName']);
    const set = sets.get(name);
    if (set === undefined) throw new ServiceError('StackSetNotFoundException', `StackSet ${name} not found`);
    return set;
  }

  function begin(
    set: EmulatedSet,
    action: Operation['action'],
    instances: readonly Instance[],
  ): { OperationId: string } {
    if (set.operations.some(({ status }) => status === 'RUNNING')) {
      throw new ServiceError('OperationInProgressException', 'Another Operation on StackSet is in progress');
    }
    count += 1;
    const id = `operation-${count}`;
    set.operations.unshift({ id, action, status: 'RUNNING', waiting: [...instances], results: [] });
    return { OperationId: id };
  }

  /** One account; the operation ends when none is left. */
  function step(set: EmulatedSet, operation: Operation): void {
    const instance = operation.waiting.shift();
    if (instance === undefined) {
      if (operation.status !== 'RUNNING') return;
      operation.status = operation.results.some(({ status }) => status === 'FAILED') ? 'FAILED' : 'SUCCEEDED';
      return;
    }
    const reason = failures.get(instance.account);
    failures.delete(instance.account);
    instance.status = reason === undefined ? 'CURRENT' : 'OUTDATED';
    instance.reason = reason;
    if (operation.action === 'DELETE' && reason === undefined) set.instances.delete(instance.account);
    operation.results.push({
      account: instance.account,
      status: reason === undefined ? 'SUCCEEDED' : 'FAILED',
      reason,
    });
  }

  /** The accounts that deployment targets mean, of those in the organization. */
  function targeted(form: { [key: string]: Json }): readonly { readonly account: string; readonly unit: string }[] {
    const targets = isObject(form['DeploymentTargets']) ? form['DeploymentTargets'] : {};
    const accounts = texts(targets['Accounts']);
    const named = texts(targets['OrganizationalUnitIds']);
    if (named.length === 0) throw new ServiceError('ValidationError', 'OrganizationalUnitIds are required');
    const all = named.flatMap((unit) => {
      const found = units[unit];
      if (found === undefined) throw new ServiceError('ValidationError', `Unit ${unit} does not exist`);
      return found.map((account) => ({ account, unit }));
    });
    return accounts.length === 0 ? all : all.filter(({ account }) => accounts.includes(account));
  }

  function define(set: Pick<EmulatedSet, 'template' | 'parameters' | 'auto'>, form: { [key: string]: Json }): void {
    const auto = form['AutoDeployment'];
    Object.assign(set, {
      template: textOf(form['TemplateBody']),
      parameters: parametersOf(form, set.parameters),
      auto: isObject(auto) && auto['Enabled'] === 'true',
    });
  }

  return {
    sets,
    failIn: (account, reason) => void failures.set(account, reason),
    operations: {
      CreateStackSet(form) {
        const name = textOf(form['StackSetName']);
        if (sets.has(name)) throw new ServiceError('NameAlreadyExistsException', `${name} exists`);
        if (form['PermissionModel'] !== 'SERVICE_MANAGED')
          throw new ServiceError('ValidationError', 'not service-managed');
        const set: EmulatedSet = {
          name,
          template: '',
          parameters: {},
          auto: false,
          instances: new Map(),
          operations: [],
        };
        define(set, form);
        sets.set(name, set);
        return { StackSetId: `${name}:1` };
      },
      UpdateStackSet(form) {
        const set = get(form);
        const started = begin(set, 'UPDATE', [...set.instances.values()]);
        define(set, form);
        return started;
      },
      CreateStackInstances(form) {
        const set = get(form);
        const instances = targeted(form).map(({ account, unit }): Instance => {
          const instance = set.instances.get(account) ?? { account, unit, status: 'OUTDATED', reason: undefined };
          set.instances.set(account, instance);
          return instance;
        });
        return begin(set, 'CREATE', instances);
      },
      UpdateStackInstances(form) {
        const set = get(form);
        return begin(
          set,
          'UPDATE',
          targeted(form).flatMap(({ account }) => set.instances.get(account) ?? []),
        );
      },
      DeleteStackInstances(form) {
        const set = get(form);
        return begin(
          set,
          'DELETE',
          targeted(form).flatMap(({ account }) => set.instances.get(account) ?? []),
        );
      },
      DeleteStackSet(form) {
        const set = get(form);
        if (set.instances.size > 0) throw new ServiceError('StackSetNotEmptyException', 'StackSet is not empty');
        sets.delete(set.name);
        return {};
      },
      DescribeStackSet(form) {
        const set = get(form);
        return {
          StackSet: {
            StackSetName: set.name,
            Status: 'ACTIVE',
            TemplateBody: set.template,
            AutoDeployment: { Enabled: set.auto },
            Parameters: Object.entries(set.parameters).map(([ParameterKey, value]) => ({
              ParameterKey,
              // NoEcho.
              ParameterValue: ParameterKey === 'ExternalId' ? '****' : value,
            })),
          },
        };
      },
      DescribeStackSetOperation(form) {
        const set = get(form);
        const operation = set.operations.find(({ id }) => id === form['OperationId']);
        if (operation === undefined) throw new ServiceError('OperationNotFoundException', 'no such operation');
        step(set, operation);
        return { StackSetOperation: { OperationId: operation.id, Action: operation.action, Status: operation.status } };
      },
      ListStackSetOperations: (form) => ({
        Summaries: get(form).operations.map(({ id, action, status }) => ({
          OperationId: id,
          Action: action,
          Status: status,
        })),
      }),
      ListStackSetOperationResults: (form) => ({
        Summaries: (get(form).operations.find(({ id }) => id === form['OperationId'])?.results ?? []).map(
          ({ account, status, reason }) => ({
            Account: account,
            Region: 'us-east-1',
            Status: status,
            ...(reason === undefined ? {} : { StatusReason: reason }),
          }),
        ),
      }),
      ListStackInstances: (form) => ({
        Summaries: [...get(form).instances.values()].map(({ account, unit, status, reason }) => ({
          Account: account,
          Region: 'us-east-1',
          OrganizationalUnitId: unit,
          Status: status,
          ...(reason === undefined ? {} : { StatusReason: reason }),
        })),
      }),
    },
  };
}
