import type { Block, Body } from './block.js';

/** Blocks that stand at the top of a file only, by the number of their labels. */
const topLevel = new Map([
  ['resource', 2],
  ['data', 2],
  ['module', 1],
  ['variable', 1],
  ['output', 1],
  ['provider', 1],
  ['locals', 0],
  ['terraform', 0],
  ['moved', 0],
  ['removed', 0],
  ['import', 0],
  ['check', 1],
]);

/** Where a brace is missing, later blocks are taken for parts of the one before: they are put back to the top. */
export function recovered(body: Body): Body {
  const blocks: Block[] = [];
  const waiting = body.blocks.toReversed();
  for (let block = waiting.pop(); block !== undefined; block = waiting.pop()) {
    const inner = block.body.blocks;
    const lost = inner.filter((one) => topLevel.get(one.type) === one.labels.length);
    waiting.push(...lost.toReversed());
    const kept = inner.filter((one) => !lost.includes(one));
    blocks.push(lost.length === 0 ? block : { ...block, body: { ...block.body, blocks: kept, open: true } });
  }
  return { ...body, blocks };
}
