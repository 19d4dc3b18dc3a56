import { SETTINGS, type Setting } from '../../../src/settings.js';

/** The README's configuration table, made from the settings themselves. */
export function settingsTable(): string {
  const rows = Object.entries<Setting>(SETTINGS).map(([name, setting]) => {
    const choices =
      setting.type === 'choice' ? ` (${setting.choices.map((choice) => `\`${choice}\``).join(', ')})` : '';
    return `| \`${name}\` | ${setting.meaning}${choices} | ${setting.default === undefined ? '' : `\`${setting.default}\``} |`;
  });
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}
