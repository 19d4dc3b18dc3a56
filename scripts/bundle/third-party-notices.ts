import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.string().optional() });

/** Licences that ask for no more than their text. */
const PERMISSIVE = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'MIT-0']);
const TEXT = /^(?:licen[cs]e|notice|copying)/i;
const RULE = `\n${'-'.repeat(80)}\n\n`;

interface Notice {
  /** Name, version and licence. */
  readonly title: string;
  readonly text: string;
}

/**
 * The licences of the packages that `files` (paths from `root`) belong to, with their texts, for shipping beside a bundle of
 * them. A text that several have stands there once. Rejects when a licence is not one of those that may be shipped so.
 */
export async function thirdPartyNotices(root: string, files: readonly string[]): Promise<string> {
  const folders = new Set(files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []));
  const notices = await Promise.all([...folders].toSorted().map((folder) => noticeOf(join(root, folder))));
  const titles = new Map<string, Set<string>>();
  for (const { title, text } of notices) titles.set(text, (titles.get(text) ?? new Set()).add(title));
  const sections = [...titles].map(([text, of]) => [...of, '', text].join('\n').trimEnd() + '\n');
  return ['These packages are part of this program.\n', ...sections].join(RULE);
}

async function noticeOf(folder: string): Promise<Notice> {
  const { name, version, license } = Manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
  if (license === undefined || !PERMISSIVE.has(license))
    throw new Error(`${name} ${version} is licensed ${license ?? 'without saying how'}: it may not be bundled`);
  const names = (await readdir(folder)).filter((file) => TEXT.test(file)).toSorted();
  const texts = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
  return {
    title: `${name} ${version} (${license})`,
    text: texts.map((text) => text.replaceAll('\r\n', '\n').trimEnd()).join('\n\n'),
  };
}
