import { describe, expect, test } from '@jest/globals';
import { settingsInForce } from '../../src/settings/layers.js';

const file = (text: string, path = '.github/postern.yml') => ({ path, text });
const organisation = file('profile: strict\n', 'acme/.github/.github/postern.yml');

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
