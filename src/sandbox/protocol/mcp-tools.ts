import type { JsonObject } from '../../domain/json.js';

export interface ToolListing {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly annotations: JsonObject;
  /** Knowledge needs no identity; what touches an account does. */
  readonly signed: boolean;
}

const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const text = (description: string): JsonObject => ({ type: 'string', description });
const READING = { readOnlyHint: true, destructiveHint: false, openWorldHint: true };

/** The eight tools that the server listed in autumn 2026. Descriptions are in our words, names and arguments its own. */
export const TOOLS: readonly ToolListing[] = [
  {
    name: 'aws___run_script',
    description:
      'Runs a Python script in a sandbox that can call AWS. `await call_boto3(service_name=, operation_name=, ' +
      'region_name=, params=)` calls one operation by its API name (DescribeInstances) with the identity that signed ' +
      'the request; pages are not followed by themselves. Top-level await works. The value of the last expression is ' +
      'returned. There is no network but call_boto3, no shell and no file system. Check isError, then status, then ' +
      'the status of each entry of api_calls before relying on return_value.',
    inputSchema: object({ code: text('The Python script to run.') }, ['code']),
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    signed: true,
  },
  {
    name: 'aws___get_tasks',
    description: 'Returns the state, and when finished the result, of a task that another tool answered with.',
    inputSchema: object({ task_id: text('The id of the task.') }, ['task_id']),
    annotations: READING,
    signed: true,
  },
  {
    name: 'aws___get_presigned_url',
    description: 'Creates a presigned URL for an object in Amazon S3.',
    inputSchema: object({ bucket: text('The bucket.'), key: text('The object key.') }, ['bucket', 'key']),
    annotations: READING,
    signed: true,
  },
  {
    name: 'aws___get_regional_availability',
    description: 'Tells in which AWS Regions a service is available.',
    inputSchema: object({ service: text('The boto3 name of the service.'), region: text('Only this Region.') }, [
      'service',
    ]),
    annotations: READING,
    signed: false,
  },
  {
    name: 'aws___list_regions',
    description: 'Lists the AWS Regions.',
    inputSchema: object({}),
    annotations: READING,
    signed: false,
  },
  {
    name: 'aws___read_documentation',
    description: 'Reads a page of the AWS documentation as Markdown.',
    inputSchema: object({ url: text('The address of the page.') }, ['url']),
    annotations: READING,
    signed: false,
  },
  {
    name: 'aws___retrieve_skill',
    description: 'Retrieves a skill: a tested procedure for a task on AWS.',
    inputSchema: object({ skill_name: text('The name of the skill.') }, ['skill_name']),
    annotations: READING,
    signed: false,
  },
  {
    name: 'aws___search_documentation',
    description: 'Searches the AWS documentation.',
    inputSchema: object({ search_phrase: text('What to search for.') }, ['search_phrase']),
    annotations: READING,
    signed: false,
  },
];
