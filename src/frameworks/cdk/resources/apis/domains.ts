import type { Value } from '../../../../model/value.js';
import { type Construct, type Invocation, programAt } from '../../constructs/construct.js';
import { given } from '../../constructs/given-properties.js';
import type { Call, Expression } from '../../program/expression.js';
import { resolve } from '../../program/scope.js';
import { type Draft, put } from '../../synthesis/draft.js';
import { fill } from '../../synthesis/fill.js';
import { member, presence, row } from '../../synthesis/rows.js';
import { addDraft, addNamed, type Synthesis } from '../../synthesis/synthesis.js';
import { lowerValue } from '../../values/construct-value.js';
import { reference } from '../../values/made-value.js';

const rows = [
  row('mtls', 'MutualTlsAuthentication', presence),
  row('securityPolicy', 'SecurityPolicy', member('aws-apigateway', 'SecurityPolicy')),
];

/** `new DomainName(this, 'Domain', { mapping, mtls })`, of either kind of API. */
export function addDomain(synthesis: Synthesis, construct: Construct): void {
  const isRest = construct.type.startsWith('aws-apigateway.');
  const draft = addDraft(synthesis, construct, isRest ? restDomain : httpDomain);
  fill(synthesis, draft, construct, rows);
  const mapping = given(construct.call, 'mapping')?.value;
  if (mapping) mapTo(synthesis, draft, mapping);
}

const restDomain = 'AWS::ApiGateway::DomainName';
const httpDomain = 'AWS::ApiGatewayV2::DomainName';

/** `new RestApi(this, 'Api', { domainName: { ... } })`, and `api.addDomainName('Id', { ... })`. */
export function addRestDomain(synthesis: Synthesis, api: Construct, options: Expression): void {
  const resolved = resolve(options);
  const { at } = options;
  if (lowerValue(synthesis.construction, options).kind !== 'map') return;
  const draft = addNamed(synthesis, { id: `${api.id}/CustomDomain`, type: restDomain, at, whole: at });
  const own = resolved.kind === 'call' ? resolved.args[0] : resolved;
  const properties = own?.kind === 'properties' ? own.entries : [];
  const mtls = properties.find(({ key }) => key === 'mtls');
  const policy = properties.find(({ key }) => key === 'securityPolicy');
  draft.open = own?.kind !== 'properties' || own.open;
  if (mtls) put(draft, ['MutualTlsAuthentication'], { kind: 'map', entries: [], open: false, at: mtls.value.at });
  if (policy) put(draft, ['SecurityPolicy'], writable(synthesis, policy.value));
  connect(synthesis, draft, api.id, 'AWS::ApiGateway::BasePathMapping');
}

/** A member of `SecurityPolicy` that stands in the text can be written otherwise. */
function writable({ construction, writing }: Synthesis, expression: Expression): Value {
  const value = { ...lowerValue(construction, expression) };
  const { at } = value;
  const { print } = member('aws-apigateway', 'SecurityPolicy');
  if (value.kind === 'scalar' && value.origin === undefined) {
    writing.replacing.set(value, (literal) => {
      const text = print(programAt(construction, at), literal);
      return text === undefined ? undefined : [{ ...at, text }];
    });
  }
  return value;
}

export function addDomainTo(synthesis: Synthesis, { call }: Invocation, api: Construct): void {
  const [, options] = call.args;
  if (options) addRestDomain(synthesis, api, options);
}

function connect(synthesis: Synthesis, domain: Draft, api: string, type: string): void {
  const { at } = domain;
  const mapping = addNamed(synthesis, { id: `${domain.id}/${api}`, type, at, whole: domain.whole });
  put(mapping, [type.endsWith('BasePathMapping') ? 'RestApiId' : 'ApiId'], reference(at, api));
  put(mapping, ['DomainName'], reference(at, domain.id));
}

/** The API that an expression stands for: itself, or the one that a stage belongs to. */
function mapTo(synthesis: Synthesis, domain: Draft, target: Expression): void {
  const value = lowerValue(synthesis.construction, target);
  if (value.kind !== 'reference') return;
  const api = value.to.replace(/\/(?:Default)?Stage$/, '');
  connect(synthesis, domain, api, mappingOf(synthesis, api));
}

function mappingOf(synthesis: Synthesis, api: string): string {
  const isRest = synthesis.drafts.get(api)?.type === 'AWS::ApiGateway::RestApi';
  return isRest ? 'AWS::ApiGateway::BasePathMapping' : 'AWS::ApiGatewayV2::ApiMapping';
}

/** `domain.addBasePathMapping(api)` and `domain.addApiMapping(stage)`. */
export function addMappingTo(synthesis: Synthesis, { call }: Invocation, owner: Construct): void {
  const draft = synthesis.drafts.get(owner.id);
  const [target] = call.args;
  if (draft && target) mapTo(synthesis, draft, target);
}

/** `new BasePathMapping(...)` and `new ApiMapping(...)`. */
export function addMappingOf(synthesis: Synthesis, { call }: Construct): void {
  const name = given(call, 'domainName')?.value;
  const api = (given(call, 'restApi') ?? given(call, 'api'))?.value;
  if (name && api) mapDomain(synthesis, name, { api, call });
}

/** A domain by the expression that stands for it; one that is made elsewhere is not known. */
export function mapDomain(
  synthesis: Synthesis,
  name: Expression,
  { api, call }: { api: Expression; call: Call },
): void {
  const target = lowerValue(synthesis.construction, api);
  if (target.kind !== 'reference') return;
  const type = mappingOf(synthesis, target.to);
  const { at } = name;
  const mapping = addNamed(synthesis, { id: `${target.to}/Mapping`, type, at, whole: call.at });
  put(mapping, [type.endsWith('BasePathMapping') ? 'RestApiId' : 'ApiId'], reference(at, target.to));
  put(mapping, ['DomainName'], lowerValue(synthesis.construction, name));
}
