import { isLoopbackHost } from './domain/loopback.js';
import { nearest } from './domain/nearest.js';
import { isKnownRegion, knownRegions } from './domain/region.js';
import { SETTINGS, type Setting, type SettingName } from './settings.js';

/** Why a value cannot be used, with what would be right; undefined when it can. */
export function checkSetting(name: SettingName, value: string): string | undefined {
  const setting: Setting = SETTINGS[name];
  switch (setting.type) {
    case 'text':
      return setting.pattern === undefined || setting.pattern.test(value) ? undefined : setting.cure;
    case 'choice':
      return setting.choices.includes(value) ? undefined : `must be one of ${setting.choices.join(', ')}`;
    case 'number':
      return /^\d+$/.test(value) && Number(value) >= setting.least && Number(value) <= setting.most
        ? undefined
        : `must be a whole number from ${setting.least} to ${setting.most}`;
    case 'list': {
      const wrong = splitList(value).find((item) => !setting.choices.includes(item));
      return wrong === undefined ? undefined : `"${wrong}" is not one of ${setting.choices.join(', ')}`;
    }
    case 'regions': {
      const regions = splitList(value);
      if (name !== 'CENTRAL_OPS_REGIONS' && regions.length > 1) return 'must be one Region';
      const wrong = regions.find((region) => !isKnownRegion(region));
      if (wrong === undefined) return undefined;
      return `there is no Region "${wrong}"${nearestText(wrong, knownRegions(), 3)}`;
    }
    case 'url':
      return checkUrl(value);
    case 'proxy':
      return proxyUrl(value) === undefined
        ? 'must be the address of a proxy, such as http://proxy.example:3128'
        : undefined;
    default:
      return setting satisfies never;
  }
}

/** A proxy's address; http where no scheme is written. */
export function proxyUrl(value: string): URL | undefined {
  const written = /^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}

function checkUrl(value: string): string | undefined {
  if (!URL.canParse(value)) return 'must be a URL such as https://example.awsapps.com/start';
  const { protocol, hostname } = new URL(value);
  if (protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname))) return undefined;
  return 'must be https; plain http is for loopback only';
}

/** "; the nearest is …" where something is near. */
export function nearestText(word: string, candidates: readonly string[], limit: number): string {
  const near = nearest(word, candidates, limit);
  if (near.length === 0) return '';
  return `; the nearest ${near.length === 1 ? 'is' : 'are'} ${near.join(', ')}`;
}

/** The items of a comma list. */
export function splitList(value: string): string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** A value that {@link checkSetting} has found among its choices, as one of them. */
export function oneOf<Choice extends string>(choices: readonly Choice[], value: string | undefined): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new RangeError(`"${value}" is not one of ${choices.join(', ')}`);
  return found;
}
