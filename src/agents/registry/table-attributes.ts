import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Json, JsonObject } from '../../domain/json.js';

/**
 * An item of DynamoDB as JSON. A string set becomes a list in its letters' order: it says the same, where the SDK's own
 * conversion makes a `Set`, which is written as `{}`. Numbers stay numbers, so that an id stored as one is found out.
 */
export function jsonOfItem(item: Readonly<Record<string, AttributeValue>>): JsonObject {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, jsonOf(value)]));
}

function jsonOf(value: AttributeValue): Json {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.L !== undefined) return value.L.map(jsonOf);
  if (value.M !== undefined) return jsonOfItem(value.M);
  if (value.SS !== undefined) return value.SS.toSorted();
  if (value.NS !== undefined) return value.NS.map(Number);
  // Binary, null, and whatever DynamoDB may learn: no field of a row is any of these.
  return null;
}

/** JSON as an item of DynamoDB. Fields that are absent stay absent. */
export function itemOf(row: JsonObject): Record<string, AttributeValue> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, attributeOf(value)]));
}

function attributeOf(value: Json): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (isList(value)) return { L: value.map(attributeOf) };
  return { M: itemOf(value) };
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
