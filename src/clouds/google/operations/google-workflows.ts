import { unknown } from '../../../model/setting.js';
import type { Workflow } from '../../../model/store.js';
import { entryOf, textOf } from '../../../model/value.js';
import { silentWriter } from '../../../notation/silent-writer.js';
import { yamlPattern } from '../../../notation/yaml/text.js';
import { type Declared, declarationOf, type GoogleStack, ofAsset } from '../google-stack.js';
import { googleSteps } from './workflow-steps.js';

/** Workflows with the definition that stands in the declaration itself. */
export function googleWorkflows(stack: GoogleStack): readonly Workflow[] {
  return ofAsset(stack, 'workflows.googleapis.com/Workflow').map((declared) => {
    const { at } = declared;
    const definition = definitionOf(declared);
    return {
      ...declarationOf(declared),
      kind: 'workflow',
      logging: unknown(at, 'calls are logged as the definition and its starter say'),
      executionData: unknown(at, 'calls are logged as the definition and its starter say'),
      tracing: unknown(at, 'the platform traces requests itself'),
      invokes: [],
      ...(definition && { definition }),
    };
  });
}

function definitionOf({ properties }: Declared): Workflow['definition'] {
  const entry = entryOf(properties.map, 'sourceContents');
  const parts = entry?.value.kind === 'pattern' ? entry.value.parts : [textOf(entry?.value) ?? ''];
  if (entry === undefined) return undefined;
  return googleSteps(yamlPattern(parts, entry.keyAt), { writer: silentWriter, unresolved: [] });
}
