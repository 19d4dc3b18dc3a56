import type { CentralOpsError } from '../../domain/errors.js';
import { withNextStep } from '../../domain/errors.js';

/** What a request that could not be taken is answered with (contracts, "HTTP"). */
export interface ErrorBody {
  readonly error: { readonly code: string; readonly message: string };
}

export function errorBody(code: string, message: string): ErrorBody {
  return { error: { code, message } };
}

/** An error of ours with what to do next. */
export function errorBodyOf(error: CentralOpsError): ErrorBody {
  return errorBody(error.code, withNextStep(error.message, error.nextStep));
}
