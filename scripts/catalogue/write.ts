import type { ServiceFile } from './service-file.js';

/** A service's file as text: one line per shape and per operation, so that a new version shows as a readable diff. */
export function textOf(file: ServiceFile): string {
  const head = {
    service: file.service,
    label: file.label,
    name: file.name,
    api: file.api,
    prefix: file.prefix,
    ...(file.global ? { global: true } : {}),
    ...(file.home === undefined ? {} : { home: file.home }),
  };
  return [
    JSON.stringify(head).replace(/\}$/, ','),
    ...block('operations', Object.entries(file.operations)),
    ',',
    ...block('shapes', file.shapes),
    ',',
    ...block(
      'refused',
      Object.entries(file.refused).map(([level, names]) => [level, names.join(' ')]),
    ),
    '}',
    '',
  ].join('\n');
}

function block(name: string, entries: readonly (readonly [string, unknown])[]): readonly string[] {
  if (entries.length === 0) return [`"${name}":{}`];
  const lines = entries.map(([key, value]) => ` ${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return [`"${name}":{`, lines.join(',\n'), '}'];
}
