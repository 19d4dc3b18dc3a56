import { beforeAll, describe, expect, it } from 'vitest';
import { loadWording } from '../../../../src/planning/search/wording/index.js';
import type { ServiceWording } from '../../../../src/planning/search/wording/wording.js';

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

  it('names nothing but reading operations', () => {
    const operations = wording.flatMap((entry) => Object.keys(entry.operations));

    expect(
      operations.filter(
        (name) => !/^(Describe|List|Get|Head|BatchGet|BatchDescribe|Search|Lookup|Select)[A-Z0-9]/.test(name),
      ),
    ).toEqual([]);
  });
});
