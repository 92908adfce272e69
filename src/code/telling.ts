import type { Files } from '../model/files.js';
import type { Span } from '../model/span.js';
import { lineAt } from '../notation/source.js';
import type { Flow } from './flow/machine.js';
import type { ToldFlow } from './stack-code.js';

/** The way of a flow, each place with its line, and its file where that is another one than the sink's. */
export function toldFlow(flow: Flow, files: Files): ToldFlow {
  const { source, sink, steps } = flow;
  const where = ({ path, start }: Span) => {
    const line = `line ${lineAt(files.read(path) ?? '', start)}`;
    return path === sink.at.path ? line : `\`${path}\` ${line}`;
  };
  const places = [
    ...(source ? [`\`${source.text}\` (${where(source.at)})`] : []),
    ...steps
      .filter(({ name }) => name !== '')
      .map(({ kind, name, at }) => `\`${name}${kind === 'function' ? '()' : ''}\` (${where(at)})`),
    `\`${sink.text}\` (${where(sink.at)})`,
  ];
  return { ...flow, way: places.join(', ') };
}
