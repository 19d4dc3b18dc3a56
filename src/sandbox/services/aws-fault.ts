/**
 * A call that fails as boto3 would fail: the exception's Python class, its text, and for a `ClientError` the code and
 * message of its `response`. This is data for a script, not an error of ours.
 */
export class AwsFault extends Error {
  readonly pythonType: string;
  readonly code: string | undefined;
  readonly awsMessage: string | undefined;

  constructor(pythonType: string, text: string, error?: { readonly code: string; readonly message: string }) {
    super(text);
    this.name = pythonType;
    this.pythonType = pythonType;
    this.code = error?.code;
    this.awsMessage = error?.message;
  }
}

/** What a service's handler throws before it is known which operation was called. */
export class ServiceError extends Error {
  readonly code: string;
  /** True where botocore would have tried again, which its text mentions. */
  readonly retried: boolean;

  constructor(code: string, message: string, options: { readonly retried?: boolean } = {}) {
    super(message);
    this.name = 'ServiceError';
    this.code = code;
    this.retried = options.retried ?? false;
  }
}

/** The text of botocore's ClientError (botocore/exceptions.py, `ClientError.MSG_TEMPLATE`). */
export function clientError(operation: string, error: ServiceError): AwsFault {
  const retries = error.retried ? ' (reached max retries: 4)' : '';
  const text = `An error occurred (${error.code}) when calling the ${operation} operation${retries}: ${error.message}`;
  return new AwsFault('ClientError', text, { code: error.code, message: error.message });
}

export function endpointUnreachable(url: string): AwsFault {
  return new AwsFault('EndpointConnectionError', `Could not connect to the endpoint URL: "${url}"`);
}
