import { assert, json, property, uint8Array } from 'fast-check';
import { CentralOpsError } from '../../../../src/domain/errors.js';
import { describe, expect, it } from 'vitest';
import { parseJsonBody } from '../../../../src/entry/http/json-body.js';

const bytes = (text: string, encoding: BufferEncoding = 'utf8'): Buffer => Buffer.from(text, encoding);

describe('parseJsonBody', () => {
  it.each([
    ['{"prompt": "Wie viele?"}', undefined, { prompt: 'Wie viele?' }],
    ['\uFEFF[1]', 'application/json', [1]],
    ['"ü"', 'application/json; charset=utf-8', 'ü'],
    ['"ü"', 'application/json;charset="UTF-8"', 'ü'],
    ['1', 'text/plain; boundary=x', 1],
  ])('reads %j of %s', (text, type, value) => {
    expect(parseJsonBody(bytes(text), type)).toEqual(value);
  });

  it.each<[string, Buffer, string | undefined, string]>([
    ['an empty body', bytes(''), undefined, 'the body is not JSON: see line 1, column 1'],
    ['half an object', bytes('{"prompt":\n "x'), undefined, 'the body is not JSON: see line 2, column 2'],
    ['Latin-1', bytes('{"prompt": "für"}', 'latin1'), undefined, 'the body is not UTF-8'],
    ['UTF-16', bytes('{"a": 1}', 'utf16le'), undefined, 'the body is not JSON: see line 1, column 2'],
    ['another charset', bytes('1'), 'application/json; charset=iso-8859-1', 'the body is said to be iso-8859-1'],
    ['65 levels', bytes('['.repeat(65) + ']'.repeat(65)), undefined, 'the body is nested more than 64 levels deep'],
    [
      'a million levels',
      bytes('['.repeat(1e6) + ']'.repeat(1e6)),
      undefined,
      'the body is nested more than 64 levels deep',
    ],
    ['20,001 values', bytes(`[${'1,'.repeat(2e4)}1]`), undefined, 'the body has more than 20000 values'],
  ])('refuses %s', (_, body, type, message) => {
    const parse = (): unknown => parseJsonBody(body, type);

    expect(parse).toThrow(expect.objectContaining({ code: 'usage', message }));
  });

  it('reads JSON as JSON.parse does', () => {
    assert(
      property(json(), (text) => {
        expect(parseJsonBody(bytes(text), undefined)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('says what is wrong with any other bytes, and throws nothing else', () => {
    assert(
      property(uint8Array(), (body) => {
        const problem = problemOf(body);

        expect(['none', 'usage']).toContain(problem);
      }),
    );
  });
});

function problemOf(body: Uint8Array): unknown {
  try {
    parseJsonBody(body, undefined);
    return 'none';
  } catch (error) {
    return error instanceof CentralOpsError ? error.code : error;
  }
}
