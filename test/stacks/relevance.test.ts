import { describe, expect, test } from '@jest/globals';
import { candidateEntries } from '../../src/stacks/candidates.js';
import { hasLikelyName } from '../../src/stacks/relevance.js';

describe('names that stacks usually have', () => {
  test.each([
    'template.yaml',
    'infra/main.tf',
    'infra/main.bicep',
    'lib/orders-stack.ts',
    'lib/OrdersStack.js',
    'orders/orders_stack.py',
    'packages/shop/lib/api-construct.ts',
    'infra/lib/database.ts',
    'cdk/app.py',
  ])('%s', (path) => expect(hasLikelyName(path)).toBe(true));

  test.each(['src/orders.ts', 'lib/index.js', 'test/orders-stack.test.ts', 'lib/stack.d.ts', 'docs/infra/notes.md'])(
    'not %s',
    (path) => expect(hasLikelyName(path)).toBe(false),
  );
});

test('a change of a handler looks at the program that deploys it, and one of a construct at itself', () => {
  const tree = ['lib/orders-stack.ts', 'lambda/orders.ts', 'src/checkout.ts'];
  const paths = (changed: string) => candidateEntries(tree, [changed]).map(({ path }) => path);
  expect(paths('lambda/orders.ts')).toContain('lib/orders-stack.ts');
  expect(paths('src/checkout.ts')).toContain('src/checkout.ts');
});
