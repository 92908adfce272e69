import type { Files } from '../model/files.js';
import { folderOf } from '../model/path.js';
import { type Line, linesOf } from '../notation/text.js';
import type { NamedPlace } from './component.js';
import { commands, loading, local } from './unverified.data.js';

/** Commands in a build file or a script, one for each place. */
export function unverifiedCommands(
  path: string,
  text: string,
  { offset = 0, isMeant = () => true }: Reading = {},
): readonly NamedPlace[] {
  const lines = [...linesOf(text)];
  return lines.flatMap((line, row) => {
    if (/^\s*(?:#|HEALTHCHECK\s)/.test(line.text)) return [];
    return commands.flatMap((command) =>
      [...line.text.slice(0, longest).matchAll(command)].flatMap(({ 0: whole, index }): readonly NamedPlace[] => {
        const rest = restOf(lines, row).slice(index);
        if (local.test(rest) || !isMeant(whole, rest)) return [];
        const start = offset + line.start + index;
        return [{ name: whole.replace(/\s+/g, ' '), at: { path, start, end: start + whole.length } }];
      }),
    );
  });
}

interface Reading {
  /** Where the text stands in its file. */
  readonly offset?: number;
  /** Whether a command counts, by its text and the rest of the line from there on. */
  readonly isMeant?: (command: string, rest: string) => boolean;
}

/** Commands of a workflow's steps: what loads something, not what looks whether the deployment answers. */
export function unverifiedSteps(path: string, text: string): readonly NamedPlace[] {
  return unverifiedCommands(path, text, {
    isMeant: (command, rest) => !command.startsWith('curl') || loading.test(rest),
  });
}

/** Longer lines are read so far. */
const longest = 2000;

/** A line and those that continue it. */
function restOf(lines: readonly Line[], row: number): string {
  let rest = lines[row]?.text ?? '';
  for (let next = row + 1; rest.endsWith('\\') && rest.length < longest; next += 1)
    rest = `${rest.slice(0, -1)} ${lines[next]?.text ?? ''}`;
  return rest;
}

/** `strict-ssl=false` in the `.npmrc` beside a manifest. */
export function unverifiedRegistry(path: string, files: Files): readonly NamedPlace[] {
  const folder = folderOf(path);
  const beside = folder === '' ? '.npmrc' : `${folder}/.npmrc`;
  return [...linesOf(files.read(beside) ?? '')].flatMap((line) => {
    const isOff = /^\s{0,20}strict-ssl\s{0,5}=\s{0,5}["']?false["']?\s{0,20}$/.test(line.text);
    const at = { path: beside, start: line.start, end: line.start + line.text.length };
    return isOff ? [{ name: 'strict-ssl=false', at }] : [];
  });
}
