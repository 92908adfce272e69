import type { Principal, ResourcePolicy, Terms } from '../../../model/identity.js';
import type { Literal } from '../../../model/literal.js';
import type { Term } from '../../../model/resource.js';
import { absent, type Setting } from '../../../model/setting.js';
import type { Codec } from '../../values/codec.js';
import { flag, text } from '../../values/codec.js';
import { termOf, termsOf } from '../../values/terms.js';
import { unwritable } from '../../values/writes.js';
import { functionNamed } from '../functions/reference.js';
import { declarationOf, type Mapping, property, referent, setting } from '../mapping.js';
import type { Declared } from '../template.js';

const term: Codec<Term, Literal> = { read: termOf, write: (word) => word };

/** `AWS::Lambda::Permission` and `AWS::Lambda::LayerVersionPermission`: who may invoke a function or use a layer. */
export function mapPermissions(mapping: Mapping): readonly ResourcePolicy[] {
  return [
    ...mapping.ofType('AWS::Lambda::Permission').map((declared) => functionPermission(mapping, declared)),
    ...mapping.ofType('AWS::Lambda::LayerVersionPermission').map((declared) => layerPermission(mapping, declared)),
  ];
}

function functionPermission(mapping: Mapping, declared: Declared): ResourcePolicy {
  const sourceArn = setting(declared, ['SourceArn'], term);
  const sourceAccount = setting(declared, ['SourceAccount'], term);
  const organisation = setting(declared, ['PrincipalOrgID'], term);
  return {
    ...permission(mapping, declared),
    targetKind: 'function',
    target: functionNamed(mapping, property(declared, 'FunctionName')),
    sourceArn,
    sourceAccount,
    organisation,
    urlAuth: unwritable(urlAuthOf(declared)),
    conditions: conditionsOf(declared),
    conditionsOpen: false,
    addCondition: (_operator, key, value) => {
      const pinned = [
        ['aws:sourcearn', sourceArn],
        ['aws:sourceaccount', sourceAccount],
        ['aws:principalorgid', organisation],
      ] as const;
      return writeTo(pinned.find(([name]) => name === key.toLowerCase())?.[1], value);
    },
  };
}

/** A permission to invoke through a URL only goes with the one for the URL itself. */
function urlAuthOf(declared: Declared): Setting<string> {
  const via = setting(declared, ['InvokedViaFunctionUrl'], flag);
  const isElse = via.kind === 'absent' || (via.kind === 'known' && !via.value);
  return setting(declared, [isElse ? 'FunctionUrlAuthType' : 'InvokedViaFunctionUrl'], text);
}

function writeTo(pinned: Setting<Term, Literal> | undefined, value: Literal) {
  return pinned?.kind === 'known' || pinned?.kind === 'absent' ? pinned.write(value) : undefined;
}

/** Alexa skills are told apart by a token of their own. */
function conditionsOf(declared: Declared): ResourcePolicy['conditions'] {
  const token = property(declared, 'EventSourceToken');
  const value = termOf(token);
  if (token === undefined) return [];
  const values = value === undefined ? [] : [value];
  return [{ operator: 'StringEquals', key: 'lambda:EventSourceToken', values, open: value === undefined }];
}

function layerPermission(mapping: Mapping, declared: Declared): ResourcePolicy {
  return {
    ...permission(mapping, declared),
    targetKind: 'layer',
    target: referent(mapping, property(declared, 'LayerVersionArn')),
    sourceArn: absent(declared.at),
    sourceAccount: absent(declared.at),
    organisation: setting(declared, ['OrganizationId'], term),
    urlAuth: absent(declared.at),
    conditions: [],
    conditionsOpen: false,
    addCondition: () => undefined,
  };
}

function permission(mapping: Mapping, declared: Declared) {
  const { at } = declared;
  const { reading } = mapping;
  const actions = termsOf(property(declared, 'Action'), { at, reading });
  const principals = principalsOf(termsOf(property(declared, 'Principal'), { at, reading }));
  const resources: Terms = { terms: [], open: false, at, write: () => undefined };
  return {
    ...declarationOf(declared),
    kind: 'resource-policy',
    permission: true,
    effect: 'allow',
    exceptPrincipals: false,
    actions,
    resources,
    ...principals,
  } as const;
}

function principalsOf({ terms, open }: Terms): Pick<ResourcePolicy, 'principals' | 'principalsOpen'> {
  return { principals: terms.map((found) => ({ kind: kindOf(found.text), term: found })), principalsOpen: open };
}

function kindOf(written: string): Principal['kind'] {
  if (written === '*') return 'any';
  if (/\.amazonaws\.com(?:\.cn)?$|\.amazon\.com$|\.\$\{AWS::URLSuffix\}$/.test(written)) return 'service';
  return /^\d{12}$|^arn:|^\$\{/.test(written) ? 'account' : 'unknown';
}
