import type { Component, ComponentSet } from '../../dependencies/component.js';
import { componentsOf } from '../../dependencies/component-set.js';
import type { Source } from '../../dependencies/format.js';
import { applyEdits, collide } from '../../findings/edits.js';
import type { ComponentProblem } from '../definition.js';

/**
 * Whether the edits of component problems, as one edit, do what they say: the file still reads as well as before, and of its
 * components only those that the problems are about have changed or gone. The lockfile is not looked at: a person has to write it again.
 */
export function fixesHold(problems: readonly ComponentProblem[], files: Source['files']): boolean {
  const edits = problems.flatMap(({ fix }) => fix?.edits ?? []);
  const [first] = edits;
  if (first === undefined || edits.some(({ path }) => path !== first.path) || collide(edits)) return false;
  const text = files.read(first.path);
  const before = text === undefined ? undefined : componentsOf(first.path, text, files);
  if (text === undefined || before === undefined) return false;
  const edited = applyEdits(text, edits);
  const changed: Source['files'] = {
    list: files.list,
    read: (path) => (path === first.path ? edited : files.read(path)),
  };
  const after = componentsOf(first.path, edited, changed);
  if (after === undefined || after.notices.length > before.notices.length) return false;
  const meant = problems.map(meantBy);
  const isMeant = (component: Component): boolean => meant.some((by) => by(component));
  return isSameApart(before, after, isMeant) && meant.every((by) => sayOf(before, by) !== sayOf(after, by));
}

function meantBy({ key, about }: ComponentProblem): (component: Component) => boolean {
  return ({ name }) => key.includes(JSON.stringify(name)) || about.id === name;
}

/** Whether the edits of one component problem do what they say. */
export function fixHolds(problem: ComponentProblem, files: Source['files']): boolean {
  return fixesHold([problem], files);
}

function isSameApart(before: ComponentSet, after: ComponentSet, meant: (component: Component) => boolean): boolean {
  const others = (set: ComponentSet): string =>
    set.components
      .filter((one) => !meant(one))
      .map(labelOf)
      .join('\n');
  return others(before) === others(after);
}

/** What the file says about the component that is meant, and of indexes. */
function sayOf(set: ComponentSet, meant: (component: Component) => boolean): string {
  return [...set.components.filter(meant).map(labelOf), ...set.indexes.map(({ name }) => name)].join('\n');
}

function labelOf({ name, version, range, dev }: Component): string {
  return `${name} ${version} ${range} ${dev}`;
}
