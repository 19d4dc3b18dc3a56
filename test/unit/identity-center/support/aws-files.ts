import type { AwsConfig } from '../../../../src/identity-center/aws-config/read-aws-config.js';
import { readAwsConfig } from '../../../../src/identity-center/aws-config/read-aws-config.js';

/** The AWS CLI's files from texts; a text that is left out is a file that is not there. */
export function awsConfig(texts: { readonly config?: string; readonly credentials?: string }): Promise<AwsConfig> {
  const files = new Map([
    ['/home/alice/.aws/config', texts.config],
    ['/home/alice/.aws/credentials', texts.credentials],
  ]);
  return readAwsConfig(
    {
      configFile: '/home/alice/.aws/config',
      credentialsFile: '/home/alice/.aws/credentials',
      readFile: (path) => {
        const text = files.get(path);
        if (text !== undefined) return Promise.resolve(new TextEncoder().encode(text));
        return Promise.reject(Object.assign(new Error('not there'), { code: 'ENOENT' }));
      },
    },
    AbortSignal.timeout(5000),
  );
}
