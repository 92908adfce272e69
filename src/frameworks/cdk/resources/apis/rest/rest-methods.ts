import type { Value } from '../../../../../model/value.js';
import { type Invocation, isNothing, programAt } from '../../../constructs/construct.js';
import { given, isOn, isOpen } from '../../../constructs/given-properties.js';
import { resolveGiven } from '../../../constructs/inlining.js';
import { qualifiedName } from '../../../constructs/qualified-names.js';
import type { Call, Expression } from '../../../program/expression.js';
import { type Draft, has, put } from '../../../synthesis/draft.js';
import { allowSwitching, fill } from '../../../synthesis/fill.js';
import { type Row, row } from '../../../synthesis/rows.js';
import { addNamed, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { reference, scalar } from '../../../values/made-value.js';
import { printPlain } from '../../../writing/printing.js';
import { insertProperty } from '../../../writing/property-edits.js';
import { corsOf } from '../cors.js';
import { authorize, methodInserter } from './rest-auth.js';
import { optionsAt, type Place, placeOf, setMethod } from './rest-places.js';

/** `resource.addMethod('GET', integration, options)`. */
export function addMethod(synthesis: Synthesis, { call }: Invocation): void {
  if (call.callee.kind !== 'member') return;
  const place = placeOf(synthesis, call.callee.of);
  const [name, given] = call.args;
  if (place === undefined || name === undefined) return;
  const integration = given === undefined || isNothing(given) ? undefined : given;
  const method = lowerValue(synthesis.construction, name);
  const text = method.kind === 'scalar' ? String(method.value).toUpperCase() : '?';
  makeMethod(synthesis, place, {
    call,
    method: method.kind === 'scalar' ? { ...method, value: text } : method,
    integration,
    name: text,
  });
}

interface MethodMade {
  readonly call: Call;
  readonly method: Value;
  readonly integration: Expression | undefined;
  readonly name: string;
}

function makeMethod(synthesis: Synthesis, place: Place, { call, method, integration, name }: MethodMade): void {
  const first = call.args[0]?.at.end ?? call.at.end;
  const at = { ...call.at, start: methodStart(synthesis, call), end: first };
  const draft = addNamed(synthesis, { id: `${place.id}/${name}`, type: 'AWS::ApiGateway::Method', at, whole: call.at });
  const own = { ...draft, insert: methodInserter(synthesis, call) };
  synthesis.drafts.set(draft.id, own);
  setMethod(own, { api: place.api.id, method, resource: place.resource });
  integrate(
    synthesis,
    own,
    integration ?? inherited(place, 'defaultIntegration') ?? given(place.api.call, 'handler')?.value,
  );
  authorize(synthesis, own, { own: call, api: place.api.call, between: place.options });
}

/** Where the method's own name begins in a chain of calls. */
function methodStart({ construction }: Synthesis, { callee, at }: Call): number {
  if (callee.kind !== 'member') return at.start;
  return Math.max(callee.of.at.start, programAt(construction, at).text.lastIndexOf('.', callee.at.end) + 1);
}

function inherited(place: Place, key: string): Expression | undefined {
  for (const call of place.options) {
    const found = given(call, key, optionsAt(call))?.value;
    if (found !== undefined) return found;
  }
  return undefined;
}

const integrations = new Map([
  ['LambdaIntegration', 'AWS_PROXY'],
  ['HttpIntegration', 'HTTP_PROXY'],
  ['MockIntegration', 'MOCK'],
  ['AwsIntegration', 'AWS'],
  ['StepFunctionsIntegration.startExecution', 'AWS'],
]);

/** `new Integration({ type: IntegrationType.AWS, uri })`. */
const plainIntegration: readonly Row[] = [row('type', 'Integration.Type'), row('uri', 'Integration.Uri')];

function integrate(synthesis: Synthesis, draft: Draft, integration: Expression | undefined): void {
  if (integration === undefined) put(draft, ['Integration', 'Type'], scalar(draft.at, 'MOCK'));
  const call = integration && resolveGiven(synthesis.construction, integration);
  if (call?.kind !== 'call') {
    const construct = call && synthesis.construction.byCall.get(call);
    if (construct) put(draft, ['Integration', 'Uri'], reference(draft.at, construct.id));
    return;
  }
  const name = qualifiedName(call.callee)?.replace(/^aws-apigateway\./, '') ?? '';
  if (name === 'Integration') {
    fill(synthesis, draft, { call, position: 0 }, plainIntegration);
    return;
  }
  const made = synthesis.construction.byCall.get(call);
  const type = integrations.get(name);
  if (type === undefined && made !== undefined) {
    put(draft, ['Integration', 'Type'], scalar(call.at, 'AWS_PROXY'));
    put(draft, ['Integration', 'Uri'], reference(call.at, made.id));
    return;
  }
  if (type !== undefined) put(draft, ['Integration', 'Type'], scalar(call.at, type));
  if (name === 'LambdaIntegration') allowTesting(synthesis, draft, call);
  const [to] = call.args;
  if (to !== undefined && (type === 'AWS_PROXY' || type === 'HTTP_PROXY'))
    put(draft, ['Integration', 'Uri'], lowerValue(synthesis.construction, to));
}

/**
 * `new LambdaIntegration(fn, { allowTestInvoke })`: the console may call the function as well, unless it is told otherwise, where
 * permissions are for each method. npm aws-cdk-lib 2.276.0, aws-apigateway integrations/lambda.d.ts, read 2026-11-27.
 */
function allowTesting(synthesis: Synthesis, draft: Draft, call: Call): void {
  if (isOpen(call, 1) || !isOn(call, 'scopePermissionToMethod', 1)) return;
  const program = programAt(synthesis.construction, call.at);
  const spot = { call, position: 1 };
  if (given(call, 'allowTestInvoke', 1)) {
    fill(synthesis, draft, spot, [row('allowTestInvoke', 'Integration.TestInvoke')]);
    return;
  }
  const usual = scalar(call.at, true);
  synthesis.writing.replacing.set(usual, (literal) => {
    const text = printPlain(program, literal);
    return text === undefined ? undefined : insertProperty(program, spot, 'allowTestInvoke', text);
  });
  put(draft, ['Integration', 'TestInvoke'], usual);
}

/** `resource.addProxy(...)` has a method for everything unless it is told otherwise. */
export function addProxy(synthesis: Synthesis, { call }: Invocation): void {
  const place = placeOf(synthesis, call);
  const any = given(call, 'anyMethod', 0)?.value;
  if (place === undefined || (any?.kind === 'literal' && any.value === false)) return;
  makeMethod(synthesis, place, {
    call,
    method: scalar(call.at, 'ANY'),
    integration: given(call, 'defaultIntegration', 0)?.value,
    name: 'ANY',
  });
}

/** `resource.addCorsPreflight({ allowOrigins })`: said of the API as a whole, unless it says something itself. */
export function addPreflight(synthesis: Synthesis, { call, on }: Invocation): void {
  const place = placeOf(synthesis, on);
  const api = place && synthesis.drafts.get(place.api.id);
  const [options] = call.args;
  if (api === undefined || options === undefined || has(api, 'CorsConfiguration')) return;
  const cors = corsOf(lowerValue(synthesis.construction, options));
  allowSwitching(synthesis, cors);
  put(api, ['CorsConfiguration'], cors);
}
