import { isJsonObject, type Json } from './json.js';

/**
 * JSON with the names of every object in order and no white space: one text for one value, so that a hash of it stands
 * for the value. (Not RFC 8785, which nobody else needs to reproduce here: only this program makes and checks the hash.)
 */
export function canonicalJson(value: Json): string {
  if (isJsonObject(value)) {
    const members = Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return isList(value) ? `[${value.map(canonicalJson).join(',')}]` : JSON.stringify(value);
}

/** `Array.isArray` does not narrow a read-only array. */
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
