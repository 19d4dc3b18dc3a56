import type { IdentityCenterSession } from '../session.js';
import type { RegistrationCache } from '../token/registration-cache.js';
import type { ClientRegistration } from '../token/token-file.js';

/** The registration that is kept, or a new one, which is kept then. */
export async function registered(
  uses: { readonly session: IdentityCenterSession; readonly registrations: RegistrationCache },
  grantTypes: readonly string[],
  register: () => Promise<ClientRegistration>,
): Promise<ClientRegistration> {
  const kept = await uses.registrations.read(uses.session, grantTypes);
  if (kept !== undefined) return kept;
  const registration = await register();
  await uses.registrations.write(uses.session, grantTypes, registration);
  return registration;
}
