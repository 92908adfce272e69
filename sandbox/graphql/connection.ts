import { type Arguments, type Field, type GraphNode, graphError, node, taking } from './node.js';

const largestPage = 100;

function cursor(index: number): string {
  return Buffer.from(`cursor:${index + 1}`).toString('base64');
}

function indexAfter(given: unknown): number {
  return typeof given === 'string' ? Number(Buffer.from(given, 'base64').toString().replace('cursor:', '')) : 0;
}

function sizeOf(name: string, given: Arguments): number {
  const size = given.first ?? given.last;
  if (typeof size !== 'number') {
    const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
    throw graphError('MISSING_PAGINATION_BOUNDARIES', message);
  }
  if (size <= largestPage) return size;
  const message = `Requesting ${size} records on the \`${name}\` connection exceeds the limit of ${largestPage} records.`;
  throw graphError('EXCESSIVE_PAGINATION', message);
}

function rangeOf(name: string, given: Arguments, length: number): readonly [number, number] {
  const size = sizeOf(name, given);
  if (given.first === undefined) return [Math.max(0, length - size), length];
  const start = indexAfter(given.after);
  return [start, Math.min(length, start + size)];
}

/** A list in pages, with GitHub's rules for their size. */
export function connection<Entry>(name: string, entries: readonly Entry[], render: (entry: Entry) => GraphNode): Field {
  return taking(['first', 'last', 'after', 'before'], (given) => {
    const [start, end] = rangeOf(name, given, entries.length);
    const nodes = entries.slice(start, end).map(render);
    return node(`${name}Connection`, {
      totalCount: entries.length,
      nodes,
      edges: nodes.map((each, index) => node(`${name}Edge`, { node: each, cursor: cursor(start + index) })),
      pageInfo: node('PageInfo', {
        hasNextPage: end < entries.length,
        hasPreviousPage: start > 0,
        startCursor: nodes.length === 0 ? null : cursor(start),
        endCursor: nodes.length === 0 ? null : cursor(end - 1),
      }),
    });
  });
}
