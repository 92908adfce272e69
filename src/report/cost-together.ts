import type { Review } from '../review.js';

type Cost = Review['effects'][number]['cost'][number];

/** Ways in that cost alike are one sentence: `each of \`GET /a\`, \`GET /b\` and 2 more of Api`. */
export function costTogether(costs: readonly Cost[]): readonly Pick<Cost, 'sentence' | 'weight'>[] {
  const groups = new Map<string, { readonly cost: Cost; readonly ways: string[] }>();
  for (const cost of costs) {
    const [, who, way, owner = '', what] = parts.exec(cost.sentence) ?? [];
    const key = way === undefined ? cost.sentence : JSON.stringify([who, owner, what]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { cost, ways: [way ?? ''] });
    else known.ways.push(way ?? '');
  }
  return [...groups.values()].map(({ cost, ways }) => {
    if (ways.length === 1) return cost;
    const [, who, , owner = '', what] = parts.exec(cost.sentence) ?? [];
    return { ...cost, sentence: `${who}each of ${listed(ways)}${owner}${what}` };
  });
}

/** Who, the way in, whose it is, and what it costs. */
const parts = /^(.{1,60} can make )(`[^`]{1,500}`)( of [^`]{1,200}?)?( cost (?:up to|without) .{1,200})$/;

function listed(ways: readonly string[]): string {
  if (ways.length > 3) return `${ways.slice(0, 2).join(', ')} and ${ways.length - 2} more`;
  return `${ways.slice(0, -1).join(', ')} and ${ways.at(-1)}`;
}
