import { describe, expect, it } from 'vitest';
import { editIni, type IniEdit } from '../../../../src/identity-center/aws-config/edit-ini.js';
import { scanIni, type WrittenSection } from '../../../../src/identity-center/aws-config/ini.js';

function section(text: string, name: string): WrittenSection {
  const scanned = scanIni(text);
  const found = scanned.ok ? scanned.written.find((one) => one.name === name) : undefined;
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

function edit(text: string, ...edits: readonly IniEdit[]): string {
  return editIni(text, edits, 'config').text;
}

const append = (header: string): IniEdit => ({ kind: 'append', header, entries: new Map([['region', 'x']]) });

function change(text: string, name: string, keys: Record<string, string | undefined>, header?: string): string {
  return edit(text, {
    kind: 'change',
    section: section(text, name),
    keys: new Map(Object.entries(keys)),
    ...(header === undefined ? {} : { header }),
  });
}

const remove = (text: string, name: string): string => edit(text, { kind: 'remove', section: section(text, name) });

describe('an appended section', () => {
  it.each([
    ['', '[p]\nregion = x\n'],
    ['[a]\nk = v\n', '[a]\nk = v\n\n[p]\nregion = x\n'],
    ['[a]\nk = v', '[a]\nk = v\n\n[p]\nregion = x\n'],
    ['[a]\nk = v\n\n', '[a]\nk = v\n\n[p]\nregion = x\n'],
    ['[a]\r\nk = v', '[a]\r\nk = v\r\n\r\n[p]\r\nregion = x\r\n'],
    ['[a]\n\ts3 =\n\t\tmax = 1\n# end', '[a]\n\ts3 =\n\t\tmax = 1\n# end\n\n[p]\nregion = x\n'],
  ])('follows %j', (before, after) => {
    expect(edit(before, append('p'))).toBe(after);
  });
});

describe('a changed section', () => {
  it.each([
    ['[a]\nk = v\n', { k: 'w' }, '[a]\nk = w\n'],
    ['[a]\n  K:  v \r\n  l = 1', { k: 'w' }, '[a]\n  K:  w\r\n  l = 1'],
    ['[a]\nk =\nl = 1', { k: 'w' }, '[a]\nk = w\nl = 1'],
    ['[a]\nk = v\n  more\n# mine\n  again\nl = 1\n', { k: 'w' }, '[a]\nk = w\n# mine\nl = 1\n'],
    ['[a]\nk = v\n\n# next\n[b]\n', { l: '1' }, '[a]\nk = v\nl = 1\n\n# next\n[b]\n'],
    ['[a]\n\tk = v', { l: '1' }, '[a]\n\tk = v\n\tl = 1\n'],
    ['[a]', { l: '1' }, '[a]\nl = 1\n'],
    ['[a]\nk = v\nl = 1\n', { k: undefined, m: '2' }, '[a]\nl = 1\nm = 2\n'],
    ['[a]\nk = v\n', { k: 'v' }, '[a]\nk = v\n'],
  ])('keeps everything else of %j', (before, keys, after) => {
    expect(change(before, 'a', keys)).toBe(after);
  });

  it('gets another name, and keeps what stands behind it', () => {
    expect(change(' [profile "a"] # mine\nk = v\n', 'profile "a"', {}, 'profile b')).toBe(
      ' [profile b] # mine\nk = v\n',
    );
  });
});

describe('a removed section', () => {
  it.each([
    ['[a]\nk = v\n\n[b]\nl = 1\n', 'b', '[a]\nk = v\n'],
    ['[a]\nk = v\n\n# of b\n[b]\nl = 1\n', 'a', '\n# of b\n[b]\nl = 1\n'],
    ['[a]\nk = v\n\n[b]\nl = 1\n\n[c]\n', 'b', '[a]\nk = v\n\n[c]\n'],
    ['[b]\nl = 1', 'b', ''],
  ])('leaves of %j without %s', (before, name, after) => {
    expect(remove(before, name)).toBe(after);
  });

  it('is what an append wrote', () => {
    const before = '[a]\nk = v\n';

    expect(remove(edit(before, append('p')), 'p')).toBe(before);
  });

  it('is refused where a later header would become part of the value above', () => {
    const text = '[a]\nk = v\n[b]\n    l = 1\n  [c]\n';

    expect(() => remove(text, 'b')).toThrow(
      'config, line 5: [c] cannot be edited without changing how the lines around it',
    );
  });
});
