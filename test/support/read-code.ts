import { openCodeReader } from '../../src/code/reader.js';
import type { StackCode } from '../../src/code/stack-code.js';
import { deriveFacts } from '../../src/facts/stack.js';
import { holdFiles } from '../../src/stacks/files.js';
import { readStacks } from '../../src/stacks/read.js';
import { entriesOf } from '../../src/stacks/relevance.js';

/** The code of every stack in a tree. `preparePython` was called before, for Python. */
export async function readCode(
  files: Readonly<Record<string, string>>,
  changed?: readonly string[],
): Promise<readonly StackCode[]> {
  const held = holdFiles(Object.keys(files));
  const texts = new Map(Object.entries(files));
  held.add(texts, [...texts.keys()]);
  const read = await readStacks(entriesOf(Object.keys(files)), held, async () => texts);
  const reader = openCodeReader();
  return read.stacks.map(({ model }) => reader.read(deriveFacts(model), held, changed && new Set(changed)));
}
