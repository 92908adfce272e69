import { EVENT_ID, type Event } from 'js-yaml';
import { skipSpace } from './ends.js';

/** One pass over the events of one text. */
export interface Pass {
  readonly text: string;
  readonly events: readonly Event[];
  /** The index of the next event. */
  next: number;
  /** Where what was read so far ends. */
  at: number;
}

/** A notation that is left to `yaml`. */
export class Rare extends Error {}

export function markerEnd({ text, at }: Pass): number {
  const start = skipSpace(text, at);
  if (!text.startsWith('---', start)) throw new Rare();
  return start + 3;
}

export function skipped(pass: Pass): undefined {
  pass.next += 1;
}

export function take(pass: Pass): Event | undefined {
  const event = pass.events[pass.next];
  pass.next += 1;
  return event;
}

export function isBare(event: Event | undefined): boolean {
  return (
    event?.type === EVENT_ID.SCALAR && event.valueStart === -1 && event.tagStart === -1 && event.anchorStart === -1
  );
}

export function closed(pass: Pass, bracket: string): number {
  let at = skipSpace(pass.text, pass.at);
  if (pass.text[at] === ',') at = skipSpace(pass.text, at + 1);
  if (pass.text[at] !== bracket) throw new Rare();
  return at + 1;
}

export function isPop(pass: Pass): boolean {
  const event = pass.events[pass.next];
  if (event === undefined) throw new Rare();
  return event.type === EVENT_ID.POP;
}

export function afterComma(pass: Pass): number {
  const at = skipSpace(pass.text, pass.at);
  return pass.text[at] === ',' ? skipSpace(pass.text, at + 1) : at;
}

/** The place after the sign that an entry begins with. */
export function mark(pass: Pass, sign: string): number {
  const at = skipSpace(pass.text, pass.at);
  if (pass.text[at] !== sign) throw new Rare();
  return at + 1;
}
