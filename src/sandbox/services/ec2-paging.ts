import { ServiceError } from './aws-fault.js';
import type { Page } from './paging.js';
import type { CallContext } from './service.js';

/** EC2's pages: `MaxResults` between a least value and 1,000, everything at once when it is not given. */
export function ec2Page<T>(context: CallContext, items: readonly T[], least: number): Page<T> {
  const size = context.params.whole('MaxResults');
  if (size !== undefined && (size < least || size > 1000)) {
    const bound = size < least ? `greater than ${String(least)}` : 'less than 1000';
    throw new ServiceError(
      'InvalidParameterValue',
      `Value ( ${String(size)} ) for parameter maxResults is invalid. Expecting a value ${bound}.`,
    );
  }
  return context.page(items, {
    token: context.params.text('NextToken'),
    size,
    standardSize: 1000,
    invalid: () => new ServiceError('InvalidNextToken', 'The specified NextToken is not valid.'),
  });
}

/** An id that is not there is an error of its own for each kind; so is one that cannot be an id. */
export function refuseMissing(
  ids: readonly string[] | undefined,
  existing: ReadonlySet<string>,
  words: { readonly code: string; readonly noun: string; readonly prefix: string; readonly malformed: string },
): void {
  for (const id of ids ?? []) {
    if (!id.startsWith(words.prefix)) {
      throw new ServiceError(words.malformed, `Invalid id: "${id}" (expecting "${words.prefix}...")`);
    }
    if (!existing.has(id)) throw new ServiceError(words.code, `The ${words.noun} '${id}' does not exist`);
  }
}
