import type { Span } from '../../../model/span.js';
import type { Reading } from '../../../notation/writer.js';
import type { ToolSettings } from '../app/tool-settings.js';
import type { Construct, Construction } from '../constructs/construct.js';
import { type Draft, newDraft, type Writing } from './draft.js';

/** A program being turned into the resources that it would make. */
export interface Synthesis {
  readonly construction: Construction;
  readonly reading: Reading;
  readonly writing: Writing;
  /** Resources by id, in the order they are made. */
  readonly drafts: Map<string, Draft>;
  readonly settings: ToolSettings;
  /** A path of the repository beside the program. */
  readonly here: string;
}

/** The line that a resource is reported at: from the beginning of its call to the end of its id. */
export function headOf({ call }: Pick<Construct, 'call'>): Span {
  const last = call.args[Math.min(call.args.length, 2) - 1];
  return { ...call.at, end: call.creates && last ? last.at.end : call.callee.at.end };
}

/** A new resource for a construct, or for a part of it when a type and a name are given. */
export function addDraft(synthesis: Synthesis, construct: Construct, type: string, part = ''): Draft {
  const id = part === '' ? construct.id : `${construct.id}/${part}`;
  return addNamed(synthesis, { id, type, at: headOf(construct), whole: construct.call.at });
}

/** A new resource; a second one of the same id is counted. */
export function addNamed(synthesis: Synthesis, resource: Omit<Draft, 'properties' | 'open'>): Draft {
  let { id } = resource;
  for (let count = 2; synthesis.drafts.has(id); count++) id = `${resource.id}-${count}`;
  const draft = newDraft({ ...resource, id });
  synthesis.drafts.set(id, draft);
  return draft;
}
