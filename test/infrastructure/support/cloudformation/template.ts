import { parse, type ScalarTag, type CollectionTag } from 'yaml';
import { z } from 'zod';
import { jsonSchema } from '../json.js';

/** A template as CloudFormation reads it: short forms (`!Ref x`) in their long form (`{"Ref": "x"}`). */
export type Template = z.infer<typeof template>;

const resource = z.looseObject({
  Type: z.string(),
  Condition: z.string().optional(),
  Properties: z.record(z.string(), jsonSchema).optional(),
});

const template = z.looseObject({
  Parameters: z.record(z.string(), z.looseObject({ Type: z.string(), Default: jsonSchema.optional() })).default({}),
  Conditions: z.record(z.string(), jsonSchema).default({}),
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), z.looseObject({ Condition: z.string().optional(), Value: jsonSchema })).default({}),
});

const PARSED = new Map<string, Template>();

/** Parsed once per text: tests ask for the same templates hundreds of times. Nobody changes what they get. */
export function parseTemplate(text: string): Template {
  const known = PARSED.get(text) ?? template.parse(parse(text, { customTags: TAGS, merge: false, version: '1.2' }));
  PARSED.set(text, known);
  return known;
}

const FUNCTIONS = ['Sub', 'If', 'Equals', 'Not', 'And', 'Or', 'Join', 'Select', 'Split', 'GetAtt', 'ToJsonString'];

const TAGS: (ScalarTag | CollectionTag)[] = [
  ...['Ref', 'Condition'].map((name): ScalarTag => ({
    tag: `!${name}`,
    resolve: (text: string) => ({ [name]: text }),
  })),
  ...FUNCTIONS.flatMap((name): (ScalarTag | CollectionTag)[] => [
    { tag: `!${name}`, resolve: (text: string) => ({ [`Fn::${name}`]: name === 'GetAtt' ? text.split('.') : text }) },
    {
      tag: `!${name}`,
      collection: 'seq',
      resolve: (list) => ({ [`Fn::${name}`]: jsonSchema.parse(list.toJSON()) }),
    },
  ]),
];
