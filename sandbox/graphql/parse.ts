import type { ArgumentValue, Fragment, GraphqlDocument, Selection } from './document.js';
import { syntaxError, type Tokens, tokensOf } from './tokens.js';

const words = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function parseValue(tokens: Tokens): ArgumentValue {
  const word = tokens.next();
  if (word === '$') return { kind: 'variable', name: tokens.next() };
  if (word === '[') return { kind: 'list', values: parseList(tokens) };
  if (word === '{') return { kind: 'object', fields: parsePairs(tokens, '}') };
  if (words.has(word)) return { kind: 'given', value: words.get(word) };
  if (/^["\d-]/.test(word)) return { kind: 'given', value: JSON.parse(word) };
  return { kind: 'given', value: word };
}

function parseList(tokens: Tokens): readonly ArgumentValue[] {
  const values: ArgumentValue[] = [];
  while (!tokens.take(']')) values.push(parseValue(tokens));
  return values;
}

function parsePairs(tokens: Tokens, end: string): readonly (readonly [string, ArgumentValue])[] {
  const pairs: (readonly [string, ArgumentValue])[] = [];
  while (!tokens.take(end)) {
    if (tokens.peek() === '') throw syntaxError('end');
    const name = tokens.next();
    tokens.expect(':');
    pairs.push([name, parseValue(tokens)]);
  }
  return pairs;
}

function parseSpread(tokens: Tokens): Selection {
  if (tokens.peek() === '{') return { kind: 'inline', on: undefined, selections: parseSelections(tokens) };
  const word = tokens.next();
  if (word !== 'on') return { kind: 'spread', fragment: word };
  return { kind: 'inline', on: tokens.next(), selections: parseSelections(tokens) };
}

function parseField(tokens: Tokens): Selection {
  const first = tokens.next();
  const name = tokens.take(':') ? tokens.next() : first;
  if (!/^\w+$/.test(name)) throw syntaxError(name || 'end');
  const given = tokens.take('(') ? parsePairs(tokens, ')') : [];
  const selections = tokens.peek() === '{' ? parseSelections(tokens) : [];
  return { kind: 'field', name, alias: first, arguments: given, selections };
}

function parseSelections(tokens: Tokens): readonly Selection[] {
  tokens.expect('{');
  const selections: Selection[] = [];
  while (!tokens.take('}')) selections.push(tokens.take('...') ? parseSpread(tokens) : parseField(tokens));
  return selections;
}

/** The variables that an operation declares; their types are not needed to answer. */
function parseVariables(tokens: Tokens): readonly string[] {
  const names: string[] = [];
  if (!tokens.take('(')) return names;
  while (!tokens.take(')')) {
    if (tokens.peek() === '') throw syntaxError('end');
    if (tokens.take('$')) names.push(tokens.next());
    else tokens.next();
  }
  return names;
}

function parseFragment(tokens: Tokens): readonly [string, Fragment] {
  const name = tokens.next();
  tokens.expect('on');
  return [name, { on: tokens.next(), selections: parseSelections(tokens) }];
}

/** Parses one operation and the fragments it uses. */
export function parseQuery(text: string): GraphqlDocument {
  const tokens = tokensOf(text);
  const fragments = new Map<string, Fragment>();
  let operation: Omit<GraphqlDocument, 'fragments'> | undefined;
  while (tokens.peek() !== '') {
    if (tokens.take('fragment')) {
      fragments.set(...parseFragment(tokens));
      continue;
    }
    const kind = tokens.take('mutation') ? 'mutation' : 'query';
    tokens.take('query');
    if (/^\w/.test(tokens.peek())) tokens.next();
    const variables = parseVariables(tokens);
    operation = { operation: kind, variables, selections: parseSelections(tokens) };
  }
  if (operation === undefined) throw syntaxError('end');
  return { ...operation, fragments };
}
