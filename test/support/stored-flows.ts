import { openCodeReader } from '../../src/code/reader.js';
import { deriveFacts } from '../../src/facts/stack.js';
import { holdFiles } from '../../src/stacks/files.js';
import { readStacks } from '../../src/stacks/read.js';
import { entriesOf } from '../../src/stacks/relevance.js';

/** The flows that come by way of a store: `A > store > B: danger sink`. `preparePython` was called before, for Python. */
export async function storedFlows(
  files: Readonly<Record<string, string>>,
  changed?: readonly string[],
): Promise<readonly string[]> {
  const held = holdFiles(Object.keys(files));
  const texts = new Map(Object.entries(files));
  held.add(texts, [...texts.keys()]);
  const fetch = async () => texts;
  const read = await readStacks(entriesOf(Object.keys(files)), held, fetch);
  const reader = openCodeReader();
  const told = read.stacks.flatMap(({ model }) => {
    const code = reader.read(deriveFacts(model), held, changed && new Set(changed));
    return code.functions.flatMap(({ function: fn, flows }) =>
      flows.flatMap(({ stored, danger, sink }) =>
        stored ? [`${stored.by.id} > ${stored.store} > ${fn.id}: ${danger} ${sink.text}`] : [],
      ),
    );
  });
  return [...new Set(told)].sort();
}
