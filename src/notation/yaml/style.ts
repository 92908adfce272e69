import { indentationOf, lineBreakOf } from '../geometry.js';
import type { YamlStyle } from './print.js';

/** How a YAML text is laid out, by its first lines. */
export function yamlStyleOf(text: string): YamlStyle {
  const sample = text.slice(0, 50_000);
  const step = indentationOf(sample);
  const single = sample.split("'").length;
  const double = sample.split('"').length;
  return {
    lineBreak: lineBreakOf(text),
    step,
    listStep: listStepOf(sample) ?? step,
    quote: double > single ? '"' : "'",
    spacedBraces: !/[^$]\{[^\s{}%]/.test(sample) || /[^$]\{ /.test(sample),
  };
}

/** How far the first list stands from its key. */
function listStepOf(sample: string): number | undefined {
  const found = /\n( *)[\w"'.:-]+:[ \t]*\r?\n( *)- /.exec(sample);
  if (found === null) return undefined;
  const distance = (found[2]?.length ?? 0) - (found[1]?.length ?? 0);
  return distance >= 0 && distance <= 8 ? distance : undefined;
}
