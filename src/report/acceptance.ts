import type { Placed } from '../findings/finding.js';
import type { Topic } from '../topics/topic.js';
import { acceptedNames, listNames } from './accepted-names.js';
import { code, prose } from './markdown.js';
import { policyLink, type Words } from './words.js';

/** When it is fine to leave what a comment tells, and how to say so. */
export function acceptance({ findings }: Topic, words: Words): string {
  const [lead] = findings;
  const acceptable = words(lead.policy)?.acceptable;
  const fine = acceptable === undefined ? [] : [`Fine if ${prose(lowerFirst(acceptable))}`];
  const firsts = [
    ...new Map([...findings].reverse().map((finding) => [finding.policy, finding] as const)).values(),
  ].reverse();
  const links = firsts.slice(0, mostLinked).map((finding) => policyLink(finding.policy, words, finding));
  return `<sub>${[...fine, howToAccept(findings), `${links.join(' · ')}`].join('<br>')}</sub>`;
}

const mostLinked = 8;

/** How to accept the first of some findings, and those of its policy. */
export function howToAccept([lead, ...others]: Topic['findings']): string {
  const sign = commentSign(lead);
  const names = acceptedNames([lead, ...others.filter(({ policy }) => policy === lead.policy)]);
  const named = listNames(names, (name) => code(`resource: ${name}`));
  const entry = `${names.length > 1 ? 'entries' : 'an entry'} with ${named} under ${code('suppressions')} in ${code('.github/postern.yml')}`;
  if (sign === undefined) return `To accept it, write ${entry}.`;
  const [open, close] = sign;
  const comment = code(`${open} postern-ignore: ${lead.policy} -- <reason>${close}`);
  return `To accept it, write ${comment} ${whereToWrite(lead)}, or ${entry}.`;
}

/** Nothing can be remarked between the lines of a text. */
function whereToWrite({ at, start, text }: Placed): string {
  const isWithin = text !== undefined && text.at.path === at.path && text.start.line < start.line;
  return isWithin ? `above line ${text.start.line}, where the text begins` : 'on the line above';
}

/** How a comment is written in this file; undefined where the format has none, or the line is gone. */
function commentSign({ at, side }: Placed): readonly [string, string] | undefined {
  if (side === 'left' || /\.json$/i.test(at.path)) return undefined;
  if (/\.(jsx?|mjs|cjs|tsx?|mts|cts|bicep|go|java|cs|jsonc|json5|gradle|kts?)$/i.test(at.path)) return ['//', ''];
  return /\.(xml|csproj|config|html?)$/i.test(at.path) ? ['<!--', ' -->'] : ['#', ''];
}

function lowerFirst(sentence: string): string {
  return /^[A-Z](?:[a-z]| )/.test(sentence) ? sentence.slice(0, 1).toLowerCase() + sentence.slice(1) : sentence;
}
