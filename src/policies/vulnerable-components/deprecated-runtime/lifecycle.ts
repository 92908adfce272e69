import { type RuntimeDates, runtimes } from './runtimes.data.js';

/** How far a runtime is on its way out. */
export type Stage = 'blocked' | 'deprecated' | 'ending';

const order: readonly Stage[] = ['blocked', 'deprecated', 'ending'];

/** A runtime that ends within this time is announced; a target must live longer. */
const noticeDays = 180;

/** The stage of a runtime on a day; undefined when it is supported or not known. */
export function stageOf(provider: string, runtime: string, date: string): Stage | undefined {
  const dates = datesOf(provider, runtime);
  if (dates === undefined) return undefined;
  if (dates.blocked !== undefined && dates.blocked <= date) return 'blocked';
  if (dates.deprecated <= date) return 'deprecated';
  return daysBetween(date, dates.deprecated) <= noticeDays ? 'ending' : undefined;
}

/** True if a stage is the given one or a later one. */
export function isPast(stage: Stage | undefined, given: Stage): boolean {
  return stage !== undefined && order.indexOf(stage) <= order.indexOf(given);
}

export function datesOf(provider: string, runtime: string): RuntimeDates | undefined {
  const name = runtime.toLowerCase();
  return tableOf(provider).find((dates) => dates.runtime.toLowerCase() === name);
}

/** The recommended runtime, or the next newer one of its family when that is itself on its way out. */
export function successorOf(provider: string, runtime: string, date: string): string | undefined {
  const recommended = datesOf(provider, runtime)?.successor;
  if (recommended === undefined || stageOf(provider, recommended, date) === undefined) return recommended;
  const family = tableOf(provider).filter((dates) => isAlike(dates.runtime, recommended));
  return family
    .map((dates) => dates.runtime)
    .filter((candidate) => versionOf(candidate) > versionOf(recommended))
    .sort((a, b) => versionOf(a) - versionOf(b))
    .find((candidate) => stageOf(provider, candidate, date) === undefined);
}

/** Of one language, and of one kind of host: those of agents are written with `_`. */
function isAlike(one: string, other: string): boolean {
  return familyOf(one) === familyOf(other) && one.includes('_') === other.includes('_');
}

/** How a step may be written, if it is small enough: the same Java, two LTS lines of Node.js, four minors of Python. */
export function fixClassOf(from: string, to: string): 'exact' | 'breaking' | undefined {
  if (familyOf(from) !== familyOf(to)) return undefined;
  const step = versionOf(to) - versionOf(from);
  if (familyOf(from) === 'java') return step === 0 ? 'exact' : undefined;
  if (familyOf(from) === 'node') return step <= 4 ? 'breaking' : undefined;
  if (familyOf(from) === 'python') return step <= 4 ? 'breaking' : undefined;
  return undefined;
}

function tableOf(provider: string): readonly RuntimeDates[] {
  return Object.hasOwn(runtimes, provider) ? (runtimes[provider] ?? []) : [];
}

const families: Readonly<Record<string, string>> = { nodejs: 'node', dotnetcore: 'dotnet' };

/** The language of a runtime: `node` of `nodejs16.x`. */
export function familyOf(runtime: string): string {
  const family = /^[a-z-]+/.exec(runtime.toLowerCase())?.[0] ?? '';
  return families[family] ?? family;
}

/** How old a runtime is among those of its language: larger is older. */
export function ageRankOf(runtime: string): number {
  return -versionOf(runtime);
}

/** A number that grows with the version within its family; `python3.9`, `python|3.9`, `python39` and `PYTHON_3_9` are 9. */
function versionOf(runtime: string): number {
  const minor = /^(?:python[|_]?3[._]?|dotnetcore)(\d+)/i.exec(runtime)?.[1];
  return Number(minor ?? /(\d+(?:\.\d+)?)/.exec(runtime)?.[1] ?? 0);
}

function daysBetween(date: string, later: string): number {
  return (Date.parse(later) - Date.parse(date)) / 86_400_000;
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `4 December 2023` of `2023-12-04`. */
export function dayOf(date: string | undefined): string {
  return date === undefined ? 'an earlier day' : dayFormat.format(new Date(`${date}T00:00:00Z`));
}

/** What another version of the language asks of its author. */
export function noteOn(cls: 'exact' | 'breaking'): string | undefined {
  return cls === 'exact'
    ? undefined
    : 'After this edit the function runs on another language version: run its tests on that version, and rebuild native dependencies.';
}
