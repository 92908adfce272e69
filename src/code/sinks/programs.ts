import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import { nothing, type Value } from '../flow/value.js';
import { harmful, reportFlow } from './report.js';

/** Calls that start a program without a shell: nodejs.org/api/child_process, docs.python.org/3/library/subprocess, 2026-11-27. */
const starting =
  /^(?:child_process\.(?:spawn|spawnSync|execFile|execFileSync)|execa(?:\.execa(?:Sync)?)?|subprocess\.(?:run|call|check_call|check_output|Popen))$/;

/** A program that others choose, or whose first argument they do: it may be an option then. */
export function checkGivenToProgram(site: Site): void {
  const { symbol = '', arguments: given } = site;
  if (!starting.test(symbol) || hasShell(site)) return;
  const values = given.filter(({ name }) => name === undefined || name === 'args').map(({ value }) => value);
  if (!symbol.startsWith('subprocess.')) {
    check(site, values[1]?.fields?.get('0'), 'argument');
    return;
  }
  const [list = nothing] = values;
  if (list.fields === undefined) check(site, list, 'argument');
  check(site, list.fields?.get('0'), 'program');
  check(site, list.fields?.get('1'), 'argument');
}

function hasShell({ arguments: given }: Site): boolean {
  return given.some(({ name, value }) => {
    const shell = name === 'shell' ? value : value.fields?.get('shell');
    return shell !== undefined && shell.constant !== false;
  });
}

function check({ frame, text, expression }: Site, value: Value | undefined, detail: 'program' | 'argument'): void {
  if (value === undefined) return;
  // What begins with a text of the program is no option.
  const [first] = value.pieces ?? [];
  if (detail === 'argument' && typeof first === 'string' && first !== '' && !/\s/.test(first)) return;
  const [taint] = harmful(frame, allTaints(value), 'command');
  if (taint === undefined) return;
  const { at } = expression;
  const confidence = detail === 'argument' ? 'medium' : 'high';
  reportFlow(frame, taint, { danger: 'command', text, at, argument: at, detail, confidence });
}
