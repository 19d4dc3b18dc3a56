import type { Partition } from '../../../src/domain/account.js';

/** Prefixes of inference profiles that spread over Regions: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html. */
const PROFILE = /^(?:us|us-gov|eu|apac|ap|jp|au|ca|sa|me|af|global)\.(?=[a-z0-9-]+\.)/;

/**
 * What the agent's role has to be allowed to invoke for a `CENTRAL_OPS_MODEL`: the model, or the inference profile and the
 * model behind it in whichever Region the profile picks.
 */
export function modelArns(
  model: string,
  place: { readonly partition: Partition; readonly region: string; readonly accountId: string },
): readonly string[] {
  if (model === 'none') return [];
  const id = model.replace(/^bedrock:/, '');
  if (id.startsWith('arn:')) return [id];
  const { partition, region, accountId } = place;
  if (!PROFILE.test(id)) return [`arn:${partition}:bedrock:${region}::foundation-model/${id}`];
  return [
    `arn:${partition}:bedrock:${region}:${accountId}:inference-profile/${id}`,
    `arn:${partition}:bedrock:*::foundation-model/${id.replace(PROFILE, '')}`,
  ];
}
