import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';

/** Everyday commands that read: 98 services. */
export const ORDINARY: readonly string[] = readFileSync(
  new URL('../../../../fixtures/ordinary-commands.txt', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n');

/** Commands that change something, start a program, print a secret or touch files: written from the AWS CLI's reference. */
export const FORBIDDEN: readonly string[] = [
  'ec2 run-instances',
  'ec2 terminate-instances --instance-ids i-0123456789abcdef0',
  'ec2 stop-instances --instance-ids i-0123456789abcdef0',
  'ec2 create-tags --resources i-1 --tags Key=a,Value=b',
  'ec2 get-password-data --instance-id i-0123456789abcdef0',
  'ec2 get-console-output --instance-id i-0123456789abcdef0',
  'ec2-instance-connect ssh --instance-id i-0123456789abcdef0',
  's3 cp s3://b/k -',
  's3 mv s3://b/k s3://b/j',
  's3 sync . s3://b',
  's3 rm s3://b --recursive',
  's3 rb s3://b --force',
  's3 mb s3://b',
  's3 presign s3://b/k',
  's3 website s3://b --index-document i',
  's3api get-object --bucket b --key k out',
  's3api put-object --bucket b --key k',
  's3api delete-bucket --bucket b',
  's3api select-object-content --bucket b --key k --expression x --expression-type SQL out',
  'iam create-access-key --user-name alice',
  'iam generate-credential-report',
  'iam get-credential-report',
  'iam delete-user --user-name alice',
  'sts assume-role --role-arn arn:aws:iam::123456789012:role/x --role-session-name x',
  'sts get-session-token',
  'sts get-federation-token --name x',
  'ecr get-login-password',
  'ecr get-authorization-token',
  'ecr-public get-login-password',
  'eks get-token --cluster-name x',
  'eks update-kubeconfig --name x',
  'codeartifact login --tool npm --domain d --repository r',
  'codeartifact get-authorization-token --domain d',
  'rds generate-db-auth-token --hostname h --port 1 --username u',
  'rds delete-db-instance --db-instance-identifier x',
  'secretsmanager get-secret-value --secret-id x',
  'secretsmanager batch-get-secret-value --secret-id-list x',
  'ssm get-parameter --name x --with-decryption',
  'ssm get-parameters-by-path --path / --with-decryption',
  'ssm start-session --target i-0123456789abcdef0',
  'ssm send-command --document-name AWS-RunShellScript --targets Key=x,Values=y',
  'ecs execute-command --cluster c --task t --command sh --interactive',
  'emr ssh --cluster-id j-1 --key-pair-file k',
  'cloudformation deploy --template-file t --stack-name s',
  'cloudformation package --template-file t --s3-bucket b',
  'cloudformation detect-stack-drift --stack-name s',
  'lambda invoke --function-name f out',
  'iot-data get-thing-shadow --thing-name t out',
  'apigateway get-sdk --rest-api-id r --stage-name s --sdk-type t out',
  'lambda get-function --function-name f',
  'lambda update-function-code --function-name f --zip-file fileb://x',
  'logs start-query --log-group-name g --start-time 1 --end-time 2 --query-string q',
  'logs get-log-events --log-group-name g --log-stream-name s',
  'logs tail g --follow',
  'kms decrypt --ciphertext-blob x',
  'dynamodb get-item --table-name t --key {}',
  'dynamodb scan --table-name t',
  'ddb select t',
  'sqs receive-message --queue-url https://sqs.us-east-1.amazonaws.com/1/q',
  'kinesis get-shard-iterator --stream-name s --shard-id 1 --shard-iterator-type LATEST',
  'configure list',
  'configure export-credentials',
  'configure set region x',
  'sso login',
  'sso get-role-credentials --role-name r --account-id 1 --access-token t',
  'login',
  'history show',
  'help',
  'ec2 help',
  'ec2 wait instance-running',
  'ec2 describe-instances help',
  'deploy install --config-file c',
  'servicecatalog generate product',
  'gamelift upload-build --name n',
  'datapipeline list-runs --pipeline-id p',
  'cloudfront sign --url u',
  'dlm create-default-role',
  'lightsail download-default-key-pair',
];

/** Options that must never reach the CLI, with what may follow them. */
const FORBIDDEN_OPTIONS: readonly (readonly [name: string, value: string])[] = [
  ['profile', 'admin'],
  ['endpoint-url', 'http://evil.example'],
  ['no-verify-ssl', ''],
  ['ca-bundle', '/tmp/ca.pem'],
  ['debug', ''],
  ['no-sign-request', ''],
  ['cli-input-json', 'file:///etc/passwd'],
  ['cli-input-yaml', 'x'],
  ['cli-auto-prompt', ''],
  ['version', ''],
];

const LOADERS = [
  'file:///etc/passwd',
  'fileb://x',
  'FILE://x',
  ' file://x',
  'http://evil.example/x',
  'https://evil.example/x',
];

const SHELL = [
  '; touch /tmp/owned',
  '&& id',
  '|| id',
  '| sh',
  '> /tmp/owned',
  '>> ~/.bashrc',
  '< /etc/passwd',
  '`id`',
  '$(id)',
  '${IFS}id',
  '$IFS',
  '& id &',
  '\nid',
  '\r\nid',
  '\u2028id',
  '\0id',
  '# comment',
  '*',
  '~root',
  '{a,b}',
  '<(id)',
  '"$(id)"',
  "'",
  '"',
  '\\',
  '-- --profile x',
  '-',
  '--',
  '-x',
];

const PROGRAMS = [
  'aws;',
  '/bin/sh',
  'sh -c',
  'sudo aws',
  'env aws',
  'aws2',
  'AWS',
  './aws',
  '/usr/bin/aws',
  'aws.exe',
  'AWS_PROFILE=x aws',
  '\\aws -x',
  'exec aws',
  '"aws s3"',
  '',
];

const ordinary = fc.constantFrom(...ORDINARY);
const forbidden = fc.constantFrom(...FORBIDDEN);

const forbiddenOption = fc
  .tuple(fc.constantFrom(...FORBIDDEN_OPTIONS), fc.integer({ min: 1, max: 14 }), fc.boolean(), fc.boolean())
  .map(([[name, value], letters, whole, equals]) => {
    const written = `--${whole ? name : name.slice(0, Math.max(1, letters))}`;
    return value === '' ? written : `${written}${equals ? '=' : ' '}${value}`;
  });

const loaded = fc
  .tuple(
    fc.constantFrom('--filters', '--query', '--bucket', '--prefix', '--names', '--x'),
    fc.constantFrom(...LOADERS),
    fc.constantFrom('', 'Key=@=', 'a=b,Key@='),
    fc.constantFrom("'", '"', ''),
  )
  .map(([option, loader, before, quote]) => `${option} ${quote}${before}${loader}${quote}`);

/** Puts something between two words, or at an end. */
function inserted(command: string, what: string, at: number): string {
  const words = command.split(' ');
  const place = at % (words.length + 1);
  return [...words.slice(0, place), what, ...words.slice(place)].join(' ');
}

const mixed = fc
  .array(
    fc.oneof(
      ordinary.map((command) => command.split(' ')),
      forbidden.map((command) => command.split(' ')),
    ),
    {
      minLength: 2,
      maxLength: 3,
    },
  )
  .chain((commands) => fc.shuffledSubarray(commands.flat(), { minLength: 2 }))
  .map((words) => `aws ${words.join(' ')}`);

/** Hostile commands: attacks on the splitting, on the CLI's parsers, on the policy; and soup of all of it. */
export const hostileCommand: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(ordinary, fc.constantFrom(...SHELL), fc.nat()).map(([command, attack, at]) => inserted(command, attack, at)),
  fc.tuple(ordinary, fc.constantFrom(...SHELL)).map(([command, attack]) => `${command}${attack}`),
  fc.tuple(ordinary, forbiddenOption, fc.nat()).map(([command, option, at]) => inserted(command, option, at)),
  fc.tuple(ordinary, loaded, fc.nat()).map(([command, value, at]) => inserted(command, value, at)),
  fc.tuple(ordinary, fc.constantFrom(...PROGRAMS)).map(([command, program]) => command.replace(/^aws/, program)),
  forbidden.map((command) => `aws ${command}`),
  fc.tuple(forbidden, forbiddenOption).map(([command, option]) => `aws ${option} ${command}`),
  fc.tuple(ordinary, forbidden).map(([command, other]) => `${command} ${other}`),
  fc.tuple(forbidden, ordinary, fc.nat()).map(([command, other, at]) => inserted(`aws ${command}`, other, at)),
  fc.tuple(ordinary, fc.string({ maxLength: 12 }), fc.nat()).map(([command, text, at]) => inserted(command, text, at)),
  fc
    .tuple(ordinary, fc.constantFrom('/tmp/outfile', '../x', 'out.json', '-'), fc.nat())
    .map(([command, file, at]) => inserted(command, file, at)),
  mixed,
  fc.string({ maxLength: 60 }),
  fc.string({ maxLength: 60 }).map((text) => `aws ${text}`),
);

/** Whether what was passed to the AWS CLI is harmless, by rules of its own: nothing of the product's tables is in them. */
export function whyHarmful(argv: readonly string[]): string | undefined {
  const [service = '', operation = ''] = argv;
  if (!/^[a-z0-9-]+$/.test(service) || !/^[a-z0-9-]+$/.test(operation)) return 'service or operation is no plain word';
  const known = FORBIDDEN.map((command) => command.split(' '));
  const bad = known.find(([one, two]) => one === service && two === operation);
  if (bad !== undefined && !ORDINARY.some((command) => command.includes(` ${service} ${operation}`))) {
    return `${service} ${operation} is forbidden`;
  }
  if (!/^(?:describe|list|get|head|batch-get|batch-describe|search|lookup|select|filter|ls$)/.test(operation)) {
    return `${operation} does not sound like a read`;
  }
  const options = argv.filter((word) => word.startsWith('-') && !/^-\d/.test(word));
  const wrong = options.find(
    (option) =>
      !/^--[a-z0-9][a-z0-9-]*$/.test(option) ||
      FORBIDDEN_OPTIONS.some(([name]) => name.startsWith(option.slice(2))) ||
      '--with-decryption'.startsWith(option),
  );
  if (wrong !== undefined) return `${wrong} is forbidden`;
  const loader = argv.find(
    (word, index) =>
      /fileb?:\/\//i.test(word) ||
      (/^\s*https?:/i.test(word) && argv[index - 1] !== '--queue-url') ||
      (word.includes('@=') && argv[index - 1] !== '--query'),
  );
  if (loader !== undefined) return `${loader} is loaded`;
  const positional = argv.slice(2).find((word, index) => index === 0 && !word.startsWith('-'));
  return positional !== undefined && `${service} ${operation}` !== 's3 ls' ? `${positional} is a file` : undefined;
}
