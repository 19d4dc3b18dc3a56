import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAttribution } from '../../../src/credentials/session-attribution.js';
import { CALLER_PLACES, type Caller } from '../../../src/domain/caller.js';

const alice: Caller = { kind: 'verified', name: 'alice@example.com' };

describe('createAttribution', () => {
  it('is the process alone unless configuration lets the caller travel along', () => {
    expect(createAttribution('server', [])(alice)).toEqual({ sessionName: 'central-ops-server' });
    expect(createAttribution('server', CALLER_PLACES)(undefined)).toEqual({ sessionName: 'central-ops-server' });
  });

  it('puts the caller where it is wanted', () => {
    expect(createAttribution('server', CALLER_PLACES)(alice)).toEqual({
      sessionName: 'central-ops-alice@example.com',
      sourceIdentity: 'alice@example.com',
      tags: [{ Key: 'CentralOpsCaller', Value: 'alice@example.com' }],
    });
    expect(createAttribution('server', ['source-identity'])(alice)).toEqual({
      sessionName: 'central-ops-server',
      sourceIdentity: 'alice@example.com',
    });
  });

  it('never sends the session id of an anonymous caller, and tells two of them apart', () => {
    const attribution = createAttribution('server', CALLER_PLACES);
    const [one, two] = ['session-one', 'session-two'].map((name) => attribution({ kind: 'anonymous', name }));

    expect(JSON.stringify([one, two])).not.toContain('session-one');
    expect(one?.sourceIdentity).toMatch(/^anonymous-[0-9a-f]{8}$/);
    expect(one?.sourceIdentity).not.toBe(two?.sourceIdentity);
  });

  it('keeps callers apart whose names become alike in the letters that STS takes', () => {
    const attribution = createAttribution('server', ['source-identity', 'session-tags']);
    const [slash, hash] = ['a/b c', 'a#b c'].map((name) => attribution({ kind: 'verified', name }));

    expect(slash?.sourceIdentity).not.toBe(hash?.sourceIdentity);
    expect(slash?.tags).not.toEqual(hash?.tags);
  });

  it('is what STS takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const { sourceIdentity, tags } = createAttribution('server', CALLER_PLACES)({ kind: 'verified', name });

        expect(sourceIdentity).toMatch(/^[\w+=,.@-]{2,64}$/);
        expect(sourceIdentity).not.toMatch(/^aws:/i);
        expect(tags?.[0]?.Value).toMatch(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u);
      }),
    );
  });
});
