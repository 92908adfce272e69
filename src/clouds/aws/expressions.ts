import { isReference, type LiteralReference, type PseudoParameter } from '../../model/literal.js';
import type { Express, Printable } from '../../notation/printable.js';
import { nameAttributes, refIsArn } from './arn-attributes.data.js';

/** `!GetAtt`, `Fn::GetAtt` in YAML, or `Fn::GetAtt` in JSON. */
export type Form = 'short' | 'long' | 'json';

const pseudoNames: Record<PseudoParameter['pseudo'], string> = {
  account: 'AWS::AccountId',
  region: 'AWS::Region',
  partition: 'AWS::Partition',
};

/** How references and joined texts are written in a template whose resources have these types. */
export function expressionsIn(form: Form, typeOf: TypeOf): Express {
  return (expression) => {
    if (isReference(expression)) return referTo(form, expression, typeOf);
    const [only] = expression.joined;
    if (expression.joined.every((part) => typeof part === 'string')) return expression.joined.join('');
    if (expression.joined.length === 1 && typeof only === 'object') {
      return 'pseudo' in only ? refer(form, { name: pseudoNames[only.pseudo] }) : referTo(form, only, typeOf);
    }
    return substitution(form, expression.joined.map((part) => partText(part, typeOf)).join(''));
  };
}

type TypeOf = (id: string) => string | undefined;

function referTo(form: Form, reference: LiteralReference, typeOf: TypeOf): Printable {
  return reference.attribute === 'executionArn'
    ? substitution(form, partText(reference, typeOf))
    : refer(form, targetOf(reference, typeOf));
}

/** What the ARNs of an API's routes begin with, before the API. */
const beforeApi = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:';

interface Target {
  readonly name: string;
  readonly attribute?: string;
}

/** `arn` and `name` by the resource's type, `id` as `Ref`, everything else as an attribute. */
function targetOf({ refersTo: name, attribute }: LiteralReference, typeOf: TypeOf): Target {
  const type = typeOf(name) ?? '';
  if (attribute === 'id') return { name };
  if (attribute === 'arn') return refIsArn.has(type) ? { name } : { name, attribute: 'Arn' };
  if (attribute !== 'name') return { name, attribute };
  const special = nameAttributes.get(type);
  return special === undefined ? { name } : { name, attribute: special };
}

function refer(form: Form, { name, attribute }: Target): Printable {
  if (form === 'short') return { verbatim: attribute === undefined ? `!Ref ${name}` : `!GetAtt ${name}.${attribute}` };
  return attribute === undefined
    ? new Map([['Ref', name]])
    : new Map([['Fn::GetAtt', [name, ...attribute.split('.')]]]);
}

function partText(part: string | LiteralReference | PseudoParameter, typeOf: TypeOf): string {
  if (typeof part === 'string') return part.replaceAll('${', '${!');
  if ('pseudo' in part) return `\${${pseudoNames[part.pseudo]}}`;
  if (part.attribute === 'executionArn') return `${beforeApi}\${${part.refersTo}}`;
  const { name, attribute } = targetOf(part, typeOf);
  return attribute === undefined ? `\${${name}}` : `\${${name}.${attribute}}`;
}

function substitution(form: Form, text: string): Printable {
  if (form !== 'short') return new Map([['Fn::Sub', text]]);
  const isLine = /^[\u0020-\u007e]*$/.test(text);
  return { verbatim: isLine ? `!Sub '${text.replaceAll("'", "''")}'` : `!Sub ${JSON.stringify(text)}` };
}

const shortForm = /[\s,[]!(Ref|Sub|GetAtt|Join|If|Select|Split|FindInMap|ImportValue|Equals|Not|And|Or|Base64)\b/;
const longForm = /(^|[\s{,-])["']?(Fn::[A-Za-z]+|Ref)["']?\s{0,9}:/;

/** The form that a YAML template writes its own expressions in. */
export function yamlFormOf(text: string): Form {
  return !shortForm.test(text) && longForm.test(text) ? 'long' : 'short';
}
