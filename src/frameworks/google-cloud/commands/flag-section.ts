import type { Section } from '../../../clouds/values/section.js';
import type { Literal } from '../../../model/literal.js';
import { type MapEntry, textOf, type Value } from '../../../model/value.js';
import type { Writer } from '../../../notation/writer.js';
import { type DeployCommand, flagsOf } from './deploy-command.js';
import { substituteOf } from './substitutes.js';

/** The flags of a command as a map of settings. What is filled in from elsewhere is unknown. */
export function flagSection(command: DeployCommand, flags: readonly string[]): Section {
  const { list, reading, at } = command;
  const made = new Map<Value, Place>();
  const entries = flags.flatMap((flag) => entryFor(command, flag, made));
  const open = list.kind === 'list' && list.open;
  const writer = flagWriter(command, made);
  return { map: { kind: 'map', entries, open, at: list.at }, at, reading: { ...reading, writer } };
}

/** Where a flag's value is written, and the flag if both are one word. */
interface Place {
  readonly item: Value;
  readonly joined: string | undefined;
}

function entryFor(command: DeployCommand, flag: string, made: Map<Value, Place>): readonly MapEntry[] {
  const [found] = flagsOf(command, flag);
  if (found === undefined) return [];
  const substitute = substituteOf(found.written, command.substitutes);
  const item = substitute?.value ?? found.item;
  const written = textOf(substitute?.value) ?? found.written;
  const { at } = item;
  const value: Value = written.includes('$')
    ? { kind: 'unknown', at, because: 'build substitution' }
    : { kind: 'scalar', value: written, at, confidence: substitute?.isDefault ? 'medium' : 'high' };
  made.set(value, { item, joined: textOf(item) === written ? undefined : flag });
  return [{ key: flag, keyAt: at, value }];
}

function flagWriter({ list, reading: { writer } }: DeployCommand, made: ReadonlyMap<Value, Place>): Writer {
  return {
    replace: (value, literal) => {
      const place = made.get(value);
      const word = place && wordOf(literal);
      if (place === undefined || word === undefined) return undefined;
      return writer.replace(place.item, place.joined === undefined ? word : `${place.joined}=${word}`);
    },
    insert: (_, [flag = ''], literal) => {
      const word = wordOf(literal);
      return word === undefined ? undefined : writer.append(list, `${flag}=${word}`);
    },
    remove: () => undefined,
    append: () => undefined,
  };
}

function wordOf(literal: Literal): string | undefined {
  return typeof literal === 'object' ? undefined : String(literal);
}
