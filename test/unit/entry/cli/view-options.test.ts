import { describe, expect, it } from 'vitest';
import { parseViewOptions } from '../../../../src/entry/cli/view-options.js';

describe('the options of an amount', () => {
  it.each([
    [{}, {}],
    [{ measure: 'count' }, { view: { measure: { of: 'count' } } }],
    [{ measure: 'sum:Size GiB', by: 'Region' }, { view: { measure: { of: 'sum', column: 'Size GiB' }, by: 'Region' } }],
    [
      { measure: 'largest:A:B', sort: 'A:B', descending: true },
      { view: { measure: { of: 'largest', column: 'A:B' }, sort: { column: 'A:B', descending: true } } },
    ],
    [
      { where: ['Version:older:14', 'IpPermissions[]:allows:tcp 22 from ::/0', 'Size GiB:above:10', 'Tag team:empty'] },
      {
        view: {
          where: [
            { column: 'Version', is: 'older', value: '14' },
            { column: 'IpPermissions[]', is: 'allows', value: 'tcp 22 from ::/0' },
            { column: 'Size GiB', is: 'above', value: 10 },
            { column: 'Tag team', is: 'empty' },
          ],
        },
      },
    ],
    [{ sort: 'Created', limit: '3' }, { view: { sort: { column: 'Created', descending: false }, limit: 3 } }],
  ])('%j are %j', (options, expected) => {
    expect(parseViewOptions(options)).toEqual(expected);
  });

  it.each([
    [{ where: ['Version'] }, '--where'],
    [{ where: ['Version:older'] }, '--where'],
    [{ where: [':older:14'] }, '--where'],
    [{ where: ['Version:ancient:14'] }, '--where'],
    [{ measure: 'total:Size GiB' }, '--measure'],
    [{ measure: 'sum' }, '--measure'],
    [{ measure: 'sum:' }, '--measure'],
    [{ measure: '' }, '--measure'],
    [{ by: '' }, '--by'],
    [{ sort: '' }, '--sort'],
    [{ limit: '0' }, '--limit'],
    [{ limit: '1.5' }, '--limit'],
    [{ limit: 'ten' }, '--limit'],
    [{ descending: true }, '--descending'],
  ])('refuses %j by its name', (options, name) => {
    expect(() => parseViewOptions(options)).toThrowError(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining(name) }),
    );
  });
});
