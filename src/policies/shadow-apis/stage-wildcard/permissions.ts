import type { Stack } from '../../../facts/stack.js';
import type { ResourcePolicy } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import { known, type Match, when } from '../../../model/setting.js';
import { type Problem, type ProposedFix, proposeFix } from '../../definition.js';
import { withStage } from './source-arn.js';

/** Hand-written permissions that let every stage and method of an API run the function. */
export function* widePermissions(stack: Stack): Generator<Problem> {
  for (const policy of stack.resourcePolicies) {
    const match = isOfGateway(policy) ? when(policy.sourceArn, ({ text }) => coversEveryStage(text)) : undefined;
    if (match === undefined) continue;
    yield {
      about: policy,
      at: match.at,
      message: `${policy.id} allows every stage and method of the API to invoke ${policy.target ?? 'its function'}.`,
      confidence: match.confidence,
      fix: nameStage(policy, match, stack),
    };
  }
}

function isOfGateway({ permission, principals, effect }: ResourcePolicy): boolean {
  return permission && effect !== 'deny' && principals.some(({ term }) => term.text === 'apigateway.amazonaws.com');
}

/** The part after the API, which is the stage, is a star, and so is all that follows. */
function coversEveryStage(arn: string): boolean {
  const [, ...rest] = arn.slice(arn.lastIndexOf(':') + 1).split('/');
  return rest.length > 0 && rest.every((part) => part === '*');
}

/** Writes the API's only stage; with several, or an unread one, no one can say which is meant. */
function nameStage({ sourceArn }: ResourcePolicy, match: Match<Literal>, { apis }: Stack): ProposedFix | undefined {
  const source = known(sourceArn);
  const api = apis.find(({ id }) => id === source?.to);
  const [stage, another] = api?.stages ?? [];
  const name = stage && another === undefined ? known(stage.name) : undefined;
  const arn = source && name && withStage(source, name);
  return arn === undefined || arn === '' ? undefined : proposeFix('exact', match.write(arn));
}
