import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { actionSelection } from './actions/action-selection.js';
import { type Decision, decisionOf } from './decision.js';
import { documentsIn } from './documents.js';
import { decisionAt, doubtsOf, waysOf } from './doubts.js';
import { lettersOf } from './patterns/pattern.js';
import { freely } from './patterns/situations.js';
import { stackNames } from './stack-arns.js';
import { allStatements, type Documents, inOneForm, type Statement } from './statement.js';

/** Whether a function can do something, and what decides it. */
export interface AccessAnswer {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly because: string;
  /** The statements that decide. */
  readonly statements: readonly Statement[];
  /** The resource in full, as it was asked about. */
  readonly resource: string;
}

export interface AccessQuestion {
  /** The id of a function, or of a role. */
  readonly function: string;
  /** `dynamodb:DeleteItem`. */
  readonly action: string;
  /** An ARN, `*`, or the id of a resource of the stack. */
  readonly resource: string;
}

/** Whether a function of a stack can do something. Undefined if the stack has no such function or role. */
export function answerIn(model: Model, question: AccessQuestion): AccessAnswer | undefined {
  const fn = model.functions.find(({ id }) => id === question.function);
  const role = fn === undefined ? question.function : known(fn.role);
  const names = stackNames(model);
  const found = documentsIn(model, names).get(role ?? '');
  const documents = found && inOneForm(found, true);
  if (documents === undefined) return fn === undefined ? undefined : unreadRole(question.resource);
  const resource = names.arnOf(question.resource) ?? question.resource;
  return { ...decide(documents, question.action, resource), resource };
}

function unreadRole(resource: string): AccessAnswer {
  return { answer: 'unknown', because: 'its role is not in this stack', statements: [], resource };
}

function decide(all: Documents, action: string, resource: string): Omit<AccessAnswer, 'resource'> {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  const isAbout = (statement: Statement) => actionSelection(statement.actions).has(service, name);
  const { boundary } = all;
  const documents: Documents = {
    ...all,
    statements: all.statements.filter(isAbout),
    boundary: typeof boundary === 'object' ? boundary.filter(isAbout) : boundary,
  };
  const word = lettersOf(resource);
  const doubts = doubtsOf(allStatements(documents), word);
  const surely = decisionAt(documents, word);
  const outcomes = new Set(waysOf(doubts)?.map((so) => outcomeOf(decisionAt(documents, word, so))));
  const [outcome] = outcomes;
  const { statements } = surely;
  if (outcomes.size !== 1) {
    const undecided = decisionOf(documents, ({ resources }) => resources.texts.some((text) => doubts.includes(text)));
    const because = 'only the deployment knows whether a statement is about this resource';
    return { answer: 'unknown', because, statements: undecided.statements };
  }
  return answered(outcome, statements, all);
}

/** What one outcome means for the person who asked. */
function answered(
  outcome: ReturnType<typeof outcomeOf> | undefined,
  statements: readonly Statement[],
  all: Documents,
): Omit<AccessAnswer, 'resource'> {
  if (outcome === 'sometimes') {
    const keys = [...new Set(statements.flatMap(({ when }) => when.map(({ key }) => key)))];
    return {
      answer: 'unknown',
      because: `it depends on ${keys.join(' and ') || 'a boundary that is not in this stack'}`,
      statements,
    };
  }
  if (outcome === 'always') return { answer: 'yes', because: 'a statement allows it and none denies it', statements };
  if (statements.some(({ effect }) => effect === 'deny')) {
    return {
      answer: 'no',
      because: 'a statement denies it',
      statements: statements.filter(({ effect }) => effect === 'deny'),
    };
  }
  if (all.open || all.unread.length > 0) {
    const what =
      all.unread.length > 0 ? `the statements of ${all.unread.join(', ')} are` : 'part of its permissions is';
    return { answer: 'unknown', because: `${what} not in this stack`, statements };
  }
  return { answer: 'no', because: 'no statement allows it', statements };
}

function outcomeOf(decision: Decision): 'always' | 'never' | 'sometimes' {
  const situations = freely(decision.facts());
  if (situations === undefined) return 'sometimes';
  const allowed = situations.filter((facts) => decision.allows(facts)).length;
  return allowed === 0 ? 'never' : allowed === situations.length ? 'always' : 'sometimes';
}
