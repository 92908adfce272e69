import type { AccessAnswer, AccessQuestion } from '../facts/access/answer.js';
import type { Statement } from '../facts/access/statement.js';
import { shownResource } from '../facts/access/words.js';
import type { Review } from '../review.js';
import { costTogether } from './cost-together.js';
import { printable } from './terminal-view.js';

interface Printing {
  /** The difference between two commits, not what stands. */
  readonly isChange: boolean;
  readonly asJson: boolean;
}

/** Who can do what, by stack. */
export function renderAccess(effects: Review['effects'], { isChange, asJson }: Printing): string {
  if (asJson) return `${JSON.stringify({ schemaVersion: 1, isChange, stacks: effects }, null, 1)}\n`;
  const blocks = effects.flatMap(({ stack, access, exposure, cost }) => {
    const all = [...exposure, ...access, ...costTogether(cost)].sort((one, other) => other.weight - one.weight);
    const lines = all.map(({ sentence }) => `  ${printable(isChange ? sentence : asStanding(sentence))}`);
    return lines.length === 0 ? [] : [`${printable(stack)}\n${lines.join('\n')}\n`];
  });
  if (blocks.length > 0) return blocks.join('\n');
  return isChange ? 'Nobody can do more or less than before.\n' : 'No permissions are declared here.\n';
}

/** What stands is new to nobody. */
function asStanding(sentence: string): string {
  return sentence.replace(/ can newly /, ' can ').replace(/ newly (has|have) /, ' $1 ');
}

interface Answering {
  /** Where each statement stands. */
  readonly places: readonly (string | undefined)[];
  readonly asJson: boolean;
}

/** Yes, no or unknown, why, and the statements that decide. */
export function renderAnswer(question: AccessQuestion, answer: AccessAnswer, { places, asJson }: Answering): string {
  const resource = shownResource(answer.resource);
  const statements = answer.statements.map((statement, index) => ({
    ...partsOf(statement),
    at: places[index] ?? null,
  }));
  if (asJson) {
    const { answer: word, because } = answer;
    return `${JSON.stringify({ schemaVersion: 1, question, resource, answer: word, because, statements }, null, 1)}\n`;
  }
  const head = `${answer.answer}: ${question.function} ${question.action} ${resource}: ${answer.because}\n`;
  const lines = statements.map(
    ({ effect, name, actions, resources, at }) =>
      `  ${effect} ${actions.join(', ')} on ${resources.join(', ')} (${[name, at].filter(Boolean).join(', ')})\n`,
  );
  return [head, ...lines].map((line) => `${printable(line.slice(0, -1))}\n`).join('');
}

function partsOf({ effect, name, actions, resources, when }: Statement) {
  const said = (selection: Statement['actions']) =>
    selection.except ? ['everything except', ...selection.texts] : selection.texts;
  return {
    effect,
    name,
    actions: said(actions),
    resources: said(resources).map(shownResource),
    conditions: when.map(({ key }) => key),
  };
}
