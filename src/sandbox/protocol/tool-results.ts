import type { Json, JsonObject } from '../../domain/json.js';
import { isOptInRegion, knownRegions } from '../../domain/region.js';
import { readPage, searchPages, skill, skillNames } from './documentation.js';
import { APP_RUNNER_REGIONS } from '../organization/organization.js';

/** The result of `tools/call`. */
export interface ToolResult {
  readonly content: readonly { readonly type: 'text'; readonly text: string }[];
  readonly structuredContent?: object;
  readonly isError: boolean;
}

/** The same value as structure and as text, as the server sends it. */
export function structured(value: object): ToolResult {
  return { content: [{ type: 'text', text: JSON.stringify(value) }], structuredContent: value, isError: false };
}

export function toolError(text: string): ToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}

/** The tools that need no account. The sandbox knows little of AWS's documentation, and says so. */
export function knowledge(tool: string, given: JsonObject): ToolResult {
  if (tool === 'aws___list_regions') {
    return structured({
      regions: knownRegions('aws').map((region) => ({ region_id: region, opt_in_required: isOptInRegion(region) })),
    });
  }
  if (tool === 'aws___get_regional_availability') {
    const { service } = given;
    const offered = service === 'apprunner' ? [...APP_RUNNER_REGIONS].sort() : knownRegions('aws');
    const asked = given['region'];
    return structured({ service, regions: offered.filter((region) => asked === undefined || region === asked) });
  }
  if (tool === 'aws___search_documentation')
    return structured({ results: searchPages(argument(given['search_phrase'])) });
  if (tool === 'aws___read_documentation') {
    return plain(readPage(argument(given['url']))) ?? toolError('The sandbox has no such page: search for one.');
  }
  const known = skillNames().join(', ');
  return plain(skill(argument(given['skill_name']))) ?? toolError(`The sandbox has no such skill. It has ${known}.`);
}

function plain(content: string | undefined): ToolResult | undefined {
  return content === undefined ? undefined : { content: [{ type: 'text', text: content }], isError: false };
}

function argument(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
