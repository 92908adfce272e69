import type { Found, Placed } from '../findings/finding.js';
import type { Several } from '../policies/definition.js';
import type { Topic } from '../topics/topic.js';
import { code, joinWithin, prose } from './markdown.js';
import { advisoriesOf, severityWord } from './problem.js';
import { gatherSameWords } from './same-words.js';
import type { Words } from './words.js';

/** The findings of a topic that its heading is about. */
export function leadsOf({ findings }: Topic): readonly Placed[] {
  return findings.filter(({ policy }) => policy === findings[0].policy);
}

/** A longer sentence is no heading. */
const longestHeading = 140;

/** What is true now, in bold: the lead's own sentence, or what several have in common. */
export function headingOf(topic: Topic, words: Words): string {
  return `**${severityWord(topic.findings[0])}: ${prose(headlineOf(topic, words))}**`;
}

/** The heading's words as they were written, without a full stop. */
export function headlineOf(topic: Topic, words: Words): string {
  const [lead] = topic.findings;
  const about = words(lead.policy);
  if (isHeadline(topic)) return withoutStop(lead);
  const many = countOf(topic);
  if (many === 1) return about?.title ?? lead.policy;
  return about === undefined ? `${lead.policy}, in ${many} places` : severalOf(topic, about.several, many);
}

/** One sentence is a heading if it is about one thing and short. */
function isHeadline(topic: Topic): boolean {
  return countOf(topic) === 1 && topic.findings[0].message.length <= longestHeading;
}

/** How many things a heading is about: a line that decides for several counts as these. */
function countOf(topic: Topic): number {
  return leadsOf(topic).reduce((sum, { others = [] }) => sum + 1 + others.length, 0);
}

function severalOf(topic: Topic, [subjects, predicate]: Several, many: number): string {
  const [{ thing }] = topic.findings;
  const isOne = leadsOf(topic).every((one) => one.thing.id === thing.id && one.others === undefined);
  const isNamed = isOne && thing.kind !== 'other' && !subjects.toLowerCase().includes(thing.kind);
  const owner = isNamed ? ` ${thing.kind === 'manifest' ? 'in' : 'of'} ${thing.id}` : '';
  return manyWords([`${subjects}${owner}`, predicate], many);
}

/** `two routes accept unauthenticated requests`. */
export function manyWords([subjects, predicate]: Several, many: number): string {
  return `${numbers[many] ?? many} ${subjects} ${predicate}`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The words that stand for a number of things at the beginning of a heading. */
export const numberWords: ReadonlySet<string> = new Set(numbers);

/** Places that are told of one policy; more are counted. */
const mostPlaces = 10;
/** Policies that are told in one comment; more are named. */
const mostFollowing = 8;

/** What else is true: the places of the lead if it has several, then what goes with it, one line a policy. */
export function factsOf(topic: Topic, words: Words, most: number): readonly string[] {
  const [lead] = topic.findings;
  const leads = leadsOf(topic);
  const byPolicy = new Map<string, Placed[]>();
  for (const finding of topic.findings.filter(({ policy }) => policy !== lead.policy)) {
    byPolicy.set(finding.policy, [...(byPolicy.get(finding.policy) ?? []), finding]);
  }
  const following = [...byPolicy.values()];
  const lines = [
    ...(isHeadline(topic) ? [] : placesOf(leads, lead)),
    ...following.slice(0, mostFollowing).map((group) => followingLine(group, topic, words)),
  ];
  const rest = following.slice(mostFollowing).map(([one]) => code(one?.policy ?? ''));
  const also = rest.length === 0 ? [] : [`Also here: ${rest.join(', ')}.`];
  const known = leads.slice(0, mostPlaces).flatMap(advisoriesOf);
  return [...known, ...(lines.length === 0 ? [] : [bullets(lines, most)]), ...also];
}

function bullets(lines: readonly string[], most: number): string {
  return joinWithin(
    lines.map((line) => `- ${line}`),
    most,
    (left) => `- and ${left} more`,
    '\n',
  );
}

const list = new Intl.ListFormat('en-GB');

/** A sentence for each place of the lead; those that differ only in their subject are one, with all their places. */
function placesOf(leads: readonly Placed[], lead: Placed): readonly string[] {
  const told = gatherSameWords(leads.slice(0, mostPlaces)).map(({ first, others }) => {
    const said = `${prose(withoutStop(first))} (${placeIn(first, lead)}).`;
    const subjects = others.map(({ finding, subject }) => `${prose(subject)} (${placeIn(finding, lead)})`);
    return subjects.length === 0 ? said : `${said} The same for ${list.format(subjects)}.`;
  });
  const more = leads.slice(mostPlaces);
  return more.length === 0 ? told : [...told, `And ${more.length} more: ${named(more, lead)}.`];
}

/** What goes with the lead: the worst of a policy in its own words, the others by their places; and what to do, unless an edit does it. */
function followingLine([first, ...others]: readonly Placed[], topic: Topic, words: Words): string {
  if (first === undefined) return '';
  const [lead] = topic.findings;
  const said = `${prose(withoutStop(first))} (${placeIn(first, lead)})`;
  const fact = others.length === 0 ? `${said}.` : `${said}; the same on ${named(others, lead)}.`;
  const { fixed, beside, left } = topic;
  const isEdited = fixed.size + beside.size > 0;
  // An edit may also end what it was not made for.
  const open = [first, ...others].filter((finding) => !isEdited || left.some((one) => one === finding));
  const remedy = words(first.policy)?.remedy;
  if (open.length === 0 || remedy === undefined) return fact;
  const what = open.length === others.length + 1 ? 'this' : named(open, lead);
  return `${fact} ${isEdited ? `The edit below leaves ${what}. ` : ''}${prose(remedy)}`;
}

/** Places in a row, each once, so many at most. */
function named(findings: readonly Placed[], lead: Placed): string {
  const places = [...new Set(findings.map((finding) => placeIn(finding, lead)))];
  const more = places.length - mostPlaces;
  return `${places.slice(0, mostPlaces).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function withoutStop({ message }: Found): string {
  return message.replace(/\.$/, '');
}

/** Where a finding stands, seen from the comment of another. */
export function placeIn({ at, start, side }: Found, lead: Placed | undefined): string {
  const line = `line ${start.line}${side === 'left' ? ', deleted' : ''}`;
  return at.path === lead?.at.path ? line : code(`${at.path}:${start.line}`);
}
