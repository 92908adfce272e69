import type { Site } from '../flow/calls.js';
import { allTaints } from '../flow/taints.js';
import type { Value } from '../flow/value.js';

const responses = /^express\.res\b/;

/** Notes that a handler says of its answers that they are no pages: `res.type('text/plain')`. */
export function notePlain({ symbol = '', name, arguments: given, frame }: Site): void {
  if (!responses.test(symbol) || !/^(?:type|set|header|setHeader|contentType|append|writeHead)$/.test(name)) return;
  const written = given.flatMap(({ value }) => [value, ...(value.fields?.values() ?? [])]);
  const isPlain = written.some(
    ({ constant }) =>
      typeof constant === 'string' && /\b(?:plain|json|csv|xml|javascript|octet-stream|pdf|image)\b/.test(constant),
  );
  if (isPlain) frame.machine.plain.add(frame.run.handler);
}

/** True if a value is answered as it stands: a text, which a browser may take for a page. */
export function isPage(value: Value, { symbol = '', name, frame }: Site): boolean {
  if (frame.machine.plain.has(frame.run.handler)) return false;
  const fixed = (value.pieces ?? []).filter((piece) => typeof piece === 'string').join('');
  if (fixed.includes('<')) return true;
  // What Express sends without a type is a page, whatever the text looks like; what is written to a stream has no type.
  if (value.pieces !== undefined) return responses.test(symbol) && name === 'send';
  return allTaints(value).every(({ shape }) => shape === 'text');
}
