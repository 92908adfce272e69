import type { Component, ComponentSet, Cooldown } from '../../dependencies/component.js';
import type { ComponentContext } from '../context.js';
import type { ComponentProblem } from '../definition.js';
import { componentKey } from './comparison.js';

/** Versions that a change takes in before anybody had time to look at them, and waits for new versions that it ends. */
export function* judgeFresh(
  base: ComponentSet | undefined,
  head: ComponentSet,
  { date, minReleaseAgeDays = usualDays }: ComponentContext,
): Iterable<ComponentProblem> {
  if (base === undefined) return;
  yield* endedWait(base, head);
  const versions = new Set(base.components.map(labelOf));
  const told = new Set<string>();
  for (const component of head.components) {
    const age = ageOf(component, date);
    const label = labelOf(component);
    if (age === undefined || age >= minReleaseAgeDays || versions.has(label) || told.has(label)) continue;
    told.add(label);
    yield freshProblem(head, component, age);
  }
}

const usualDays = 7;

function labelOf({ name, version }: Component): string {
  return `${name}@${version}`;
}

/** Whole days since it was published; undefined where nothing says when, and of what the day is before that. */
function ageOf({ published, origin, version }: Component, date: string): number | undefined {
  if (published === undefined || version === undefined || origin !== 'registry') return undefined;
  const days = Math.floor((Date.parse(date) - Date.parse(published)) / 86_400_000);
  return Number.isNaN(days) || days < 0 ? undefined : days;
}

function freshProblem(set: ComponentSet, component: Component, age: number): ComponentProblem {
  const { via, installScript } = component;
  const way = via.length === 0 ? '' : ` It is brought in by \`${via.join('` → `')}\`.`;
  const when = age === 0 ? 'on the day of this review' : age === 1 ? 'a day ago' : `${age} days ago`;
  const runs = installScript === true ? ' and runs an install script' : '';
  return {
    about: { id: labelOf(component) },
    key: componentKey(set, component.name),
    discriminator: 'fresh',
    at: component.at,
    status: 'introduced',
    severity: installScript === true ? 'medium' : 'low',
    message: `${labelOf(component)} was published ${when}${runs}.`,
    advice: `Stay on the version before it for some days, or read what it changed.${way}`,
  };
}

/** What a package manager does where nothing is set, as far as every version of it agrees. */
const byDefault: ReadonlyMap<string, string> = new Map([
  ['npmMinimalAgeGate', 'Yarn then waits for its own default of one day.'],
  ['minimumReleaseAge', 'pnpm then waits for one day since version 11, and older versions and Bun do not wait.'],
]);

function* endedWait(base: ComponentSet, head: ComponentSet): Iterable<ComponentProblem> {
  const before = base.cooldown;
  if (before === undefined || !waits(before) || (head.cooldown !== undefined && waits(head.cooldown))) return;
  const { key } = before;
  const said = head.cooldown === undefined ? `no longer sets ${key}` : `turns ${key} off`;
  const rest = head.cooldown === undefined ? byDefault.get(key) : undefined;
  yield {
    about: { id: key },
    key: componentKey(head, key),
    discriminator: 'cooldown',
    at: head.cooldown?.at ?? before.at,
    ...(head.cooldown === undefined && { side: 'base' as const }),
    status: 'introduced',
    severity: 'low',
    message: `${(head.cooldown ?? before).at.path} ${said}: versions can be installed as soon as they are published.`,
    advice: `Keep \`${key}\`, and name the packages that need no wait.${rest === undefined ? '' : ` ${rest}`}`,
  };
}

/** A fixed date holds newer versions back as well. */
function waits({ days }: Cooldown): boolean {
  return days !== 0;
}
