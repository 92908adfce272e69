import type { Flow } from '../flow/machine.js';
import type { Mend } from './mend.js';

/** A line of a log with one value in it, which is written so that a line break in it begins no other line. */
export function oneLine({ argument }: Flow, text: string): Mend | undefined {
  const written = text.slice(argument.start, argument.end);
  const isPython = argument.path.endsWith('.py');
  const [, before = '', value = ''] =
    (isPython
      ? /^(f["'][^{}"'\\\n]{0,300}\{)([\w.[\]"']{1,80})\}[^{}"'\\\n]{0,300}["']$/
      : /^(`[^`$\\]{0,300}\$\{)([\w.[\]'"?]{1,80})\}[^`$\\]{0,300}`$|^(['"][^'"\\\n]{1,300}['"] \+ )([\w.?]{1,80})$/
    )
      .exec(written)
      ?.filter((part) => part !== undefined) ?? [];
  if (value === '') return undefined;
  const start = argument.start + before.length;
  const better = isPython ? `repr(${value})` : `JSON.stringify(${value})`;
  return { edits: [{ path: argument.path, start, end: start + value.length, text: better }], isBreaking: false };
}
