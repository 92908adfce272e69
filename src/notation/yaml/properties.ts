import type { ScalarEvent } from 'js-yaml';
import { Rare } from './event-pass.js';

/** The tag and the anchor of a node. */
export interface Properties {
  readonly tag: string | undefined;
  readonly tagAt: number | undefined;
  readonly anchor: string | undefined;
  /** Where the later of them ends. */
  readonly end: number | undefined;
}

type Places = Pick<ScalarEvent, 'tagStart' | 'tagEnd' | 'anchorStart' | 'anchorEnd'>;

const none: Properties = { tag: undefined, tagAt: undefined, anchor: undefined, end: undefined };

/** Reads the properties of an event. @throws for tags by handle, verbatim and encoded ones. */
export function propertiesOf(text: string, { tagStart, tagEnd, anchorStart, anchorEnd }: Places): Properties {
  if (tagStart === -1 && anchorStart === -1) return none;
  return {
    tag: tagStart === -1 ? undefined : fullTag(text.slice(tagStart, tagEnd)),
    tagAt: tagStart === -1 ? undefined : tagStart,
    anchor: anchorStart === -1 ? undefined : text.slice(anchorStart, anchorEnd),
    end: Math.max(tagEnd, anchorEnd),
  };
}

function fullTag(written: string): string {
  if (written.startsWith('!!')) return `tag:yaml.org,2002:${written.slice(2)}`;
  if (written === '!' || /[<%]|^!.*!/.test(written)) throw new Rare();
  return written;
}
