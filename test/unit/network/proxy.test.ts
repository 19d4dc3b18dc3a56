import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, it } from 'vitest';
import { awsClientOptions } from '../../../src/aws/client-options.js';
import { createNetwork, type Network } from '../../../src/network/network.js';
import { isExempt } from '../../../src/network/no-proxy.js';
import { type ProxyWorld, startProxyWorld } from './support/proxy-world.js';

const ENDPOINT = 'https://aws-mcp.us-east-1.api.aws/mcp';

let world: ProxyWorld;
let network: Network | undefined;

afterEach(async () => {
  network?.close();
  await world.close();
});

/** The network as configuration makes it behind a corporate proxy. */
function behind(proxy: URL, noProxy = ''): Network {
  network = createNetwork({ loopbackOnly: false, certificates: [world.certificate], proxy: { url: proxy, noProxy } });
  return network;
}

describe('a network behind a proxy', () => {
  it('reaches AWS through it, over one tunnel for several requests', async () => {
    world = await startProxyWorld();
    const { fetch } = behind(world.proxy);

    const replies = [await (await fetch(ENDPOINT)).text(), await (await fetch(ENDPOINT)).text()];

    expect(replies).toEqual(['hello from aws-mcp.us-east-1.api.aws/mcp', 'hello from aws-mcp.us-east-1.api.aws/mcp']);
    expect(world.tunnels).toEqual([{ target: 'aws-mcp.us-east-1.api.aws:443', authorization: undefined }]);
  });

  it("leads the AWS SDK's clients through it as well", async () => {
    world = await startProxyWorld();
    const sts = new STSClient({
      ...awsClientOptions(behind(world.proxy), 'us-east-1', undefined),
      credentials: { accessKeyId: 'AKIA', secretAccessKey: 'secret' },
    });

    // Our server does not speak STS; that it was asked is what this shows.
    await sts.send(new GetCallerIdentityCommand({})).catch(() => undefined);

    expect(world.tunnels.map(({ target }) => target)).toEqual(['sts.us-east-1.amazonaws.com:443']);
    expect(world.requests).toEqual(['sts.us-east-1.amazonaws.com']);
  });

  it('shows user and password to the proxy alone', async () => {
    world = await startProxyWorld();
    const proxy = new URL(world.proxy);
    proxy.username = 'alice';
    proxy.password = 'p%40ss';

    await behind(proxy).fetch(ENDPOINT);

    expect(world.tunnels[0]?.authorization).toBe(`Basic ${Buffer.from('alice:p@ss').toString('base64')}`);
  });

  it('goes straight to this machine, and to what NO_PROXY names', async () => {
    world = await startProxyWorld();

    const reply = await behind(world.proxy).fetch(world.direct);

    expect([await reply.text(), world.tunnels]).toEqual([`hello from ${world.direct.host}/`, []]);
  });

  it.each([
    [403, 'refused it with HTTP 403'],
    [407, 'wants a user and a password (407)'],
  ])("tells the proxy's %s from an answer of AWS, without its password", async (status, what) => {
    world = await startProxyWorld({ refuse: status });
    const proxy = new URL(world.proxy);
    proxy.username = 'alice';
    proxy.password = 'hunter2';

    const failure = behind(proxy).fetch(ENDPOINT);

    await expect(failure).rejects.toMatchObject({
      code: 'unreachable',
      message: `aws-mcp.us-east-1.api.aws was to be reached through the proxy http://${world.proxy.host} (HTTPS_PROXY), which ${what}.`,
      nextStep: 'Check HTTPS_PROXY, or add aws-mcp.us-east-1.api.aws to NO_PROXY when it is reached directly.',
    });
  });

  it('names a proxy that does not answer', async () => {
    world = await startProxyWorld();
    const { proxy } = world;
    await world.close();

    await expect(behind(proxy).fetch(ENDPOINT)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining(`http://${proxy.host} (HTTPS_PROXY), which could not be reached`),
    });
  });

  it('does not trust a certificate that nobody named', async () => {
    world = await startProxyWorld();
    network = createNetwork({ loopbackOnly: false, proxy: { url: world.proxy, noProxy: '' } });

    await expect(network.fetch(ENDPOINT)).rejects.toMatchObject({
      code: 'unreachable',
      nextStep: 'Behind an inspecting proxy, name its certificate with AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS.',
    });
    expect(world.requests).toEqual([]);
  });
});

describe('isExempt', () => {
  it.each([
    ['', 'sts.us-east-1.amazonaws.com', false],
    ['*', 'sts.us-east-1.amazonaws.com', true],
    ['amazonaws.com', 'sts.us-east-1.amazonaws.com', true],
    ['.amazonaws.com', 'sts.us-east-1.amazonaws.com', true],
    ['*.amazonaws.com', 'sts.us-east-1.amazonaws.com', true],
    ['sts.us-east-1.amazonaws.com:443', 'sts.us-east-1.amazonaws.com', true],
    ['sts.us-east-1.amazonaws.com:8443', 'sts.us-east-1.amazonaws.com', false],
    ['zonaws.com', 'sts.us-east-1.amazonaws.com', false],
    ['amazonaws.com.evil.example', 'sts.us-east-1.amazonaws.com', false],
    ['corp.example, AMAZONAWS.COM', 'sts.us-east-1.amazonaws.com', true],
    ['corp.example amazonaws.com', 'sts.us-east-1.amazonaws.com', true],
    ['169.254.169.254', '169.254.169.254', true],
    ['::1', '::1', true],
    ['[::1]:443', '[::1]', true],
    [',, ,', 'anything', false],
  ])('%j of %s is %s', (noProxy, host, exempt) => {
    expect(isExempt(noProxy, host, 443)).toBe(exempt);
  });
});
