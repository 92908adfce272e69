import { COLLECTION_STYLE, EVENT_ID, type MappingEvent, parseEvents, type SequenceEvent } from 'js-yaml';
import { maximumDepth } from '../source.js';
import { skipSpace } from './ends.js';
import { afterComma, closed, isBare, isPop, mark, markerEnd, type Pass, Rare, skipped, take } from './event-pass.js';
import { scalarOf } from './event-scalars.js';
import type { YamlNode, YamlPair } from './node.js';
import { propertiesOf } from './properties.js';

/**
 * The nodes of every document of a text, read by `js-yaml`, which takes a tenth of the time of `yaml`. Undefined for what it
 * refuses and for rare notations: `yaml` reads those, or says what is wrong.
 */
export function nodesOf(text: string): readonly (YamlNode | undefined)[] | undefined {
  try {
    const events = parseEvents(text, { maxDepth: maximumDepth });
    const pass: Pass = { text, events, next: 0, at: 0 };
    const documents: (YamlNode | undefined)[] = [];
    while (pass.next < events.length) documents.push(documentOf(pass));
    return documents;
  } catch {
    return undefined;
  }
}

function documentOf(pass: Pass): YamlNode | undefined {
  const event = take(pass);
  if (event?.type !== EVENT_ID.DOCUMENT || event.directives.length > 0 || event.explicitEnd) throw new Rare();
  pass.at = event.explicitStart ? markerEnd(pass) : pass.at;
  const isEmpty = !event.explicitStart && isBare(pass.events[pass.next]);
  const root = isEmpty ? skipped(pass) : nodeAt(pass);
  if (take(pass)?.type !== EVENT_ID.POP) throw new Rare();
  return root;
}

function nodeAt(pass: Pass): YamlNode {
  const event = take(pass);
  if (event?.type === EVENT_ID.SCALAR) return scalarOf(pass, event);
  if (event?.type === EVENT_ID.MAPPING) return collectionOf(pass, event, mapOf);
  if (event?.type === EVENT_ID.SEQUENCE) return collectionOf(pass, event, listOf);
  if (event?.type !== EVENT_ID.ALIAS) throw new Rare();
  const { anchorStart, anchorEnd } = event;
  pass.at = anchorEnd;
  return { kind: 'alias', name: pass.text.slice(anchorStart, anchorEnd), start: anchorStart - 1, end: anchorEnd };
}

type Collection = MappingEvent | SequenceEvent;
type Members = { readonly pairs: readonly YamlPair[] } | { readonly items: readonly (YamlNode | undefined)[] };

function collectionOf<T extends Members>(
  pass: Pass,
  event: Collection,
  members: (pass: Pass, isFlow: boolean) => T,
): YamlNode {
  const { text } = pass;
  const flow = event.style === COLLECTION_STYLE.FLOW;
  const properties = propertiesOf(text, event);
  pass.at = flow ? event.start + 1 : event.start;
  if (flow && text[event.start] !== '{' && text[event.start] !== '[') throw new Rare();
  const read = members(pass, flow);
  pass.next += 1;
  if (flow) pass.at = closed(pass, text[event.start] === '{' ? '}' : ']');
  const { tag, anchor, tagAt } = properties;
  const common = { flow, tag, anchor, start: tagAt ?? event.start, end: pass.at };
  return 'pairs' in read ? { kind: 'map', ...read, ...common } : { kind: 'list', ...read, ...common };
}

function listOf(pass: Pass, isFlow: boolean): { readonly items: readonly YamlNode[] } {
  const items: YamlNode[] = [];
  while (!isPop(pass)) {
    if (!isFlow) pass.at = mark(pass, '-');
    items.push(nodeAt(pass));
  }
  return { items };
}

function mapOf(pass: Pass, isFlow: boolean): { readonly pairs: readonly YamlPair[] } {
  const pairs: YamlPair[] = [];
  while (!isPop(pass)) {
    const from = isFlow ? afterComma(pass) : skipSpace(pass.text, pass.at);
    if (pass.text[from] === '?' || isBare(pass.events[pass.next])) throw new Rare();
    const key = nodeAt(pass);
    const colon = skipSpace(pass.text, pass.at);
    if (pass.text[colon] === ':') {
      pass.at = colon + 1;
      pairs.push({ key, value: nodeAt(pass) });
    } else {
      if (!isFlow || !isBare(pass.events[pass.next])) throw new Rare();
      pairs.push({ key, value: skipped(pass) });
    }
  }
  return { pairs };
}
