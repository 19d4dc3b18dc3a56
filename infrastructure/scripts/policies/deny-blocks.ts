import type { DeniedActions, DenyGroup } from './denied-actions.js';

const BLOCK = /^( *)# denied actions: ([a-z-]+)\n[\s\S]*?^ *# end of denied actions$/gm;

/**
 * A template with its lists of denied actions written anew, between `# denied actions: GROUP` and `# end of denied
 * actions`. Throws for a group that does not exist.
 */
export function withDenyBlocks(template: string, { groups }: DeniedActions): string {
  return template.replaceAll(BLOCK, (_, indent: string, group: string) => {
    if (!isGroup(group, groups)) throw new Error(`There is no group of denied actions "${group}".`);
    const lines = groups[group].map((action) => `${indent}  - ${action}`);
    return [
      `${indent}# denied actions: ${group}`,
      `${indent}Action:`,
      ...lines,
      `${indent}# end of denied actions`,
    ].join('\n');
  });
}

function isGroup(name: string, groups: DeniedActions['groups']): name is DenyGroup {
  return Object.hasOwn(groups, name);
}
