import { describe, expect, it } from 'vitest';
import { consoleLink, type ConsoleTarget } from '../../../src/identity-center/console-link.js';

function link(
  target: Partial<ConsoleTarget>,
  startUrl = 'https://corp.awsapps.com/start',
  region = 'us-east-1',
): string {
  return consoleLink(
    { name: 'corp', startUrl, region, scopes: [] },
    {
      accountId: '111122223333',
      roleName: undefined,
      destination: undefined,
      service: undefined,
      region: undefined,
      ...target,
    },
  );
}

const PORTAL = 'https://corp.awsapps.com/start/#/console?account_id=111122223333';

describe('consoleLink', () => {
  it.each([
    [{}, PORTAL],
    [{ roleName: 'ReadOnly' }, `${PORTAL}&role_name=ReadOnly`],
    [{ roleName: 'A+b=c,d@e' }, `${PORTAL}&role_name=A%2Bb%3Dc%2Cd%40e`],
    [
      { service: 'ec2', region: 'eu-west-1' },
      `${PORTAL}&destination=https%3A%2F%2Feu-west-1.console.aws.amazon.com%2Fec2%2Fhome%3Fregion%3Deu-west-1`,
    ],
    [{ service: 'iam' }, `${PORTAL}&destination=https%3A%2F%2Fconsole.aws.amazon.com%2Fiam%2Fhome`],
    [
      { region: 'eu-west-1' },
      `${PORTAL}&destination=https%3A%2F%2Feu-west-1.console.aws.amazon.com%2Fconsole%2Fhome%3Fregion%3Deu-west-1`,
    ],
    [
      { destination: 'https://s3.console.aws.amazon.com/s3/buckets/a&b?x=1#y' },
      `${PORTAL}&destination=https%3A%2F%2Fs3.console.aws.amazon.com%2Fs3%2Fbuckets%2Fa%26b%3Fx%3D1%23y`,
    ],
  ])('of %j is %s', (target, url) => {
    expect(link(target)).toBe(url);
  });

  it.each(['https://corp.awsapps.com/start/', 'https://corp.awsapps.com/start#/', 'https://corp.awsapps.com/start/#'])(
    'is the same from %s',
    (startUrl) => {
      expect(link({}, startUrl)).toBe(PORTAL);
    },
  );

  it.each([
    ['cn-north-1', 'https%3A%2F%2Fcn-north-1.console.amazonaws.cn%2Fec2%2Fhome%3Fregion%3Dcn-north-1'],
    ['us-gov-west-1', 'https%3A%2F%2Fus-gov-west-1.console.amazonaws-us-gov.com%2Fec2%2Fhome%3Fregion%3Dus-gov-west-1'],
  ])('leads to the console of the partition of %s', (region, destination) => {
    expect(link({ service: 'ec2', region }, 'https://corp.awsapps.com/start', region)).toBe(
      `${PORTAL}&destination=${destination}`,
    );
  });

  it.each([
    [{ destination: 'https://evil.example/console.aws.amazon.com' }],
    [{ destination: 'https://aws.amazon.com.evil.example/' }],
    [{ destination: 'http://console.aws.amazon.com/' }],
    [{ destination: 'javascript:alert(1)' }],
    [{ destination: 'https://user:secret@console.aws.amazon.com/' }],
    [{ service: 'ec2/../x' }],
    [{ region: 'cn-north-1' }],
  ])('refuses %j', (target) => {
    expect(() => link(target)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
