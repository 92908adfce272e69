import type { Expression, ListItem, MapItem } from './expressions/expression.js';

/** What names stand for where an output is written. */
export interface OutputScope {
  /** The value of a variable. */
  readonly variable: (name: string) => Expression | undefined;
  /** True of parameters that are marked as secrets. */
  readonly isMasked: (parameter: string) => boolean;
}

/**
 * Functions of resources that answer keys, tokens and connection strings.
 * https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource#list
 */
const answersSecrets =
  /^list(?:(?:admin|host|query|function|master|primary)?keys?|\w{0,40}(?:secrets?|connectionstrings?|sas|credentials?|callbackurl|tokens?))$/;

/** Names as they are documented: expressions have them in small letters. */
const spelt = new Map(
  'listKeys listKey listSecrets listConnectionStrings listAccountSas listServiceSas listCallbackUrl listCredentials'
    .concat(' listAdminKeys listQueryKeys listHostKeys')
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** Who reads outputs: https://learn.microsoft.com/azure/azure-resource-manager/bicep/linter-rule-outputs-should-not-contain-secrets */
export const outputReaders = 'anyone who can read the deployment';

/** What is said beside a secret without being one. */
const beside = new Set(['keyname', 'permissions', 'creationtime', 'length']);

/** Functions whose result has what they are given. */
const handsOn = new Set(
  'concat format string tostring base64 base64tostring first last join coalesce trim replace createarray createobject union if json'.split(
    ' ',
  ),
);

/** Steps into one output: variables may lead to further ones. */
const mostSteps = 500;

/** What an output shows that is a secret: what a function answers, or a parameter that is masked elsewhere. */
export function secretShownBy(output: Expression, scope: OutputScope): string | undefined {
  const waiting: Expression[] = [output];
  for (let step = 0; step < mostSteps; step++) {
    const expression = waiting.pop();
    if (expression === undefined) return undefined;
    const parameter = parameterIn(expression);
    const asked = expression.kind === 'call' && answersSecrets.test(expression.name) ? expression.name : undefined;
    if (asked !== undefined) return `what ${spelt.get(asked) ?? asked} returns`;
    if (parameter !== undefined && scope.isMasked(parameter))
      return `parameter ${parameter}, which is masked elsewhere`;
    waiting.push(...inside(expression, scope));
  }
  return undefined;
}

/** `secret` in Bicep, `parameters('secret')` in a template. */
function parameterIn(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  return expression.kind === 'call' && expression.name === 'parameters' ? firstText(expression.args) : undefined;
}

function firstText([first]: readonly Expression[]): string | undefined {
  return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
}

function inside(expression: Expression, { variable }: OutputScope): readonly Expression[] {
  switch (expression.kind) {
    case 'name':
      return present(variable(expression.name));
    case 'text':
      return expression.parts.filter((part) => typeof part !== 'string');
    case 'member':
      return beside.has(expression.name.toLowerCase()) ? [] : [expression.of];
    case 'index':
      return [expression.of];
    case 'conditional':
      return [expression.whenTrue, ...present(expression.otherwise)];
    case 'loop':
      return [expression.body];
    case 'list':
      return expression.items.map(itemOf);
    case 'map':
      return expression.entries.map(valueIn);
    case 'call':
      if (expression.name === 'variables') return present(variable(firstText(expression.args) ?? ''));
      return handsOn.has(expression.name) ? expression.args : [];
    default:
      return [];
  }
}

function present(expression: Expression | undefined): readonly Expression[] {
  return expression === undefined ? [] : [expression];
}

function itemOf(item: ListItem): Expression {
  return item.kind === 'spread' ? item.of : item;
}

function valueIn(item: MapItem): Expression {
  return item.kind === 'spread' ? item.of : item.value;
}
