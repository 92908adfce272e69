import type { Edit } from '../../model/span.js';
import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';

/** Programs that take what follows `--` for no option: their manual pages. 2026-11-26. */
const endOfOptions = /^(?:cat|cp|grep|head|ls|mkdir|mv|rm|tail|tar|touch|wc|git-lfs|gunzip|gzip|unzip)$/;
/** Words with nothing but blanks between them; each is fixed or one value. */
const word = /\$\{[\w.]{1,80}\}|[\w./=:-]{1,80}/;
const words = new RegExp(`^[\\w./-]{1,80}(?: (?:${word.source})){1,12}$`);

/** `` exec(`convert ${key} out.png`) `` started without a shell; undefined where more than words stands in the command. */
export function withoutShell({ sink: { at }, argument }: Flow, text: string): Mend | undefined {
  if (argument.path.endsWith('.py')) return withoutShellInPython({ at, argument }, text);
  const [, name = ''] = /(?:^|\.)(exec|execSync)\($/.exec(text.slice(at.start, argument.start)) ?? [];
  const [, command = ''] = /^`([^`\\\n]{1,500})`$/.exec(text.slice(argument.start, argument.end)) ?? [];
  const rest = text.slice(argument.end, at.end);
  if (name === '' || !words.test(command) || /\bshell\b/.test(rest)) return undefined;
  const better = name === 'exec' ? 'execFile' : 'execFileSync';
  const start = argument.start - name.length - 1;
  const isMember = start > at.start;
  const imported = isMember ? [] : importOf({ name, better, path: at.path }, text);
  if (imported === undefined) return undefined;
  const [program = '', ...given] = partsOf(command, "'", [2, -1]);
  const list = `${program}, [${given.join(', ')}]`;
  return { edits: [...imported, { ...argument, start, text: `${better}(${list}` }], isBreaking: false };
}

/** The program and what it is given, quoted; values as they are named between their marks. */
function partsOf(command: string, quote: string, marks: readonly [start: number, end: number]): readonly string[] {
  const [program = '', ...others] = command.split(' ');
  const isValue = (one: string) => one.endsWith('}');
  const first = others.findIndex(isValue);
  const ended = endOfOptions.test(program) && !others.includes('--') && first >= 0;
  const given = ended ? [...others.slice(0, first), '--', ...others.slice(first)] : others;
  return [program, ...given].map((one) => (isValue(one) ? one.slice(...marks) : `${quote}${one}${quote}`));
}

interface Renamed {
  readonly name: string;
  readonly better: string;
  readonly path: string;
}

/** The name in the list of what the file takes from the module; undefined where it comes from elsewhere, or is used again. */
function importOf({ name, better, path }: Renamed, text: string): readonly Edit[] | undefined {
  const list = /\{([\w\s,]{1,200})\}\s{0,3}(?:from\s{1,3}|=\s{0,3}require\()['"](?:node:)?child_process['"]/.exec(text);
  const names = list?.[1] ?? '';
  const at = new RegExp(`\\b${name}\\b`).exec(names)?.index;
  if (list === null || at === undefined) return undefined;
  if (new RegExp(`\\b${better}\\b`).test(names)) return [];
  const uses = text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;
  const start = list.index + 1 + at;
  return uses === 2 ? [{ path, start, end: start + name.length, text: better }] : undefined;
}

/** `subprocess.run(f"convert {key}", shell=True)`. */
function withoutShellInPython(
  { at, argument }: Pick<Flow, 'argument'> & { at: Flow['argument'] },
  text: string,
): Mend | undefined {
  const head = text.slice(at.start, argument.start);
  const rest = text.slice(argument.end, at.end);
  const [, quote = '', command = ''] =
    /^f(["'])([^"'\\\n]{1,500})\1$/.exec(text.slice(argument.start, argument.end)) ?? [];
  const dollars = command.replaceAll(/\{[\w.]{1,80}\}/g, (value) => `$${value}`);
  const isWords = words.test(dollars) && !/[{}]/.test(dollars.replaceAll(/\$\{[\w.]{1,80}\}/g, ''));
  if (!/^subprocess\.(?:run|call|check_call|check_output|Popen)\($/.test(head) || !isWords) return undefined;
  if (!/^,(?: \w+=[^,()]{1,60},){0,4} shell=True\b/.test(rest)) return undefined;
  const written = `[${partsOf(command, quote, [1, -1]).join(', ')}]`;
  return {
    edits: [
      { path: at.path, start: argument.start, end: at.end, text: `${written}${rest.replace(/, shell=True\b/, '')}` },
    ],
    isBreaking: false,
  };
}
