import type { Found } from '../findings/finding.js';
import type { Review } from '../review.js';
import { fenced } from './markdown.js';

export type Path = Review['effects'][number]['paths'][number];

/** Longer texts would make the boxes of a diagram unreadable. */
const longestLabel = 80;

/** The path as a diagram that GitHub draws; steps that the change added are thick and marked. */
export function diagramOf({ steps, isNew }: Path): string {
  const nodes = steps.map((text, index) => `  ${nodeOf(index)}["${label(text)}"]`);
  const [wayIn, deed] = [arrow(isNew.wayIn), arrow(isNew.deed)];
  return fenced(['flowchart LR', ...nodes, `  a ${wayIn} b`, '  b --> c', `  c ${deed} d`].join('\n'), 'mermaid');
}

function nodeOf(index: number): string {
  return ['a', 'b', 'c', 'd'][index] ?? 'a';
}

function arrow(isNew: boolean): string {
  return isNew ? '==>|new|' : '-->';
}

/** Only what cannot end a label or begin a tag: names come from reviewed code. */
function label(text: string): string {
  const plain = text
    .replaceAll('`', '')
    .replace(/[^\p{L}\p{N} _/.,:*{}$()=…-]/gu, ' ')
    // A formula, and an icon.
    .replace(/\${2,}/g, '$')
    .replace(/(fa[a-z]?):(?=fa-)/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
  // An empty label is no diagram.
  if (plain === '') return '…';
  return plain.length > longestLabel ? `${plain.slice(0, longestLabel - 1)}…` : plain;
}

/** The same in one line: `Unauthenticated callers =(new)=> GET /img -> Img -> ...`. */
export function lineOf({ steps: [caller, way, fn, deed], isNew }: Path): string {
  const step = (is: boolean) => (is ? '=(new)=>' : '->');
  return `${caller} ${step(isNew.wayIn)} ${way} -> ${fn} ${step(isNew.deed)} ${deed.replaceAll('`', '')}`;
}

/** The path of the function that findings are about. */
export function pathOf(findings: readonly Found[], paths: readonly Path[]): Path | undefined {
  const about = new Set(findings.flatMap(({ resource, thing, names }) => [resource, thing.id, ...names]));
  return paths.find((path) => about.has(path.function));
}

/** `The fix of function-url-open at template.yaml:12 closes 3 of 3 open paths.` */
export function cutSentence({ edits, closes, open }: NonNullable<Review['effects'][number]['cut']>): string {
  const isOnePolicy = edits.every(({ policy }) => policy === edits[0]?.policy);
  const places = edits.map(({ policy, path, line }, index) => {
    const of = index > 0 && isOnePolicy ? '' : `\`${policy}\` at `;
    return `${of}\`${path.replaceAll('`', '')}:${line}\``;
  });
  const [first = ''] = places;
  const every = open === 1 ? 'the open path' : open === 2 ? 'both open paths' : `all ${open} open paths`;
  const all = closes === open ? every : `${closes} of ${open} open paths`;
  if (places.length === 1)
    return `One edit, the fix of ${first}, closes ${all} from callers to permissions that functions do not need.`;
  const listed = `${places.slice(0, -1).join(', ')} and ${places.at(-1)}`;
  return `${places.length} edits, the fixes of ${listed}, close ${all} from callers to permissions that functions do not need.`;
}
