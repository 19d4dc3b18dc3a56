import { isJsonObject, type Json } from '../../../domain/json.js';

const KEY = 'sts:externalid';

/**
 * A cell without the external ids of a trust policy that it holds: who reads the answer learns that one is asked for, and
 * not which. Policies arrive parsed (botocore does it), so only keys are looked at.
 */
export function withoutExternalIds(cell: Json): Json {
  if (Array.isArray(cell)) return cell.map((element: Json) => withoutExternalIds(element));
  if (!isJsonObject(cell)) return cell;
  return Object.fromEntries(
    Object.entries(cell).map(([key, value]) => [
      key,
      key.toLowerCase() === KEY ? '[removed]' : withoutExternalIds(value),
    ]),
  );
}
