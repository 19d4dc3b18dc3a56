type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Why no browser of the person can be opened from this process, or why it could not come back to this machine's loopback
 * address; undefined where both should work.
 */
export function whyNoBrowser(environment: Environment, platform: string): string | undefined {
  const set = (name: string): boolean => (environment[name] ?? '') !== '';
  const first = (names: readonly string[]): string | undefined => names.find(set);
  const ssh = first(['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY']);
  if (ssh !== undefined) return `this is an SSH session (${ssh} is set)`;
  const container = first(['DOCKER_CONTAINER', 'KUBERNETES_SERVICE_HOST', 'container', 'CODESPACES']);
  if (container !== undefined) return `this is a container (${container} is set)`;
  if (set('CI') && environment['CI'] !== 'false') return 'this is a build (CI is set)';
  if (set('WSL_DISTRO_NAME')) return 'this is WSL (WSL_DISTRO_NAME is set)';
  if (platform === 'linux' && first(['DISPLAY', 'WAYLAND_DISPLAY']) === undefined) {
    return 'this machine has no display (neither DISPLAY nor WAYLAND_DISPLAY is set)';
  }
  return undefined;
}

/** A path of an AWS variable as botocore reads it: `$NAME` and `${NAME}` where set, then `~`. */
export function expandPath(path: string, environment: Environment, home: string): string {
  const expanded = path.replaceAll(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (written: string, braced: string | undefined, bare: string | undefined) =>
      environment[braced ?? bare ?? ''] ?? written,
  );
  return expanded === '~' || expanded.startsWith('~/') ? `${home}${expanded.slice(1)}` : expanded;
}
