/** One piece of a text: as written, or a variable. */
export type Piece = string | Variable;

/** `${source(parameters):address, fallback, ...}`. */
export interface Variable {
  /** As written, without the braces. */
  readonly written: string;
  /** The alternatives in their order. */
  readonly options: readonly Option[];
}

/** One alternative of a variable; a placeholder stands for something of the template that is deployed. */
export type Option =
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'source'; readonly source: string; readonly parameters?: string; readonly address?: string }
  | { readonly kind: 'text'; readonly text: string };

const longestVariable = 1000;

/** A text split into what stands there and its variables; placeholders of CloudFormation are text. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const ends = closingBraces(text);
  let from = 0;
  for (let start = nextOpening(text, 0); start !== -1; start = nextOpening(text, start)) {
    const end = ends.get(start + 1);
    const variable = end === undefined ? undefined : variableIn(text.slice(start + 2, end), text[start]);
    if (variable === undefined || end === undefined) {
      start += 2;
      continue;
    }
    if (start > from) pieces.push(text.slice(from, start));
    pieces.push(variable);
    from = end + 1;
    start = from;
  }
  if (from < text.length || pieces.length === 0) pieces.push(text.slice(from));
  return pieces;
}

const opening = /[$#]\{/g;

function nextOpening(text: string, from: number): number {
  opening.lastIndex = from;
  return opening.exec(text)?.index ?? -1;
}

/** True if a text may hold variables. */
export function mayHoldVariables(text: string): boolean {
  return text.includes('${') || text.includes('#{');
}

/** Where each brace that opens is closed again, near enough to be a variable. */
function closingBraces(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '{') open.push(at);
    if (text[at] !== '}') continue;
    const start = open.pop();
    if (start !== undefined && at - start <= longestVariable) ends.set(start, at);
  }
  return ends;
}

const placeholder = /^[A-Za-z0-9]{1,255}(?:::[A-Za-z]{1,60}|\.[A-Za-z.]{1,100})?$/;

function variableIn(written: string, sign: string | undefined): Variable | undefined {
  if (sign === '#') {
    return placeholder.test(written) ? { written, options: [{ kind: 'placeholder', name: written }] } : undefined;
  }
  const options = splitAtCommas(written).map(optionOf);
  return options[0]?.kind === 'source' ? { written, options } : undefined;
}

/** At commas outside quotes, parentheses and nested variables. */
function splitAtCommas(written: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let at = 0; at < written.length; at += 1) {
    const character = written[at] ?? '';
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '{' || character === '(') depth += 1;
    else if (character === '}' || character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push(written.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, written.slice(from).trim()];
}

/** Former versions name the region after a dot: `${cf.us-west-2:stack.Output}`. */
const call = /^([A-Za-z][\w-]{0,60})(?:\.[a-z]{2}(?:-[a-z]{1,12}){1,3}-\d)?(?:\(([\s\S]*?)\))?(?::([\s\S]*))?$/;

function optionOf(written: string): Option {
  const [first, last] = [written[0], written.at(-1)];
  if (written.length > 1 && first === last && (first === "'" || first === '"')) {
    return { kind: 'text', text: written.slice(1, -1) };
  }
  const word = words.get(written);
  if (word !== undefined) return { kind: 'literal', value: word };
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(written)) return { kind: 'literal', value: Number(written) };
  const [, source, parameters, address] = call.exec(written) ?? [];
  if (source === undefined || (parameters === undefined && address === undefined) || isForeign(written)) {
    return { kind: 'text', text: written };
  }
  return {
    kind: 'source',
    source,
    ...(parameters !== undefined && { parameters }),
    ...(address !== undefined && { address: address.trim() }),
  };
}

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** `${AWS::Region}` is CloudFormation's. */
function isForeign(written: string): boolean {
  return /^[A-Za-z]+::/.test(written);
}
