import type { Files } from '../model/files.js';
import type { Span } from '../model/span.js';
import { lineAt } from '../notation/source.js';
import type { Flow } from './flow/machine.js';
import { mendOf } from './mending/mending.js';
import type { StoredBefore, ToldFlow } from './stack-code.js';

/** `the response`, `an HTML response`: what ends a way without a name in the program. */
const inWords = /^(?:the|an?) /;

/** The way of a flow, each place with its line, and its file where that is another one than the sink's. */
export function toldFlow(flow: Flow, files: Files, stored?: StoredBefore): ToldFlow {
  const { source, sink, steps } = flow;
  const lineOf = lineIn(files);
  const where = ({ path, start }: Span) => {
    const line = `line ${lineOf({ path, start, end: start })}`;
    return path === sink.at.path ? line : `\`${path}\` ${line}`;
  };
  const places = [
    ...(stored
      ? [
          `\`${stored.text}\` of ${stored.by.id} (${where(stored.source)})`,
          `stored in ${stored.store} (${where(stored.write)})`,
        ]
      : []),
    ...(source ? [`\`${source.text}\` (${where(source.at)})`] : []),
    ...steps
      .filter(({ name }) => name !== '')
      .map(({ kind, name, at }) => `\`${name}${kind === 'function' ? '()' : ''}\` (${where(at)})`),
    `${inWords.test(sink.text) ? sink.text : `\`${sink.text}\``} (${where(sink.at)})`,
  ];
  const mend = mendOf(flow, files.read(sink.at.path) ?? '');
  return { ...flow, way: places.join(', '), ...(mend && { mend }), ...(stored && { stored }) };
}

export function lineIn(files: Files): (at: Span) => number {
  return ({ path, start }) => lineAt(files.read(path) ?? '', start);
}
