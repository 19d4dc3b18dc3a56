/**
 * Whether `NO_PROXY` takes a host out of the proxy: `*`, a name (`amazonaws.com`, `.corp.example`: what ends in it), an
 * address, each with an optional port; commas or blanks between them. The rules that curl and the AWS CLI share.
 */
export function isExempt(noProxy: string, host: string, port: number): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, suffix = '', wantedPort] = /^\*?\.?(\[[^\]]*\]|[^:]*|.*:.*:.*?)(?::(\d+))?$/.exec(entry) ?? [];
      const wanted = suffix.replace(/^\[|\]$/g, '');
      if (wanted === '' || (wantedPort !== undefined && Number(wantedPort) !== port)) return false;
      return name === wanted || name.endsWith(`.${wanted}`);
    });
}
