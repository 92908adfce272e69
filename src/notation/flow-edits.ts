import type { Span } from '../model/span.js';
import type { ListValue, MapValue } from '../model/value.js';
import { entrySpan, leadOf, lineBreakOf, ownEntries } from './geometry.js';

/** A `{}` or `[]` of JSON or YAML, with the spans of what is in it, in order. */
export interface Flow {
  readonly text: string;
  readonly whole: Span;
  readonly members: readonly Span[];
}

export type Container = ListValue | MapValue;

/** A container that is written with brackets. */
export function flowOf(text: string, container: Container): Flow {
  const { at: whole } = container;
  const within = (span: Span): boolean => span.path === whole.path && span.start > whole.start && span.end < whole.end;
  const members =
    container.kind === 'map'
      ? ownEntries(container).map(entrySpan)
      : container.items.flatMap(({ at, origin }) => (origin === undefined && within(at) ? [at] : []));
  return { text, whole, members };
}

/** A change of one text, without its path. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Adds a member after the last one, in the same line or on one of its own as that has. Members that mean nothing
 * (`AWS::NoValue`) may follow. `print` is given its indentation.
 */
export function insertMember(flow: Flow, print: (lead: string) => string): Change | undefined {
  const { text, whole, members } = flow;
  const last = members.at(-1);
  const closing = whole.end - 1;
  if (last === undefined) return undefined;
  const rest = text.slice(last.end, closing);
  if (!/^\s*(?:,|$)/.test(rest)) return undefined;
  const comma = /^\s*,\s*$/.test(rest);
  const at = comma ? text.indexOf(',', last.end) + 1 : last.end;
  if (!standsAlone(flow, last))
    return { start: at, end: at, text: `${comma ? '' : ','} ${print(leadOf(text, last.start))}` };
  const lead = leadOf(text, last.start);
  const printed = `${lineBreakOf(text)}${lead}${print(lead)}`;
  return { start: at, end: at, text: comma ? `${printed},` : `,${printed}` };
}

/** True if a member begins its line and the container does not end in it. */
function standsAlone({ text, whole }: Flow, member: Span): boolean {
  const lead = leadOf(text, member.start);
  const begins = text.lastIndexOf('\n', member.start - 1) + 1 + lead.length === member.start;
  return begins && text.slice(member.end, whole.end).includes('\n');
}

/** Removes a member with the comma that belongs to it. */
export function removeMember(flow: Flow, index: number): Change | undefined {
  const { text, whole, members } = flow;
  const [before, member, after] = [members[index - 1], members[index], members[index + 1]];
  if (member === undefined) return undefined;
  if (after !== undefined) {
    const between = text.slice(member.end, after.start);
    return /^\s*,\s*$/.test(between) ? { start: member.start, end: after.start, text: '' } : undefined;
  }
  if (before !== undefined) {
    const between = text.slice(before.end, member.start);
    return /^\s*,\s*$/.test(between) ? { start: before.end, end: member.end, text: '' } : undefined;
  }
  const rest = text.slice(whole.start + 1, member.start) + text.slice(member.end, whole.end - 1);
  return /^\s*,?\s*$/.test(rest) ? { start: whole.start + 1, end: whole.end - 1, text: '' } : undefined;
}
