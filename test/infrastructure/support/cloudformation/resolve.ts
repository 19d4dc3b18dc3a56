import { isObject, type Json, textOf } from '../json.js';
import type { Template } from './template.js';

export interface ResolveOptions {
  readonly parameters: Readonly<Record<string, string>>;
  /** `AWS::AccountId` and its like. */
  readonly pseudo?: Readonly<Record<string, string>>;
  /** What `Ref` (no attribute) and `Fn::GetAtt` of a resource give. */
  readonly attribute?: (logicalId: string, attribute: string | undefined) => string;
}

export interface ResolvedTemplate {
  /** Resources whose condition holds, with the properties that CloudFormation would send. */
  readonly resources: Readonly<Record<string, { readonly type: string; readonly properties: { [key: string]: Json } }>>;
  readonly outputs: Readonly<Record<string, Json>>;
}

const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': '111111111111',
  'AWS::Partition': 'aws',
  'AWS::Region': 'us-east-1',
  'AWS::StackName': 'stack',
  'AWS::URLSuffix': 'amazonaws.com',
};

/** Stands for `AWS::NoValue` until the property or element that holds it is left out. */
const NOTHING = Symbol('AWS::NoValue');

/** What CloudFormation makes of a template with these parameters. Throws for a parameter, resource or function that it does not know. */
export function resolveTemplate(template: Template, options: ResolveOptions): ResolvedTemplate {
  for (const name of Object.keys(options.parameters)) {
    if (template.Parameters[name] === undefined) throw new Error(`Parameters: [${name}] do not exist in the template`);
  }
  const evaluate = evaluator(template, options);
  const holds = (condition: string | undefined): boolean =>
    condition === undefined || evaluate({ Condition: condition }) === true;
  const resources: Record<string, { type: string; properties: { [key: string]: Json } }> = {};
  for (const [id, resource] of Object.entries(template.Resources)) {
    if (!holds(resource.Condition)) continue;
    const properties = evaluate(resource.Properties ?? {});
    resources[id] = { type: resource.Type, properties: isObject(properties) ? properties : {} };
  }
  const outputs: Record<string, Json> = {};
  for (const [id, output] of Object.entries(template.Outputs)) {
    if (holds(output.Condition)) outputs[id] = evaluate(output.Value);
  }
  return { resources, outputs };
}

function evaluator(template: Template, options: ResolveOptions): (value: Json) => Json {
  const pseudo = { ...PSEUDO, ...options.pseudo };
  const attribute = options.attribute ?? ((id, name) => (name === undefined ? id : `${id}.${name}`));

  function reference(name: string): Json | typeof NOTHING {
    if (name === 'AWS::NoValue') return NOTHING;
    const fixed = pseudo[name];
    if (fixed !== undefined) return fixed;
    const parameter = template.Parameters[name];
    if (parameter !== undefined) {
      const chosen = options.parameters[name] ?? parameter.Default;
      if (chosen === undefined) throw new Error(`Parameters: [${name}] must have values`);
      return parameter.Type === 'CommaDelimitedList' ? textOf(chosen).split(',') : chosen;
    }
    if (template.Resources[name] !== undefined) return attribute(name, undefined);
    throw new Error(`Unresolved resource dependency [${name}]`);
  }

  function substituted(text: string, own: { [key: string]: Json }): string {
    return text.replaceAll(/\$\{([^!][^}]*)\}/g, (_, name: string) => {
      const given = own[name];
      if (given !== undefined) return textOf(given);
      const [id = '', ...rest] = name.split('.');
      if (rest.length > 0 && template.Resources[id] !== undefined) return attribute(id, rest.join('.'));
      const referred = reference(name);
      if (referred === NOTHING) throw new Error(`${name} has no value to put into a text`);
      return textOf(referred);
    });
  }

  function run(name: string, argument: Json): Json | typeof NOTHING {
    switch (name) {
      case 'Ref':
        return reference(textOf(argument));
      case 'Condition': {
        const condition = template.Conditions[textOf(argument)];
        if (condition === undefined) throw new Error(`Unresolved condition ${textOf(argument)}`);
        return value(condition);
      }
      case 'Fn::If': {
        const [condition = '', yes = null, no = null] = list(argument);
        return raw(run('Condition', condition) === true ? yes : no);
      }
      case 'Fn::Equals': {
        const [left, right] = list(argument).map(value).map(textOf);
        return left === right;
      }
      case 'Fn::Not':
        return value(list(argument)[0] ?? null) !== true;
      case 'Fn::And':
        return list(argument).every((part) => value(part) === true);
      case 'Fn::Or':
        return list(argument).some((part) => value(part) === true);
      case 'Fn::Join': {
        const [separator = '', parts = []] = list(argument);
        return list(value(parts)).map(textOf).join(textOf(separator));
      }
      case 'Fn::Select': {
        const [index = 0, parts = []] = list(argument);
        return list(value(parts))[Number(index)] ?? '';
      }
      case 'Fn::GetAtt': {
        const [id = '', ...rest] = list(argument).map(textOf);
        if (template.Resources[id] === undefined) throw new Error(`Unresolved resource dependency [${id}]`);
        return attribute(id, rest.join('.'));
      }
      case 'Fn::Sub': {
        if (!Array.isArray(argument)) return substituted(textOf(argument), {});
        const [text = '', own = {}] = argument;
        const values = value(own);
        return substituted(textOf(text), isObject(values) ? values : {});
      }
      default:
        throw new Error(`${name} is not a function that this resolver knows`);
    }
  }

  function raw(node: Json): Json | typeof NOTHING {
    if (Array.isArray(node)) return node.map(raw).filter((item) => item !== NOTHING);
    if (!isObject(node)) return node;
    const entries = Object.entries(node);
    const [only] = entries;
    // A policy's own `Condition` holds operators; the intrinsic one holds a name.
    if (entries.length === 1 && only !== undefined) {
      const [name, argument] = only;
      if (name === 'Ref' || name.startsWith('Fn::') || (name === 'Condition' && typeof argument === 'string')) {
        return run(name, argument);
      }
    }
    const kept: { [key: string]: Json } = {};
    for (const [key, child] of entries) {
      const result = raw(child);
      if (result !== NOTHING) kept[key] = result;
    }
    return kept;
  }

  function value(node: Json): Json {
    const result = raw(node);
    if (result === NOTHING) throw new Error('AWS::NoValue stands where a value is needed');
    return result;
  }
  return value;
}

function list(given: Json): Json[] {
  if (!Array.isArray(given)) throw new Error(`a list is needed, not ${JSON.stringify(given)}`);
  return given;
}
