import { describe, expect, test } from '@jest/globals';
import { defaultSettings } from '../../src/settings/defaults.js';
import { parseSettings } from '../../src/settings/file.js';

const entry = 'suppressions:\n  - policy: tracing-off\n';
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
    [
      'a severity that there is none of',
      'policies:\n  tracing-off: { severity: huge }\n',
      2,
      '. Write low, medium, high or critical.',
    ],
    [
      'a misspelt severity',
      'policies:\n  tracing-off: hihg\n',
      2,
      'did you mean `high`. Write off, low, medium, high or critical.',
    ],
    [
      'an unknown key of a policy',
      'policies:\n  tracing-off: { severty: high }\n',
      2,
      'have no `severty`; did you mean `severity`',
    ],
    [
      'a number in place of a policy',
      'policies:\n  tracing-off: 3\n',
      2,
      'no `3`. Write off, low, medium, high or critical.',
    ],
    [
      'a day that is none',
      `${entry}    reason: x\n    until: 2027-02-31\n`,
      4,
      '`2027-02-31` is no day of the calendar',
    ],
    ['no words for a reason', `${entry}    reason: " "\n`, 3, 'must not be empty'],
    ['an empty name', `${entry}    reason: x\n    resource: ""\n`, 4, 'must not be empty'],
    ['too many comments', 'review: { comments: 99 }\n', 1, '`99` is more than 25.'],
    ['a text in place of a number', 'defaults: { logRetentionDays: long }\n', 1, '`long` is no number.'],
    ['a severity in a list', 'acceptNewSuppressions: [low, hgh]\n', 1, 'no `hgh`; did you mean `high`'],
    [
      'the policy of a suppression',
      'suppressions:\n  - { policy: tracing-of, reason: x }\n',
      2,
      'no policy `tracing-of`',
    ],
    ['an unknown policy', 'policies:\n  tracing-of: off\n', 2, 'no policy `tracing-of`; did you mean `tracing-off`'],
    ['a list in place of a map', '- a\n', 1, 'Settings at the top level'],
    [
      'a pattern that takes too long',
      'exclude: [a*b*c*d*e]\n',
      1,
      'Settings at `exclude.0`: `a*b*c*d*e` has too many wildcards; write a shorter pattern, or several.',
    ],
  ])('%s is told with its line', (_, text, line, message) => {
    expect(read(text).notices).toEqual([expect.objectContaining({ line, message: expect.stringContaining(message) })]);
  });

  test('all mistakes are told at once, each with its line and column', () => {
    const text = `profile: hard
policies:
  admin-grnt: off
  tracing-off: { severity: huge, sverity: low }
suppressions:
  - { policy: nothing, reason: x, until: 2027-02-31 }
nonsense: 1
more: 2
`;
    expect(read(text).notices.map(({ line, column }) => [line, column])).toEqual([
      [1, 1],
      [3, 3],
      [4, 18],
      [6, 7],
      [6, 35],
      [7, 1],
      [8, 1],
    ]);
  });

  test('keys with nothing behind them say nothing', () => {
    expect(read('suppressions:\npolicies:\nprofile: strict\n')).toEqual({
      settings: { ...defaultSettings(), profile: 'strict' },
      notices: [],
    });
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

  test.each([
    ['a map', '? { a: 1 }\n: off\n'],
    ['a list', 'policies: { [a]: off }\n'],
    ['an alias', 'profile: &a strict\npolicies:\n  ? *a\n  : off\n'],
  ])('%s as a key is told, and nothing is printed', async (_, text) => {
    const warnings: unknown[] = [];
    const keep = (warning: unknown) => warnings.push(warning);
    process.on('warning', keep);
    const { notices } = read(text);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', keep);
    expect(warnings).toEqual([]);
    expect(notices.map(({ message }) => message)).toContain('Settings have a key that is no text.');
  });

  test.each([
    ['a key that stands twice', 'profile: strict\npolicies: {}\nprofile: advisory\n', 3, 'name `profile` twice'],
    ['a second document', 'profile: strict\n---\nprofile: advisory\n', 2, 'multiple documents'],
  ])('%s is told', (_, text, line, message) => {
    expect(read(text).notices).toEqual([expect.objectContaining({ line, message: expect.stringContaining(message) })]);
  });

  test.each([
    ['tags', 'profile: !!js/function strict\n'],
    ['a directive for older YAML', '%YAML 1.1\n---\nprofile: strict\n'],
  ])('%s make nothing else of a text', (_, text) => expect(read(text).settings.profile).toBe('strict'));

  const filled = (part: (index: number) => string) => Array.from({ length: 99_000 }, (_, i) => part(i)).join('');
  test.each([
    ['many keys', filled((i) => `k${i.toString(36)}:\n`)],
    ['many collections as keys', filled((i) => `? {a: ${i}}\n: x\n`)],
    ['many anchors', filled((i) => `&a${i} a${i}: *a${Math.max(0, i - 1)}\n`)],
    ['many suppressions of nothing', `suppressions:\n${filled(() => '- {a: 1}\n')}`],
    ['many policies that there are none of', `policies:\n${filled((i) => ` tracing-of${i}: hihg\n`)}`],
    ['many brackets', filled(() => ']')],
    ['many directives', filled(() => '%\n')],
    ['many escapes', `a: "${filled(() => '\\\n')}"`],
  ])('%s are read in less than two seconds, and told in a few notices', (_, text) => {
    const begun = process.cpuUsage();
    const { notices } = read(text.slice(0, 99_999));
    const { user, system } = process.cpuUsage(begun);
    expect(notices.length).toBeGreaterThan(0);
    expect(notices.length).toBeLessThan(60);
    expect(JSON.stringify(notices).length).toBeLessThan(20_000);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
