import { ServiceError } from './aws-fault.js';
import type { Service } from './service.js';

/**
 * The words in which each kind of service refuses. EC2 has its own, the XML services share IAM's, the JSON ones theirs.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function accessDenied(service: Service, arn: string, action: string, reason: string): ServiceError {
  const text = `User: ${arn} is not authorized to perform: ${action} ${reason}`;
  if (service.protocol === 'ec2') {
    return new ServiceError('UnauthorizedOperation', `You are not authorized to perform this operation. ${text}`);
  }
  return new ServiceError(service.protocol === 'json' ? 'AccessDeniedException' : 'AccessDenied', text);
}

/**
 * A Region that the account has not enabled does not know its credentials.
 * https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
 */
export function disabledRegion(service: Service): ServiceError {
  if (service.protocol === 'ec2') {
    return new ServiceError('AuthFailure', 'AWS was not able to validate the provided access credentials');
  }
  if (service.protocol === 'rest-xml') {
    return new ServiceError('InvalidToken', 'The provided token is malformed or otherwise invalid.');
  }
  const code = service.protocol === 'query' ? 'InvalidClientTokenId' : 'UnrecognizedClientException';
  return new ServiceError(code, 'The security token included in the request is invalid.');
}

/** What botocore says once its own retries (four, in its standard configuration) have been used up. */
export function throttled(service: Service): ServiceError {
  const [code, message] =
    service.protocol === 'ec2'
      ? ['RequestLimitExceeded', 'Request limit exceeded.']
      : service.protocol === 'rest-xml'
        ? ['SlowDown', 'Please reduce your request rate.']
        : service.protocol === 'query'
          ? ['Throttling', 'Rate exceeded']
          : ['ThrottlingException', 'Rate exceeded'];
  return new ServiceError(code, message, { retried: true });
}

export function internalError(service: Service): ServiceError {
  const code = service.protocol === 'ec2' ? 'InternalError' : 'InternalFailure';
  return new ServiceError(code, 'An internal error has occurred', { retried: true });
}

export function expiredToken(service: Service): ServiceError {
  const code =
    service.protocol === 'ec2'
      ? 'RequestExpired'
      : service.protocol === 'json'
        ? 'ExpiredTokenException'
        : 'ExpiredToken';
  const message =
    service.protocol === 'ec2' ? 'Request has expired.' : 'The security token included in the request is expired';
  return new ServiceError(code, message);
}
