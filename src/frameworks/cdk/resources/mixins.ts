import type { Span } from '../../../model/span.js';
import { type Construct, type Invocation, propertiesOf } from '../constructs/construct.js';
import type { Call, Expression } from '../program/expression.js';
import { resolve } from '../program/scope.js';
import { type Draft, put } from '../synthesis/draft.js';
import type { Synthesis } from '../synthesis/synthesis.js';
import { map, scalar } from '../values/made-value.js';
import { putPlain } from './plain.js';

/** Mixins that come with the CDK and say nothing that a policy asks about (npm aws-cdk-lib 2.276.0, read 2026-11-26). */
const inert: ReadonlySet<string> = new Set([
  'BucketVersioning',
  'BucketAutoDeleteObjects',
  'ClusterSettings',
  'RepositoryAutoDeleteImages',
]);

/** `bucket.with(mixin, ...)`: what is known is set; of another mixin nothing is known, so that its subject is open. */
export function addMixins(synthesis: Synthesis, { call, certainty }: Invocation, owner: Construct): void {
  const draft = synthesis.drafts.get(owner.id);
  if (draft === undefined) return;
  for (const argument of call.args) {
    if (certainty === 'maybe' || !mixIn(synthesis, draft, argument)) draft.open = true;
  }
  if (call.open) draft.open = true;
}

/** `Mixins.of(scope).apply(mixin)` reaches what is not seen from here. */
export function addMixinsToAll(synthesis: Synthesis, { on, call }: Invocation): void {
  const of = resolve(on);
  const isSelection =
    of.kind === 'call' && of.callee.kind === 'member' && of.callee.name === 'of' && nameOf(of.callee.of) === 'Mixins';
  if (!isSelection || call.args.every((argument) => inert.has(mixinName(argument)))) return;
  for (const draft of synthesis.drafts.values()) draft.open = true;
}

/** False if it may set anything. */
function mixIn(synthesis: Synthesis, draft: Draft, argument: Expression): boolean {
  const made = resolve(argument);
  const name = mixinName(argument);
  if (made.kind !== 'call' || name === '') return false;
  if (inert.has(name)) return true;
  if (name === 'BucketBlockPublicAccess') return blockAll(draft, made);
  const [, resource] = /^Cfn([A-Z]\w*)PropsMixin$/.exec(name) ?? [];
  if (resource === undefined) return false;
  // A mixin for another resource than its subject is left out by the CDK.
  if (!draft.type.endsWith(`::${resource}`)) return true;
  const properties = propertiesOf(made, 0);
  if (typeof properties === 'string' || properties.open) return false;
  putPlain(synthesis, draft, properties.entries);
  return true;
}

const flags = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

function blockAll(draft: Draft, { args, at }: Call): boolean {
  if (args.length > 0) return false;
  put(draft, ['PublicAccessBlockConfiguration'], allOn(at), at);
  return true;
}

function allOn(at: Span) {
  return map(at, Object.fromEntries(flags.map((key) => [key, scalar(at, true)])));
}

function mixinName(argument: Expression): string {
  const made = resolve(argument);
  return made.kind === 'call' && made.creates ? nameOf(made.callee) : '';
}

function nameOf(expression: Expression): string {
  const resolved = resolve(expression);
  return resolved.kind === 'imported' || resolved.kind === 'member' || resolved.kind === 'name' ? resolved.name : '';
}
