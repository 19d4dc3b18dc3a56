import type { CredentialProvider } from '../domain/credentials.js';

/** Credentials in the form of the AWS SDK: a copy of its own each time, because the SDK writes into what it is given. */
export async function sdkIdentity(provide: CredentialProvider) {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = await provide();
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken === undefined ? {} : { sessionToken }),
    ...(expiresAt === undefined ? {} : { expiration: new Date(expiresAt) }),
  };
}
