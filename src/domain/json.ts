/** A value that survives `JSON.stringify` unchanged: what call parameters and cells of a table are made of. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json;
}

/** Tells an object from arrays, null and scalars, for values that arrived from outside. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
