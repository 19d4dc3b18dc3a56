import type { JsonObject } from '../../domain/json.js';
import { isOptInRegion, knownRegions } from '../../domain/region.js';
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
  if (tool === 'aws___search_documentation') return structured({ results: [] });
  return toolError('The sandbox holds no documentation and no skills.');
}
