import { TargetError, type TargetService, textOf } from './json-target.js';

/** Systems Manager's parameters of the hub's account. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html */
export function parameterStore(parameters: ReadonlyMap<string, string>): TargetService['operations'] {
  return {
    GetParameter: (input) => {
      const name = textOf(input, 'Name');
      const value = parameters.get(name);
      if (value === undefined) throw new TargetError('ParameterNotFound', '');
      const shown = input['WithDecryption'] === true ? value : 'AQICAHi-encrypted';
      return { Parameter: { Name: name, Type: 'SecureString', Value: shown, Version: 1, DataType: 'text' } };
    },
  };
}
