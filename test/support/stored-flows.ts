import { readCode } from './read-code.js';

/** The flows that come by way of a store: `A > store > B: danger sink`. `preparePython` was called before, for Python. */
export async function storedFlows(
  files: Readonly<Record<string, string>>,
  changed?: readonly string[],
): Promise<readonly string[]> {
  const told = (await readCode(files, changed)).flatMap(({ functions }) =>
    functions.flatMap(({ function: fn, flows }) =>
      flows.flatMap(({ stored, danger, sink }) =>
        stored ? [`${stored.by.id} > ${stored.store} > ${fn.id}: ${danger} ${sink.text}`] : [],
      ),
    ),
  );
  return [...new Set(told)].sort();
}
