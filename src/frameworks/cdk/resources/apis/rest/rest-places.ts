import type { Value } from '../../../../../model/value.js';
import type { Construct } from '../../../constructs/construct.js';
import { given } from '../../../constructs/given-properties.js';
import type { Call, Expression } from '../../../program/expression.js';
import { resolve } from '../../../program/scope.js';
import { type Draft, put } from '../../../synthesis/draft.js';
import { addNamed, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { reference, scalar } from '../../../values/made-value.js';

export function setMethod(
  draft: Draft,
  { api, method, resource }: { api: string; method: Value; resource: Value },
): void {
  put(draft, ['RestApiId'], reference(draft.at, api));
  put(draft, ['HttpMethod'], method);
  put(draft, ['ResourceId'], resource);
}

export function addPart(
  synthesis: Synthesis,
  api: string,
  parent: Value,
  { path, call }: { path: string; call: Call },
): string {
  const id = `${parent.kind === 'reference' ? parent.to : api}/${path}`;
  const draft = addNamed(synthesis, { id, type: 'AWS::ApiGateway::Resource', at: call.at, whole: call.at });
  put(draft, ['RestApiId'], reference(call.at, api));
  put(draft, ['ParentId'], parent);
  put(draft, ['PathPart'], scalar(call.at, path));
  return draft.id;
}

/** A place in an API's tree: its root or one of its resources. */
export interface Place {
  readonly api: Construct;
  readonly resource: Value;
  readonly id: string;
  /** Properties that methods below inherit, nearest first. */
  readonly options: readonly Call[];
}

const deepest = 30;

export const restTypes = new Set([
  'aws-apigateway.RestApi',
  'aws-apigateway.LambdaRestApi',
  'aws-apigateway.SpecRestApi',
]);

/** Where `api.root.addResource('orders').addResource('{id}')` leads; undefined if it does not begin at an API of this file. */
export function placeOf(synthesis: Synthesis, expression: Expression, depth = 0): Place | undefined {
  const resolved = resolve(expression);
  if (depth > deepest) return undefined;
  if (resolved.kind === 'member' && resolved.name === 'root') {
    const api = synthesis.construction.byCall.get(resolve(resolved.of));
    if (api === undefined || !restTypes.has(api.type)) return undefined;
    return { api, id: api.id, resource: reference(resolved.at, api.id, 'RootResourceId'), options: [api.call] };
  }
  if (resolved.kind !== 'call') return undefined;
  const made = synthesis.construction.byCall.get(resolved);
  if (made?.type === 'aws-apigateway.Resource')
    return partOf(synthesis, given(resolved, 'parent')?.value, given(resolved, 'pathPart')?.value, {
      call: resolved,
      depth,
    });
  if (resolved.callee.kind !== 'member') return undefined;
  const { name, of } = resolved.callee;
  if (name === 'addResource' || name === 'resourceForPath' || name === 'getResource')
    return partOf(synthesis, of, resolved.args[0], { call: resolved, depth });
  if (name === 'addProxy')
    return partOf(synthesis, of, { kind: 'literal', value: '{proxy+}', at: resolved.at }, { call: resolved, depth });
  return undefined;
}

function partOf(
  synthesis: Synthesis,
  above: Expression | undefined,
  part: Expression | undefined,
  { call, depth }: { call: Call; depth: number },
): Place | undefined {
  const parent = above && placeOf(synthesis, above, depth + 1);
  if (parent === undefined) return undefined;
  const value = part && lowerValue(synthesis.construction, part);
  const text = value?.kind === 'scalar' ? String(value.value).replace(/^\//, '') : '{?}';
  const id = `${parent.id}/${text}`;
  if (!synthesis.drafts.has(id)) addPart(synthesis, parent.api.id, parent.resource, { path: text, call });
  return { api: parent.api, id, resource: reference(call.at, id), options: [call, ...parent.options] };
}

export function optionsAt(call: Call): number {
  return call.creates ? 2 : 1;
}
