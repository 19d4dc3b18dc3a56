import { jsonReply, type HttpReply } from '../protocol/http-reply.js';

/** The errors of https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/, with OAuth's own word for each. */
const ERRORS = {
  AccessDeniedException: [400, 'access_denied'],
  AuthorizationPendingException: [400, 'authorization_pending'],
  ExpiredTokenException: [400, 'expired_token'],
  InternalServerException: [500, 'server_error'],
  InvalidClientException: [401, 'invalid_client'],
  InvalidClientMetadataException: [400, 'invalid_client_metadata'],
  InvalidGrantException: [400, 'invalid_grant'],
  InvalidRedirectUriException: [400, 'invalid_redirect_uri'],
  InvalidRequestException: [400, 'invalid_request'],
  SlowDownException: [400, 'slow_down'],
  UnauthorizedClientException: [400, 'unauthorized_client'],
  UnsupportedGrantTypeException: [400, 'unsupported_grant_type'],
} as const;

export type OidcErrorName = keyof typeof ERRORS;

/** A refusal of the token service. */
export class OidcError extends Error {
  readonly refusal: OidcErrorName;

  constructor(refusal: OidcErrorName, message: string) {
    super(message);
    this.name = 'OidcError';
    this.refusal = refusal;
  }
}

export function refused({ refusal, message }: OidcError): HttpReply {
  const [status, error] = ERRORS[refusal];
  return jsonReply(status, { error, error_description: message }, { 'x-amzn-errortype': refusal });
}
