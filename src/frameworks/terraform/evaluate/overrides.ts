import type { Block, ConfigurationFile } from '../../../notation/hcl/block.js';

/** Whether a file changes what the others of its folder declare: `override.tf`, `logging_override.tf`. */
function isOverride({ path }: ConfigurationFile): boolean {
  return /(?:^|[/_])override\.(?:tf|tofu)(?:\.json)?$/.test(path);
}

/** The blocks of a folder's files, changed by its override files in the order of their names. */
export function mergedBlocks(files: readonly ConfigurationFile[]): readonly Block[] {
  const blocks = files.filter((file) => !isOverride(file)).flatMap(({ body }) => body.blocks);
  const overrides = files.filter(isOverride).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  if (overrides.length === 0) return blocks;
  const merged = [...blocks];
  const places = new Map(blocks.map((block, index) => [headerOf(block), index]));
  for (const block of overrides.flatMap(({ body }) => body.blocks)) {
    const place = places.get(headerOf(block));
    const before = place === undefined ? undefined : merged[place];
    if (place === undefined || before === undefined || block.labels.length === 0) merged.push(block);
    else merged[place] = overridden(before, block);
  }
  return merged;
}

function headerOf({ type, labels }: Block): string {
  return [type, ...labels].join(' ');
}

/** Arguments take the place of those with the same name, blocks that of all with the same type. */
function overridden(block: Block, { body }: Block): Block {
  const replaced = new Set(body.blocks.map(kindOf));
  const attributes = new Map([...block.body.attributes, ...body.attributes]);
  const blocks = [...block.body.blocks.filter((one) => !replaced.has(kindOf(one))), ...body.blocks];
  return { ...block, body: { ...block.body, attributes, blocks, open: block.body.open || body.open } };
}

function kindOf({ type, labels }: Block): string {
  return type === 'dynamic' ? (labels[0] ?? '') : type;
}
