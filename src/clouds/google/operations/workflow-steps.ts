import { absent, fixed, none, type Setting } from '../../../model/setting.js';
import { entryOf, itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { WorkflowDefinition, WorkflowStep } from '../../../model/workflow.js';
import type { Reading } from '../../../notation/writer.js';
import { number } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';

/** Steps within each other, at most. */
const deepest = 12;

/** A definition in the syntax of Google's Workflows (https://cloud.google.com/workflows/docs/reference/syntax). */
export function googleSteps(root: Value | undefined, { writer }: Reading): WorkflowDefinition | undefined {
  if (root?.kind !== 'map' || root.open) return undefined;
  const main = entryOf(root, 'main');
  if (main === undefined || valueAt(main.value, 'steps')?.kind !== 'list') return undefined;
  const around: Around = { reading: { writer, unresolved: [] }, catches: false, follows: undefined };
  const steps = root.entries.flatMap(({ value }) => stepsIn(valueAt(value, 'steps'), around, 0));
  // An execution may take a year, and nothing in a definition says less.
  return { at: main.keyAt, timeout: absent(main.keyAt), steps };
}

interface Around {
  readonly reading: Reading;
  /** An error in it is taken care of. */
  readonly catches: boolean;
  /** The step that comes after the last one. */
  readonly follows: string | undefined;
}

/** A list of maps with one step each. */
function stepsIn(list: Value | undefined, around: Around, depth: number): readonly WorkflowStep[] {
  if (list?.kind !== 'list' || depth > deepest) return [];
  const named = list.items.flatMap((item) => (item.kind === 'map' ? item.entries.slice(0, 1) : []));
  return named.flatMap((entry, index) => {
    const own = { ...around, follows: named[index + 1]?.key ?? around.follows };
    return [stepOf(entry, own), ...inside(entry.value, own, depth + 1)];
  });
}

/** What a step tries, does for each item, in branches or in one case. */
function inside(step: Value, around: Around, depth: number): readonly WorkflowStep[] {
  const branches = itemsOf(valueAt(step, 'parallel', 'branches')).flatMap((branch) =>
    branch.kind === 'map' ? branch.entries.map(({ value }) => valueAt(value, 'steps')) : [],
  );
  const plain = [
    valueAt(step, 'steps'),
    valueAt(step, 'for', 'steps'),
    valueAt(step, 'parallel', 'for', 'steps'),
    ...itemsOf(valueAt(step, 'switch')).map((choice) => valueAt(choice, 'steps')),
    ...branches,
  ];
  const catches = around.catches || entryOf(step, 'except') !== undefined;
  return [
    ...plain.flatMap((steps) => stepsIn(steps, around, depth)),
    ...stepsIn(valueAt(step, 'try', 'steps'), { ...around, catches }, depth),
    ...stepsIn(valueAt(step, 'except', 'steps'), { ...around, catches: true }, depth),
  ];
}

/** Calls that leave the workflow; the others are of its own language. */
const outside = /^(?:http|googleapis|events)\./;

function stepOf({ key, keyAt, value }: MapEntry, { reading, catches, follows }: Around): WorkflowStep {
  const does = entryOf(value, 'try')?.value ?? value;
  const cases = itemsOf(valueAt(does, 'switch'));
  const isTask = outside.test(textOf(valueAt(does, 'call')) ?? '');
  return {
    name: key,
    at: keyAt,
    does: isTask ? 'task' : cases.length > 0 ? 'choice' : 'other',
    // Whoever waits for a callback or a job does so for twelve hours, or half an hour, unless told otherwise.
    waits: false,
    timeout: none(keyAt),
    catches: catches || entryOf(value, 'except') !== undefined,
    attempts: attemptsOf(entryOf(value, 'retry'), reading),
    // More than twenty branches wait for each other.
    atOnce: none(keyAt),
    next: nextOf(does, cases, follows),
    counts: cases.some((one) => counter.test(textOf(valueAt(one, 'condition')) ?? '')),
  };
}

/** A policy of the platform has a bound; one that is written out has to say its own. */
function attemptsOf(retry: MapEntry | undefined, reading: Reading): readonly Setting<number>[] {
  if (retry?.value.kind !== 'map') return [];
  const said = settingOf({ map: retry.value, at: retry.keyAt, reading }, ['max_retries'], number);
  return [said.kind === 'absent' ? fixed(Number.POSITIVE_INFINITY, retry.keyAt) : said];
}

function nextOf(step: Value, cases: readonly Value[], follows: string | undefined): readonly string[] {
  if (entryOf(step, 'return') !== undefined || entryOf(step, 'raise') !== undefined) return [];
  const named = [step, ...cases].flatMap((one) => textOf(valueAt(one, 'next')) ?? []);
  const goesOn = entryOf(step, 'next') === undefined && follows !== undefined;
  return goesOn ? [...named, follows] : named;
}

/** A condition that compares a number, or asks something that is called after counting. */
const counter = /[<>]=?|\d\s{0,3}[=!]=|[=!]=\s{0,3}\d|\b(?:iterat|count|index|attempt|retr(?:y|ies)|remaining)/i;
