import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../../src/settings/defaults.js';
import { parseSettings } from '../../src/settings/file.js';

const read = (text: string) => parseSettings('.github/postern.yml', text, ['tracing-off', 'admin-grant']);

describe('parseSettings', () => {
  test('an empty file is the defaults', () => {
    expect(read('# nothing yet\n')).toEqual({ settings: defaultSettings(), notices: [] });
  });

  test.each([
    ['a policy that is off', 'policies:\n  tracing-off: off\n', { 'tracing-off': 'off' }],
    [
      'a policy with a severity',
      'policies:\n  tracing-off: { severity: high }\n',
      { 'tracing-off': { severity: 'high' } },
    ],
    ['a severity alone', 'policies:\n  tracing-off: high\n', { 'tracing-off': { severity: 'high' } }],
  ])('%s', (_, text, policies) => expect(read(text).settings.policies).toEqual(policies));

  test.each([
    ['an unknown key', 'profile: strict\npolicys:\n  a: off\n', 2, 'have no `policys`; did you mean `policies`'],
    [
      'an unknown inner key',
      'defaults:\n  logRetention: 3\n',
      2,
      'have no `logRetention`; did you mean `logRetentionDays`',
    ],
    ['a wrong word', 'profile: hard\n', 1, 'Settings at `profile`'],
    ['a missing reason', 'suppressions:\n  - policy: tracing-off\n', 2, 'Settings at `suppressions.0.reason`'],
    ['broken YAML', 'profile: [\n', 2, 'not valid YAML'],
    ['depth', `a: 1\nprofile: ${'['.repeat(10_000)}`, 2, 'nested too deeply'],
    ['an unknown policy', 'policies:\n  tracing-of: off\n', 2, 'no policy `tracing-of`; did you mean `tracing-off`'],
    ['a list in place of a map', '- a\n', 1, 'Settings at the top level'],
  ])('%s is told with its line', (_, text, line, message) => {
    expect(read(text).notices).toEqual([expect.objectContaining({ line, message: expect.stringContaining(message) })]);
  });

  test('with a mistake the settings before it stay in force as a whole', () => {
    const organisation = { ...defaultSettings(), profile: 'strict' as const };
    const { settings } = parseSettings('x', 'profile: advisory\nnonsense: 1\n', [], organisation);
    expect(settings).toEqual(organisation);
  });

  test('a bomb of aliases is a notice', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(', ')}]`,
    );
    const { notices } = read(`a0: &a0 [x]\n${levels.join('\n')}\n`);
    expect(notices).toHaveLength(1);
  });
});
