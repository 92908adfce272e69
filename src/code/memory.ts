import { inGroups, onOneClock, within } from '../findings/allowance.js';
import type { Notice } from '../findings/notice.js';
import { parseAhead } from '../languages/python/parse.js';
import { type Source, unread } from '../notation/source.js';
import { type Followed, follow } from './follow.js';
import type { ModuleForm } from './form.js';
import { lowerScript } from './javascript/module.js';
import { lowerPython } from './python/module.js';

type Lowered = ModuleForm | Notice;

/** What was read of texts before: both sides of a change share it. */
export interface Memory {
  readonly forms: Map<string, Map<string, Lowered>>;
  readonly flows: Map<string, { readonly texts: readonly string[]; readonly followed: Followed }[]>;
  /** Characters of code that may still be read: a form takes fifty times its text. */
  left: number;
}

/** The machine's stack ends where code is nested deeper than anybody writes it: undefined then. */
function unlessTooDeep<T>(perform: () => T): T | undefined {
  try {
    return perform();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeep(path: string): Notice {
  return { path, message: 'This file is nested too deeply and was not reviewed.', kind: 'unread' };
}

/** Both sides of a change together. Handlers of fifty functions that people wrote have as many. */
const mostCharacters = 5_000_000;

export function newMemory(): Memory {
  return { forms: new Map(), flows: new Map(), left: mostCharacters };
}

function lower(name: string, source: Source): Lowered {
  if (isMinified(source)) return unread(source, 0, 'is minified and was not reviewed; commit what it is built from');
  return name.endsWith('.py') ? lowerPython(source) : lowerScript(source);
}

/** Characters of a line that people still write, on average, in a file that is not small. */
const longestLine = 500;
const small = 10_000;

/** Nobody reads or mends what a tool has packed. */
function isMinified({ path, text }: Source): boolean {
  if (text.length < small) return false;
  if (/[.-]min\.[cm]?js$/.test(path)) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > longestLine;
}

function tooLong(path: string): Notice {
  return {
    path,
    message: 'This file takes too long to read; what it does was not reviewed. Split it.',
    kind: 'unread',
  };
}

function tooMuch(path: string): Notice {
  return {
    path,
    message: 'There is more code than is reviewed together; what this file does was not reviewed. Split the change.',
    kind: 'unread',
  };
}

/** A file, or code in one: its name says in which language it is. */
interface Named {
  readonly name: string;
  readonly source: Source;
}

/** The forms of files that are needed together, in their order. */
export function loweredAll(memory: Memory, files: readonly Named[]): readonly (Named & { readonly form: Lowered })[] {
  const isNew = ({ name, source }: Named) => memory.forms.get(source.text)?.has(name) !== true;
  const wanted = files.filter(isNew).filter((file) => isAffordable(memory, file));
  const isLarge = ({ source }: Named) => source.text.length > largest;
  const small = inGroups(
    wanted.filter((file) => !isLarge(file)),
    mostTogether,
  );
  for (const group of small) keep(memory, loweredTogether(group));
  for (const file of wanted.filter(isLarge)) keep(memory, [{ ...file, form: lowerWithin(file) }]);
  return files.map((file) => {
    return { ...file, form: memory.forms.get(file.source.text)?.get(file.name) ?? tooMuch(file.source.path) };
  });
}

/** Characters of a file that has a clock of its own. */
const largest = 50_000;
/** Files on one clock, at most. */
const mostTogether = 16;

function isAffordable(memory: Memory, { source: { text } }: Named): boolean {
  if (text.length > memory.left) return false;
  memory.left -= text.length;
  return true;
}

function keep({ forms }: Memory, done: readonly (Named & { readonly form: Lowered })[]): void {
  for (const { name, source, form } of done)
    forms.set(source.text, (forms.get(source.text) ?? new Map<string, Lowered>()).set(name, form));
}

/** A clock costs more than most files: several share one. */
function loweredTogether(files: readonly Named[]): readonly (Named & { readonly form: Lowered })[] {
  const lowerOne = (file: Named) => ({ ...file, form: lowerWithin(file) });
  for (const file of files) readAhead(file);
  if (files.length === 1) return files.map(lowerOne);
  return onOneClock(files, lowerOne);
}

/** What cannot be stopped half-way is done before the clock runs, which would begin anew after it. */
function readAhead({ name, source }: Named): void {
  if (name.endsWith('.py') && !isMinified(source)) parseAhead(source);
}

function lowerWithin({ name, source }: Named): Lowered {
  const { path, text } = source;
  return (
    within(
      () => text.length,
      () => unlessTooDeep(() => lower(name, source)) ?? tooDeep(path),
    )?.value ?? tooLong(path)
  );
}

export function followed({ flows }: Memory, unit: Parameters<typeof follow>[0], texts: readonly string[]): Followed {
  const key = JSON.stringify([unit.handlers, [...unit.modules.keys()]]);
  const former = flows.get(key) ?? [];
  const known = former.find(
    (one) => one.texts.length === texts.length && one.texts.every((text, index) => text === texts[index]),
  );
  if (known) return known.followed;
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const found = within(
    () => size,
    () => unlessTooDeep(() => follow(unit)),
  )?.value ?? { flows: [], writes: [], sendings: [], others: new Set(), started: new Map(), isWhole: false };
  flows.set(key, [...former, { texts, followed: found }].slice(-4));
  return found;
}
