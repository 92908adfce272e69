import { describe, expect, test } from '@jest/globals';
import { settingsInForce } from '../../src/settings/layers.js';

const file = (text: string, path = '.github/postern.yml') => ({ path, text });
const organisation = file('profile: strict\n', 'acme/.github/.github/postern.yml');

test('what a repository does not say stays as its organisation says', async () => {
  const above = `defaults: { logRetentionDays: 30, reservedConcurrency: 10 }
policies: { admin-grant: { severity: critical }, tracing-off: off }
trust: { layerPublishers: ['1'] }
exclude: ['docs/**']
acceptNewSuppressions: [low]
suppressions: [{ policy: admin-grant, reason: a }]
`;
  const own = `defaults: { reservedConcurrency: 20 }
policies: { tracing-off: high }
trust: { layerPublishers: ['2'] }
exclude: ['test/**']
acceptNewSuppressions: []
suppressions: [{ policy: tracing-off, reason: b }]
`;
  const texts = { repository: file(own), organisation: file(above, 'acme/.github/.github/postern.yml') };
  const { settings, notices } = await settingsInForce(texts, ['admin-grant', 'tracing-off']);
  expect(notices).toEqual([]);
  expect(settings).toMatchObject({
    defaults: { logRetentionDays: 30, reservedConcurrency: 20, maxReceiveCount: 5 },
    policies: { 'admin-grant': { severity: 'critical' }, 'tracing-off': { severity: 'high' } },
    trust: { layerPublishers: ['1', '2'] },
    exclude: ['docs/**', 'test/**'],
    acceptNewSuppressions: [],
    suppressions: [{ reason: 'a' }, { reason: 'b' }],
  });
});

describe('the profile in force is', () => {
  test.each([
    ['the usual one without a file', undefined, undefined, 'standard', 0],
    ["the organisation's where the repository says nothing", undefined, organisation, 'strict', 0],
    ["the repository's where both say one", file('profile: advisory\n'), organisation, 'advisory', 0],
    ["the organisation's where the repository's file is broken", file('profile: lax\n'), organisation, 'strict', 1],
    ["the usual one where the organisation's file is broken", undefined, file('profile: [\n'), 'standard', 1],
  ] as const)('%s', async (...[, repository, above, profile, mistakes]) => {
    const { settings, notices } = await settingsInForce({ repository, organisation: above }, []);
    expect(settings.profile).toBe(profile);
    expect(notices).toHaveLength(mistakes);
  });
});
