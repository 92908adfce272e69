import type { Written } from './written-documents.js';

export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

type Test = (request: Request) => boolean;

/** IAM's evaluation the long way: regular expressions, one statement after the other. Shares nothing with what it checks. */
export function evaluator(documents: readonly Written[]): Test {
  const statements = documents.map((one) => ({ isDeny: one.effect === 'deny', applies: applying(one) }));
  return (request) => {
    const matching = statements.filter(({ applies }) => applies(request));
    return matching.length > 0 && matching.every(({ isDeny }) => !isDeny);
  };
}

function applying({ action, notAction, resource, notResource, condition = {} }: Written): Test {
  const actions = [action ?? notAction ?? []].flat().map((pattern) => toExpression(pattern, 'i'));
  const resources = [resource ?? notResource ?? []].flat().map((pattern) => toExpression(pattern, ''));
  return (request) =>
    actions.some((one) => one.test(request.action)) === (action !== undefined) &&
    resources.some((one) => one.test(request.resource)) === (resource !== undefined) &&
    Object.entries(condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => {
        const equal = [values].flat().includes(request.context[key] ?? '');
        return operator === 'StringNotEquals' ? !equal : equal;
      }),
    );
}

function toExpression(pattern: string, flags: string): RegExp {
  const body = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${body}$`, `s${flags}`);
}
