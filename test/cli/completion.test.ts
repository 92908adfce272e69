import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { formats } from '../../src/cli/targets.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { runIn } from '../support/command.js';

const scriptOf = async (shell: string) => (await runIn('.', ['completion', shell])).stdout;

/** What bash offers after these words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const line = words.map((word) => `'${word}'`).join(' ');
  const ask = `COMP_WORDS=(postern ${line}); COMP_CWORD=${words.length}; _postern; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const told = execFileSync('bash', ['-c', `${await scriptOf('bash')}\n${ask}`], { encoding: 'utf8' });
  return told.split('\n').filter((word) => word !== '');
}

describe('bash offers', () => {
  test.each([
    ['commands', ['sc'], ['scan']],
    ['options of a command', ['review', '--st'], ['--staged']],
    ['values of an option', ['scan', '--format', ''], [...formats]],
    ['policies', ['policies', 'function-url'], ['function-url-open']],
    ['what a command does', ['settings', 'c'], ['check']],
    ['files where it knows no words', ['scan', '--output', 'x'], []],
  ])('%s', async (_, words, expected) => expect(await offered(...words)).toEqual(expected));
});

describe('every option of every command is in the script', () => {
  test.each(['bash', 'zsh', 'fish'])('of %s', async (shell) => {
    const help = (await runIn('.', ['scan', '--help'])).stdout;
    const options = [...help.matchAll(/^ {2}--([a-z-]+)/gm)].map(([, name = '']) => name);
    expect(options.length).toBeGreaterThan(10);
    const script = await scriptOf(shell);
    const known = new Set([...script.matchAll(/(?:--|-l )([a-z-]+)/g)].map(([, name = '']) => name));
    expect(options.filter((name) => !known.has(name))).toEqual([]);
    expect(catalogue.filter(({ id }) => !script.includes(id))).toEqual([]);
  });
});

test('another shell is refused', async () => {
  const stderr = 'postern: postern completion knows bash, zsh and fish, not "cmd".\n';
  expect(await runIn('.', ['completion', 'cmd'])).toEqual({ status: 2, stdout: '', stderr });
});
