import type { ComponentSet, Silence } from '../../dependencies/component.js';
import { folderOf, isWithin } from '../../model/path.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { plainRoot } from './shipping.js';

/** Comments in the code of functions that the change adds and that silence an analyser; once for each file. */
export function* newlySilenced(
  base: ComponentSet,
  { path, silences = [] }: ComponentSet,
  { functions }: ComponentContext,
): Iterable<ComponentProblem> {
  const isShipped = functions.some(({ codeRoot }) => codeRoot !== undefined && isWithin(path, plainRoot(codeRoot)));
  const added = isShipped ? beyond(base.silences ?? [], silences) : [];
  const [first, ...others] = added;
  if (first === undefined) return;
  const names = [...new Set(added.map(({ name }) => `\`${name}\``))];
  const where = added.length === 1 ? '' : `, ${added.length} times`;
  yield {
    about: { id: path },
    key: `silenced ${folderOf(path)}`,
    discriminator: 'silenced',
    at: first.at,
    related: others.map(({ at }) => at),
    status: 'introduced',
    message: `${path.slice(path.lastIndexOf('/') + 1)} now keeps an analyser silent${where} (${names.join(', ')}).`,
    advice: 'Fix what the analyser tells, or write beside the comment why it is wrong.',
  };
}

/** Those that stand on lines that the base has not, or has fewer of. */
function beyond(before: readonly Silence[], now: readonly Silence[]): readonly Silence[] {
  const left = new Map<string, number>();
  for (const { line } of before) left.set(line, (left.get(line) ?? 0) + 1);
  return now.filter(({ line }) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
