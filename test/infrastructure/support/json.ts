import { z } from 'zod';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.lazy(() =>
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(jsonSchema), z.record(z.string(), jsonSchema)]),
);

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that has to be a text (or a number or boolean, which templates write like one). Throws for anything else. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || typeof value === 'object')
    throw new Error(`a text is needed, not ${JSON.stringify(value)}`);
  return String(value);
}
