/** What an operation does, in plain words: `DescribeDBClusters` is "list DB clusters", `GetBucketPolicy` "show bucket policy". */
export function summaryOf(operation: string): string {
  const [verb = '', ...name] =
    operation.match(/[A-Z]{2,}s?(?![a-z])|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+\d*|[A-Z]+\d*|\d+/g) ?? [];
  const words = name.map((word) => (/^[A-Z][a-z]/.test(word) ? word.toLowerCase() : word));
  const several = words.at(-1)?.endsWith('s') === true && !SINGULAR.test(words.at(-1) ?? '');
  return `${several || verb === 'List' ? 'list' : (VERBS[verb] ?? 'show')} ${words.join(' ')}`.trim();
}

const SINGULAR = /(?:ss|status|dns|access)$/i;
const VERBS: Readonly<Record<string, string>> = { Search: 'search', Lookup: 'look up', Head: 'check', Select: 'query' };
