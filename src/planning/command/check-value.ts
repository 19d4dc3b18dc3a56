import { CentralOpsError } from '../../domain/errors.js';

/** Options whose value is an address that the CLI never loads (awscli/paramfile.py, `PARAMFILE_DISABLED`). */
const ADDRESSES: ReadonlySet<string> = new Set(['sqs queue-url']);

/** Requests once went to the address itself (legacy SQS clients), so it has to be one of AWS's. */
const QUEUE_URL = /^https:\/\/(?:[a-z0-9-]+\.)+amazonaws\.com(?:\.cn)?\/\d{12}\/[\w.-]+$/;

/** argparse takes a word that begins with a dash for an option, unless it is a number. */
export function looksLikeOption(word: string): boolean {
  return word.startsWith('-') && !/^-\d+$|^-\d*\.\d+$/.test(word);
}

/**
 * Refuses values that make the CLI read a file or fetch an address: `file://`, `fileb://`, in version 1 `http://` and `https://`,
 * and `Key@=…` of the shorthand syntax. Throws `refused`.
 */
export function checkValue(service: string, option: string, value: string): void {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  if (/fileb?:\/\//i.test(value)) {
    throw refused(option, `"${shown}" makes the AWS CLI read a file of this machine`);
  }
  const isQueue = ADDRESSES.has(`${service} ${option}`) && QUEUE_URL.test(value);
  if (/^\s*https?:\/\//i.test(value) && !isQueue) {
    throw refused(option, `"${shown}" is an address, which version 1 of the AWS CLI would fetch`);
  }
  if (option !== 'query' && value.includes('@=')) {
    throw refused(option, `"${shown}" has "@=", which makes the AWS CLI read a file of this machine`);
  }
}

function refused(option: string, reason: string): CentralOpsError {
  return new CentralOpsError('refused', `The command is not run: in --${option}, ${reason}.`, {
    nextStep: 'Write the value itself.',
  });
}
