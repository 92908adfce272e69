import { none, type Setting } from '../../../model/setting.js';
import { entryOf, itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { WorkflowDefinition, WorkflowStep } from '../../../model/workflow.js';
import { silentWriter } from '../../../notation/silent-writer.js';
import type { Reading } from '../../../notation/writer.js';
import type { Codec } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';

const deepest = 8;

/** Any duration bounds it: texts of ISO 8601, maps of units. */
const duration: Codec<number> = { read: (value) => (value.kind === 'unknown' ? undefined : 1), write: () => undefined };

/** A document of the Serverless Workflow language (https://github.com/serverlessworkflow/specification, dsl-reference.md, 1.0). */
export function languageSteps(root: Value, reading: Reading): WorkflowDefinition {
  const quiet: Reading = { writer: reading.writer, unresolved: [] };
  const isFormer = entryOf(root, 'states') !== undefined;
  const start = entryOf(root, 'do') ?? entryOf(root, 'states');
  const at = start?.keyAt ?? root.at;
  const section = { map: root, at, reading: quiet };
  const timeout = isFormer
    ? settingOf(section, ['timeouts', 'workflowExecTimeout'], duration)
    : settingOf(section, ['timeout'], duration);
  const tasks = isFormer ? itemsOf(start?.value).map(formerStep) : stepsIn(start?.value, quiet, 0, false);
  return { at, timeout, steps: tasks };
}

/** `do` and its like: a list of maps with one task each. */
function stepsIn(list: Value | undefined, reading: Reading, depth: number, isTried: boolean): readonly WorkflowStep[] {
  if (depth > deepest) return [];
  const tasks = itemsOf(list).flatMap((item) => (item.kind === 'map' ? item.entries : []));
  return tasks.flatMap((task) => [stepOf(task, reading, isTried), ...inside(task.value, reading, depth, isTried)]);
}

function inside(task: Value, reading: Reading, depth: number, isTried: boolean): readonly WorkflowStep[] {
  const tried = valueAt(task, 'catch') !== undefined;
  return [
    ...stepsIn(valueAt(task, 'do'), reading, depth + 1, isTried),
    ...stepsIn(valueAt(task, 'try'), reading, depth + 1, isTried || tried),
    ...stepsIn(valueAt(task, 'fork', 'branches'), reading, depth + 1, isTried),
  ];
}

function stepOf({ key, keyAt, value }: MapEntry, reading: Reading, isTried: boolean): WorkflowStep {
  const isTask = ['call', 'run', 'emit'].some((kind) => entryOf(value, kind) !== undefined);
  return {
    ...plain(key, keyAt),
    does: isTask ? 'task' : 'other',
    waits: entryOf(value, 'listen') !== undefined,
    timeout: settingOf({ map: value, at: keyAt, reading }, ['timeout'], duration),
    catches: isTried || valueAt(value, 'catch') !== undefined,
  };
}

function formerStep(state: Value): WorkflowStep {
  const type = textOf(valueAt(state, 'type'));
  const name = entryOf(state, 'name');
  const at = name?.keyAt ?? state.at;
  const section = { map: state, at, reading: { writer: silentWriter, unresolved: [] } };
  return {
    ...plain(textOf(name?.value) ?? '?', at),
    does: type === 'operation' ? 'task' : 'other',
    waits: type === 'event' || type === 'callback',
    timeout: settingOf(section, ['timeouts'], duration),
    catches: valueAt(state, 'onErrors') !== undefined,
  };
}

function plain(name: string, at: WorkflowStep['at']): WorkflowStep {
  const nothing: Setting<number> = none(at);
  return {
    name,
    at,
    does: 'other',
    waits: false,
    timeout: nothing,
    catches: false,
    attempts: [],
    atOnce: nothing,
    next: [],
    counts: false,
  };
}
