import { beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../../src/planning/catalogue/catalogue.js';
import type { SensitiveRead } from '../../../../src/domain/sensitive-read.js';
import { proveReadOnly } from '../../../../src/planning/read-only-policy.js';
import { loadWording } from '../../../../src/planning/search/wording/index.js';
import type { ServiceWording } from '../../../../src/planning/search/wording/wording.js';

const SENSITIVE_READS: readonly SensitiveRead[] = ['object-bodies', 'log-events', 'parameters'];

describe('the wording of the search', () => {
  let wording: readonly ServiceWording[] = [];
  let texts: readonly (readonly [label: string, text: string])[] = [];

  beforeAll(async () => {
    wording = await loadWording();
    texts = wording.flatMap(({ service, called, operations }): (readonly [string, string])[] => [
      [service, called],
      ...Object.entries(operations).map(([operation, text]) => [`${service} ${operation}`, text] as const),
    ]);
  });

  it('speaks of each service in one place', () => {
    const services = wording.map(({ service }) => service);

    expect(services.filter((service, index) => services.indexOf(service) !== index)).toEqual([]);
  });

  it('is made of phrases between semicolons, none of them empty or said twice', () => {
    const careless = texts.filter(([, text]) => {
      const phrases = text.split('; ');
      return (
        phrases.some((phrase) => !/^[!-~](?:[ -:<-~]*[!-~])?$/.test(phrase)) || new Set(phrases).size < phrases.length
      );
    });

    expect(careless.map(([label]) => label)).toEqual([]);
  });

  it('names only what the policy lets a person ask, at most after a setting', () => {
    const catalogue = createCatalogue();
    const refused = wording.flatMap(({ service, operations }) =>
      Object.keys(operations).flatMap((operation) => {
        const proof = proveReadOnly(catalogue, { service, operation }, { sensitiveReads: SENSITIVE_READS });
        return proof.allowed ? [] : [proof.reason];
      }),
    );

    expect(refused).toEqual([]);
  });
});
