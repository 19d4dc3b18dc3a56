import { explained, type Node } from './node.js';

/** Answers "which accounts are there" from the registry; asks no account anything. */
export function createListAccounts(): Node {
  return explained((state) =>
    Promise.resolve({
      tables: [
        {
          title: 'Accounts',
          columns: ['Account', 'Account ID', 'Environment', 'Regions'],
          rows: state.accounts.map((account) => [
            account.name,
            account.id,
            account.environment ?? '',
            (account.regions ?? []).join(', '),
          ]),
          total: state.accounts.length,
          truncated: false,
        },
      ],
    }),
  );
}
