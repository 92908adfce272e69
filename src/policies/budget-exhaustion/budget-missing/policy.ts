import { when } from '../../../model/setting.js';
import type { Budget } from '../../../model/store.js';
import { definePolicy, type Problem } from '../../definition.js';

export default definePolicy({
  id: 'budget-missing',
  several: ['budgets', 'notify nobody in time'],
  threat: 'budget-exhaustion',
  title: 'Budget alerts are missing or too late',
  severity: 'low',
  fails: 'never',
  why: 'An attack that only runs up the bill is noticed when the invoice arrives, weeks later.',
  remedy:
    'Add a budget with notifications below its limit, or a watch for unusual costs, and subscribers who act on them.',
  acceptable: 'The organisation watches the costs of this account elsewhere.',
  references: {
    csa: ['SAS-8'],
    cwe: ['CWE-770'],
    links: {
      aws: [
        'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
        'https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html',
      ],
      azure: ['https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-acm-create-budgets'],
      google: ['https://cloud.google.com/billing/docs/how-to/budgets'],
    },
  },

  // Left out: repositories that do not say that they hold all of an account, which may have its budgets elsewhere.
  *check(stack, { completeness }) {
    const budgets = stack.budgets ?? [];
    for (const budget of budgets) yield* silentProblems(budget);
    const [first] = stack.functions;
    if (completeness !== 'account' || budgets.length > 0 || first === undefined || stack.open) return;
    yield {
      about: first,
      at: first.at,
      discriminator: 'none',
      key: 'the account',
      message: 'No stack of this repository declares a budget or a watch for unusual costs.',
      hinges: { on: 'budgets', there: false },
    };
  },
});

function* silentProblems(budget: Budget): Generator<Problem> {
  const nobody = when(budget.notifies, (notifies) => !notifies, { absent: true });
  const late = nobody === undefined ? when(budget.early, (early) => !early) : undefined;
  const match = nobody ?? late;
  if (match === undefined) return;
  yield {
    about: budget,
    at: match.at,
    discriminator: nobody === undefined ? 'late' : 'nobody',
    message: `Budget ${budget.id} ${nobody === undefined ? 'sends notifications only above 100 % of its limit' : 'has no notifications'}.`,
    confidence: match.confidence,
    advice: 'Name subscribers, and notify them below 100 % of the limit or of its forecast.',
  };
}
