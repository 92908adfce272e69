import { isExample } from '../findings/outcome.js';
import type { Review } from '../review.js';
import { costTogether } from './cost-together.js';
import { count, folded, joinWithin, prose } from './markdown.js';
import { cutSentence } from './picture.js';

/** Sentences that stand in the open; the others are folded. */
const mostOpen = 3;
/** Bytes of those that are folded. */
const foldedBytes = 12_000;

/** One sentence of what a change means for who can do what, and in which stack. */
interface EffectSentence {
  readonly stack: string;
  readonly sentence: string;
}

/** What a change newly allows and opens and what it takes back, the gravest first; what is kept for show comes last. */
export function effectSentences(effects: Review['effects']): readonly EffectSentence[] {
  const all = effects.flatMap(({ stack, access, exposure, cost }) =>
    [...exposure, ...access, ...costTogether(cost)].map(({ sentence, weight }) => ({
      stack,
      sentence,
      weight: weight - (isExample(stack) ? 2_000 : 0),
    })),
  );
  const seen = new Set<string>();
  return all
    .sort((one, other) => other.weight - one.weight)
    .filter(({ sentence }) => !seen.has(sentence) && seen.add(sentence));
}

/** The same for the summary of the check: three sentences, the rest folded away. */
export function effectBlocks({ effects }: Review): readonly string[] {
  const sentences = effectSentences(effects);
  if (sentences.length === 0) return [];
  const [open, rest] = [sentences.slice(0, mostOpen), sentences.slice(mostOpen)];
  const lines = rest.map(({ sentence }) => `- ${prose(sentence)}`);
  const cuts = effects.flatMap(({ cut }) => (cut === undefined ? [] : [prose(cutSentence(cut))]));
  return [
    `**Who can do what after this change.** ${open.map(({ sentence }) => prose(sentence)).join(' ')}`,
    ...(rest.length === 0
      ? []
      : [
          folded(
            `${count(rest.length, 'more change')} of access, exposure and cost`,
            joinWithin(lines, foldedBytes, (left) => `- and ${left} more`, '\n'),
          ),
        ]),
    ...cuts.slice(0, 1),
  ];
}
