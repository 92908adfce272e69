import { isScript } from '../code/handlers/files.js';
import type { CodeReader } from '../code/reader.js';
import { roleActions } from '../facts/access/role-actions.js';
import { deriveFacts } from '../facts/stack.js';
import { known } from '../model/setting.js';
import type { HeldFiles } from '../stacks/files.js';
import type { Fetch } from '../stacks/read.js';
import type { ReadStack } from '../stacks/read-stack.js';
import { isSilent } from '../stacks/relevance.js';
import type { CodeOf } from './examine.js';

/** One commit's stacks and files. */
export interface CodeSide {
  readonly stacks: readonly ReadStack[];
  readonly files: HeldFiles;
  readonly fetch: Fetch;
  /** Paths that the change names in this commit; all of the tree when nothing is compared. */
  readonly changed: readonly string[] | 'all';
}

/** Imports of imports: a chain longer than this ends in files that are not read. */
const mostRounds = 16;

/** Fetches the handlers that the change touches, with all that they import, side by side; undefined if it touches no code. */
export async function readHandlers(sides: readonly CodeSide[]): Promise<readonly CodeOf[] | undefined> {
  if (!sides.some(touchesCode)) return undefined;
  return readAll(sides);
}

async function readAll(sides: readonly CodeSide[]): Promise<readonly CodeOf[]> {
  // Parsers and tables of code are for changes that have any.
  const { openCodeReader, preparePython } = await import('../code/reader.js');
  if (sides.some(hasPython)) await preparePython();
  const reader = openCodeReader();
  const read: CodeOf[] = [];
  for (const side of sides) {
    const changed = side.changed === 'all' ? undefined : new Set(side.changed);
    const codeOf: CodeOf = (stack, files) => reader.read(stack, files, changed);
    await fetchAll(side, reader);
    read.push(codeOf);
  }
  return read;
}

/** The handlers that a change touches, at the base and at the head. */
export function readChangedHandlers(
  touched: Readonly<Record<'base' | 'head', CodeSide['stacks']>>,
  sides: Readonly<Record<'base' | 'head', Pick<CodeSide, 'files'>>>,
  change: (side: 'base' | 'head') => Pick<CodeSide, 'fetch' | 'changed'>,
): Promise<readonly CodeOf[] | undefined> {
  const names = ['base', 'head'] as const;
  const read = names.map((side) => ({ stacks: touched[side], files: sides[side].files, ...change(side) }));
  if (!read.some(touchesCode) && !grantsMore(touched)) return Promise.resolve(undefined);
  return readAll(read);
}

/** True if a role of functions is allowed actions at the head that it was not allowed at the base: what its code needs of them is a question then. */
function grantsMore({ base, head }: Readonly<Record<'base' | 'head', CodeSide['stacks']>>): boolean {
  const before = new Set(base.flatMap(grantedIn));
  return head.flatMap(grantedIn).some((granted) => !before.has(granted));
}

function grantedIn({ entry, model }: ReadStack): readonly string[] {
  return model.roles.flatMap(({ users, grants, named }) => {
    if (users.length === 0) return [];
    const written = grants.flatMap(({ origin, actions }) => (origin === 'statement' ? actions.terms : []));
    const byName = named.filter(({ name }) => roleActions(name) !== undefined);
    const texts = [...written.map(({ text }) => text), ...byName.map(({ name }) => name)];
    return texts.map((text) => `${entry} ${users.join()} ${text}`);
  });
}

function touchesCode({ changed, stacks, files }: CodeSide): boolean {
  if (changed === 'all') return files.list().some(isCode);
  if (
    stacks.some(({ model }) => model.functions.some((fn) => fn.inlineCode?.some(({ path }) => changed.includes(path))))
  )
    return true;
  const declaring = new Set(stacks.filter(({ framework }) => framework.name === 'cdk').flatMap(({ files }) => files));
  return changed.some((path) => isCode(path) && !declaring.has(path));
}

/** Programs, and notebooks, of which a handler is told that it is not read. */
function isCode(path: string): boolean {
  return (isScript(path) || path.endsWith('.ipynb')) && !isSilent(path);
}

function hasPython({ changed, files, stacks }: CodeSide): boolean {
  if ((changed === 'all' ? files.list() : changed).some((path) => path.endsWith('.py'))) return true;
  const named = stacks.flatMap(({ model }) => model.functions.map(({ runtime }) => known(runtime)));
  if (named.some((name) => name !== undefined && /python/i.test(name))) return true;
  return named.includes(undefined) && files.list().some((path) => path.endsWith('.py'));
}

async function fetchAll({ stacks, files, fetch }: CodeSide, reader: CodeReader): Promise<void> {
  const facts = stacks.map(({ model }) => deriveFacts(model));
  for (let round = 0; round < mostRounds; round += 1) {
    const before = files.misses();
    for (const stack of facts) reader.reach(stack, files);
    if (files.misses() === before) return;
    const wanted = files.wanted();
    files.add(await fetch(wanted), wanted);
  }
}
