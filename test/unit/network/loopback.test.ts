import { describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../../../src/domain/loopback.js';

describe('isLoopbackHost', () => {
  it.each(['localhost', 'LOCALHOST', '127.0.0.1', '127.255.255.254', '::1', '[::1]', '::ffff:127.0.0.1'])(
    'takes %s',
    (host) => {
      expect(isLoopbackHost(host)).toBe(true);
    },
  );

  it.each([
    '',
    '0.0.0.0',
    '::',
    '128.0.0.1',
    '127.0.0.256',
    '127.1',
    '127.0.0.1.example.com',
    'localhost.example.com',
    'notlocalhost',
    '::ffff:10.0.0.1',
    '169.254.169.254',
    '127.0.0.1:8080',
  ])('does not take %j', (host) => {
    expect(isLoopbackHost(host)).toBe(false);
  });
});
