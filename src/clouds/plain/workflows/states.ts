import { none, type Setting } from '../../../model/setting.js';
import { entryOf, itemsOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import type { WorkflowDefinition, WorkflowStep } from '../../../model/workflow.js';
import type { Reading } from '../../../notation/writer.js';
import { number } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';

/** States within each other, at most. */
const deepest = 8;

/** A state machine in the Amazon States Language (https://states-language.net/spec.html). */
export function statesIn(root: Value | undefined, reading: Reading): WorkflowDefinition | undefined {
  if (root?.kind !== 'map' || root.open) return undefined;
  const states = valueAt(root, 'States');
  if (states?.kind !== 'map' || states.open) return undefined;
  const at = entryOf(root, 'StartAt')?.keyAt ?? root.at;
  const timeout = settingOf({ map: root, at, reading: quiet(reading) }, ['TimeoutSeconds'], number);
  return { at, timeout, steps: stepsIn(states, quiet(reading), 0) };
}

function quiet({ writer }: Reading): Reading {
  return { writer, unresolved: [] };
}

function stepsIn(states: Value | undefined, reading: Reading, depth: number): readonly WorkflowStep[] {
  if (states?.kind !== 'map' || depth > deepest) return [];
  return states.entries.flatMap((entry) => [stepOf(entry, reading), ...inside(entry.value, reading, depth)]);
}

/** Branches of a parallel state, and what a map state does with each item. */
function inside(state: Value, reading: Reading, depth: number): readonly WorkflowStep[] {
  const parts = [
    ...itemsOf(valueAt(state, 'Branches')),
    ...[valueAt(state, 'ItemProcessor'), valueAt(state, 'Iterator')].flatMap((part) => part ?? []),
  ];
  return parts.flatMap((part) => stepsIn(valueAt(part, 'States'), reading, depth + 1));
}

const waiting = /\.(?:sync(?::2)?|waitForTaskToken)$|:activity:/;

function stepOf({ key, keyAt, value }: MapEntry, reading: Reading): WorkflowStep {
  const type = textOf(valueAt(value, 'Type'));
  const section = { map: value, at: keyAt, reading };
  const of = (name: string): Setting<number> => settingOf(section, [name], number);
  const byPath =
    entryOf(value, 'TimeoutSecondsPath') ??
    entryOf(value, 'HeartbeatSeconds') ??
    entryOf(value, 'HeartbeatSecondsPath');
  const rules = itemsOf(valueAt(value, 'Retry'));
  return {
    name: key,
    at: keyAt,
    does: type === 'Task' ? 'task' : type === 'Choice' ? 'choice' : type === 'Map' ? 'each' : 'other',
    waits: waiting.test(textOf(valueAt(value, 'Resource')) ?? ''),
    timeout: byPath === undefined ? of('TimeoutSeconds') : none(byPath.keyAt),
    catches: entryOf(value, 'Catch') !== undefined,
    attempts: rules.map((rule) => settingOf({ map: rule, at: keyAt, reading }, ['MaxAttempts'], number)),
    atOnce: type === 'Map' ? atOnceOf(value, of) : none(keyAt),
    next: nextOf(value),
    counts: type === 'Choice' && counts(value, 0),
  };
}

/** In place a map state runs forty items at most; distributed it runs ten thousand. */
function atOnceOf(state: Value, of: (name: string) => Setting<number>): Setting<number> {
  const mode = textOf(valueAt(state, 'ItemProcessor', 'ProcessorConfig', 'Mode'));
  const byPath = entryOf(state, 'MaxConcurrencyPath');
  const said = of('MaxConcurrency');
  if (byPath !== undefined) return none(byPath.keyAt);
  return mode === 'DISTRIBUTED' || said.kind !== 'absent' ? said : none(said.at);
}

function nextOf(state: Value): readonly string[] {
  const rules = [state, ...itemsOf(valueAt(state, 'Choices')), ...itemsOf(valueAt(state, 'Catch'))];
  const names = rules.flatMap((rule) => [valueAt(rule, 'Next'), valueAt(rule, 'Default')]);
  return names.flatMap((name) => textOf(name) ?? []);
}

/** Where a function counts, the rule asks for what it found: `$.iterator.continue`. */
const counter = /(?:iterat|count|index|attempt|retr(?:y|ies)|remaining)/i;

/** A rule that compares numbers or asks a counter, or any condition of JSONata, which may do so. */
function counts(value: Value, depth: number): boolean {
  if (depth > deepest) return false;
  if (value.kind === 'list') return value.items.some((item) => counts(item, depth + 1));
  if (value.kind !== 'map') return false;
  return value.entries.some(
    ({ key, value: inner }) =>
      /^Numeric|^Condition$/.test(key) ||
      (key === 'Variable' && counter.test(textOf(inner) ?? '')) ||
      counts(inner, depth + 1),
  );
}
