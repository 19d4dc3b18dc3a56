export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

/**
 * One checked entry of the account registry. Held by the registry and the credential broker alone: the external id
 * is not for state, prompts or answers. Everything else works with an {@link AccountReference}.
 */
export interface Account {
  /** Twelve digits, always a string: a leading zero is part of the id. */
  readonly id: string;
  readonly name: string;
  readonly environment?: string;
  /** `central` marks the hub's own account, which is a target only when a question names it. */
  readonly role?: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly ou?: string;
  /** Regions asked in this account when neither the question nor a flag says. */
  readonly regions?: readonly string[];
  readonly partition: Partition;
  /** Overrides the configured name of the member role. */
  readonly roleName?: string;
  /** Overrides the configured external id. */
  readonly externalId?: string;
  readonly permissionSet?: string;
}

/** What state, plans and events carry of an account. Nothing in it is secret. */
export interface AccountReference {
  readonly id: string;
  readonly name: string;
  readonly environment?: string;
  readonly regions?: readonly string[];
  readonly partition: Partition;
}

/** What planners may know of an account: its names and how it is grouped, never how it is signed in to. */
export type AccountDescription = AccountReference & Partial<Pick<Account, 'tags' | 'ou' | 'role'>>;

/** "Production (222222222222)": how an account is named to people. */
export function accountLabel(account: Pick<AccountReference, 'id' | 'name'>): string {
  return `${account.name} (${account.id})`;
}

export function accountDescription(account: Account): AccountDescription {
  return {
    ...accountReference(account),
    tags: account.tags,
    ...(account.ou === undefined ? {} : { ou: account.ou }),
    ...(account.role === undefined ? {} : { role: account.role }),
  };
}

export function accountReference(account: Account): AccountReference {
  return {
    id: account.id,
    name: account.name,
    partition: account.partition,
    ...(account.environment === undefined ? {} : { environment: account.environment }),
    ...(account.regions === undefined ? {} : { regions: account.regions }),
  };
}
