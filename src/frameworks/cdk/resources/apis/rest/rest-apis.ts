import type { Value } from '../../../../../model/value.js';
import type { Construct } from '../../../constructs/construct.js';
import { given, isOn, isOpen } from '../../../constructs/given-properties.js';
import { resolveGiven } from '../../../constructs/inlining.js';
import { qualifiedName } from '../../../constructs/qualified-names.js';
import type { Call } from '../../../program/expression.js';
import { put } from '../../../synthesis/draft.js';
import { fill } from '../../../synthesis/fill.js';
import { type Row, row } from '../../../synthesis/rows.js';
import { addDraft, addNamed, type Synthesis } from '../../../synthesis/synthesis.js';
import { lowerValue } from '../../../values/construct-value.js';
import { reference, scalar } from '../../../values/made-value.js';
import { inserter } from '../../../writing/inserter.js';
import { corsRow } from '../cors.js';
import { addRestDomain } from '../domains.js';
import { authorize } from './rest-auth.js';
import { addPart, setMethod } from './rest-places.js';
import { addStage } from './rest-stages.js';

const apiRows: readonly Row[] = [
  row('restApiName', 'Name'),
  row('disableExecuteApiEndpoint', 'DisableExecuteApiEndpoint'),
  row('endpointTypes', 'EndpointConfiguration.Types'),
  row('endpointConfiguration.types', 'EndpointConfiguration.Types'),
  row('policy', 'Policy'),
  corsRow('defaultCorsPreflightOptions', 'CorsConfiguration'),
];

/** A REST API with its stage; a `LambdaRestApi` sends every request to its function unless it is told not to: one route stands for all. */
export function addRestApi(synthesis: Synthesis, construct: Construct): void {
  const { call } = construct;
  const draft = addDraft(synthesis, construct, 'AWS::ApiGateway::RestApi');
  const api = { ...draft, insert: inserter(synthesis, call, apiRows) };
  synthesis.drafts.set(draft.id, api);
  fill(synthesis, api, { call }, apiRows);
  if (isOn(call, 'deploy')) addStage(synthesis, construct);
  const domain = given(call, 'domainName')?.value;
  if (domain) addRestDomain(synthesis, construct, domain);
  if (construct.type === 'aws-apigateway.SpecRestApi')
    put(api, ['Body'], documentOf(synthesis, call) ?? { kind: 'unknown', at: api.at, because: 'document elsewhere' });
  if (construct.type !== 'aws-apigateway.LambdaRestApi' || !isOn(call, 'proxy') || isOpen(call)) return;
  const handler = given(call, 'handler')?.value;
  const target = handler && lowerValue(synthesis.construction, handler);
  const proxy = addPart(synthesis, construct.id, reference(call.at, construct.id, 'RootResourceId'), {
    path: '{proxy+}',
    call,
  });
  const id = `${construct.id}/{proxy+}/ANY`;
  const method = addNamed(synthesis, { id, type: 'AWS::ApiGateway::Method', at: api.at, whole: call.at });
  setMethod(method, { api: construct.id, method: scalar(call.at, 'ANY'), resource: reference(call.at, proxy) });
  if (target) put(method, ['Integration', 'Uri'], target);
  put(method, ['Integration', 'Type'], scalar(call.at, 'AWS_PROXY'));
  authorize(synthesis, method, { own: undefined, api: call });
}

/** The document of `ApiDefinition.fromInline({ ... })`. */
function documentOf(synthesis: Synthesis, call: Call): Value | undefined {
  const definition = given(call, 'apiDefinition')?.value;
  const made = definition && resolveGiven(synthesis.construction, definition);
  const isInline = made?.kind === 'call' && qualifiedName(made.callee) === 'aws-apigateway.ApiDefinition.fromInline';
  const [written] = isInline ? made.args : [];
  return written && lowerValue(synthesis.construction, written);
}
