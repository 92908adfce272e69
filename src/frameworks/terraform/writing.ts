import type { Template } from '../cloudformation/template.js';
import { silentWriter } from '../reading/silent-writer.js';
import type { Writer } from '../reading/writer.js';
import type { EvaluatedStack } from './evaluate/stack.js';
import type { Places } from './resources/places.js';
import type { Shapes } from './resources/shapes.js';

export interface Writing {
  readonly stack: EvaluatedStack;
  readonly shapes: Shapes;
  readonly places: Places;
}

/** How properties are written as arguments and blocks, and how resources are added. */
export function writerOf(_writing: Writing): { readonly writer: Writer; readonly declare: Template['declare'] } {
  return { writer: silentWriter, declare: () => undefined };
}
