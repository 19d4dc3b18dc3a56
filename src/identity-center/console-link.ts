/** Links into the AWS console that hold no secret: the portal asks who it is, and opens the role. */
import { CentralOpsError } from '../domain/errors.js';
import type { Partition } from '../domain/account.js';
import { partitionOfRegion } from '../domain/region.js';
import type { IdentityCenterSession } from './session.js';

export interface ConsoleTarget {
  readonly accountId: string;
  /** Undefined: the portal lets the person choose. */
  readonly roleName: string | undefined;
  /** A page of the console. */
  readonly destination: string | undefined;
  /** Instead of a page: a service's first one, in a Region. */
  readonly service: string | undefined;
  readonly region: string | undefined;
}

/** What the pages of a partition's console are under. */
const PAGES: Readonly<Record<Partition, string>> = {
  aws: 'aws.amazon.com',
  'aws-cn': 'amazonaws.cn',
  'aws-us-gov': 'amazonaws-us-gov.com',
};

/**
 * The shortcut link of the portal. Never a federation link, which is a bearer token. Throws `usage` for a page that is not of the
 * console. https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
 */
export function consoleLink({ startUrl, region }: IdentityCenterSession, target: ConsoleTarget): string {
  const partition = partitionOfRegion(region);
  const destination = destinationOf(target, partition);
  const query = [
    ['account_id', target.accountId],
    ...(target.roleName === undefined ? [] : [['role_name', target.roleName]]),
    ...(destination === undefined ? [] : [['destination', destination]]),
  ].map(([key = '', value = '']) => `${key}=${encodeURIComponent(value)}`);
  // People copy start URLs with the fragment that the portal itself adds.
  const portal = startUrl.replace(/#.*$/, '').replace(/\/+$/, '');
  return `${portal}/#/console?${query.join('&')}`;
}

function destinationOf(target: ConsoleTarget, partition: Partition): string | undefined {
  const { destination, service, region } = target;
  const pages = PAGES[partition];
  const home = ['console', pages].join('.');
  if (destination !== undefined) {
    const url = URL.canParse(destination) ? new URL(destination) : undefined;
    const isConsole = url?.protocol === 'https:' && (url.hostname === pages || url.hostname.endsWith(`.${pages}`));
    if (isConsole && url.username === '' && url.password === '') return url.href;
    throw new CentralOpsError('usage', `"${destination}" does not lead to the AWS console, or holds a password.`, {
      nextStep: `Give an https address under ${home}, or --service and --region.`,
    });
  }
  if (service === undefined && region === undefined) return undefined;
  if (region !== undefined && partitionOfRegion(region) !== partition) {
    throw new CentralOpsError('usage', `${region} is in another partition than the portal.`, {
      nextStep: 'Choose the session of that partition with --sso-session.',
    });
  }
  if (service !== undefined && !/^[a-z][a-z0-9-]{0,63}$/.test(service)) {
    throw new CentralOpsError('usage', `"${service}" cannot be the name of a service.`, {
      nextStep:
        'Write it as in the address of its console, such as ec2 or cloudwatch; or give the address with --destination.',
    });
  }
  const host = region === undefined ? home : `${region}.${home}`;
  return `https://${host}/${service ?? 'console'}/home${region === undefined ? '' : `?region=${region}`}`;
}
