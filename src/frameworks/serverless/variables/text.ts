import { type Confidence, weaker } from '../../../model/confidence.js';
import { itemsOf, type PatternPart, textOf, type Value, valueAt } from '../../../model/value.js';
import { byDefault, type Variables } from './resolution.js';
import { type Answer, answerOf, sourceTarget } from './sources.js';
import { mayHoldVariables, type Option, type Piece, piecesOf, type Variable } from './syntax.js';

/** Texts longer than this are not put together. */
const longest = 65_536;

/** What a text with variables means; `whole` is where it stands. */
export function resolveText(variables: Variables, text: string, whole: Value): Value {
  const pieces = piecesOf(text);
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined && typeof only !== 'string') return alone(variables, only, whole);
  if (pieces.every((piece) => typeof piece === 'string')) return { ...whole, kind: 'scalar', value: text };
  return joined(variables, pieces, whole);
}

/** What a text leads to that is nothing but one variable, as it is written there; undefined if that has to be resolved. */
export function targetOf(variables: Variables, text: Extract<Value, { kind: 'scalar' }>): Value | undefined {
  const written = String(text.value);
  const [piece, ...others] = mayHoldVariables(written) ? piecesOf(written) : [];
  const option = typeof piece === 'object' && others.length === 0 ? piece.options[0] : undefined;
  return option?.kind === 'source' ? sourceTarget(variables, option, text) : undefined;
}

/** A text that is nothing but one variable is what the variable is: a map stays where it is written. */
function alone(variables: Variables, variable: Variable, whole: Value): Value {
  const value = meaningOf(variables, variable, whole);
  if (value.kind === 'map' || value.kind === 'list') {
    return variables.spend(value) ? value : { kind: 'unknown', at: whole.at, because: 'too much to resolve' };
  }
  return { ...value, at: whole.at, origin: value.origin ?? value.at };
}

function joined(variables: Variables, pieces: readonly Piece[], whole: Value): Value {
  const parts: PatternPart[] = [];
  let confidence: Confidence = whole.confidence ?? 'high';
  let length = 0;
  for (const piece of pieces) {
    const value = typeof piece === 'string' ? undefined : meaningOf(variables, piece, whole);
    if (value?.confidence !== undefined) confidence = weaker(confidence, value.confidence);
    for (const part of typeof piece === 'string' ? [piece] : partsOf(value, piece.written)) {
      const last = parts.at(-1);
      length += typeof part === 'string' ? part.length : 1;
      if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
      else parts.push(part);
    }
    if (length > longest) return { kind: 'unknown', at: whole.at, because: 'long text' };
  }
  const place = { at: whole.at, ...(confidence !== 'high' && { confidence }) };
  const [first] = parts;
  if (parts.length === 1 && typeof first === 'string') return { kind: 'scalar', value: first, ...place };
  return { kind: 'pattern', parts, ...place };
}

function partsOf(value: Value | undefined, written: string): readonly PatternPart[] {
  if (value?.kind === 'scalar') return [value.value === null ? '' : String(value.value)];
  if (value?.kind === 'pattern') return value.parts;
  if (value?.kind !== 'reference') return [{ named: written.slice(0, 200) }];
  return [{ to: value.to, ...(value.attribute !== undefined && { attribute: value.attribute }) }];
}

/** The first alternative that has a value; one that only the deployment can know makes those after it defaults. */
function meaningOf(variables: Variables, variable: Variable, whole: Value): Value {
  let because: string | undefined;
  for (const option of variable.options) {
    const answer = optionAnswer(variables, option, whole);
    if (answer === 'missing') continue;
    if ('found' in answer) return because === undefined ? answer.found : byDefault(variables, answer.found);
    because ??= answer.open;
  }
  return { kind: 'unknown', at: whole.at, because: because ?? missing(variables, variable, whole) };
}

function optionAnswer(variables: Variables, option: Option, whole: Value): Answer {
  if (option.kind === 'source') return answerOf(variables, option, whole);
  if (option.kind === 'placeholder') return { found: placeholderValue(variables, option.name, whole) };
  if (option.kind === 'literal') {
    return option.value === null ? 'missing' : { found: { kind: 'scalar', value: option.value, at: whole.at } };
  }
  const value = resolveText(variables, option.text, { kind: 'scalar', value: option.text, at: whole.at });
  return value.kind === 'unknown' ? { open: value.because } : { found: value };
}

const plugin = 'serverless-pseudo-parameters';

/** `#{AWS::Region}`, or a resource by its logical id, as a plugin of former versions lets texts say. */
function placeholderValue({ root }: Variables, name: string, { at }: Value): Value {
  if (name.startsWith('AWS::')) return { kind: 'pattern', parts: [{ named: name }], at };
  const isPlugged = itemsOf(valueAt(root, 'plugins')).some((one) => textOf(one) === plugin);
  if (!isPlugged) return { kind: 'scalar', value: `#{${name}}`, at };
  const [to = name, ...attribute] = name.split('.');
  return { kind: 'reference', to, at, ...(attribute.length > 0 && { attribute: attribute.join('.') }) };
}

/** Why a variable has no value at all; what is in files that are not there is told. */
function missing({ documents }: Variables, { options, written }: Variable, whole: Value): string {
  const file = options.find((option) => option.kind === 'source' && option.source === 'file');
  if (file === undefined) return 'missing variable';
  const what = written.replace(/[^\w:./(){}$, -]/g, '').slice(0, 80);
  documents.note(whole.at, `The file or address of ${what} is not in the repository and was not reviewed.`, 'unread');
  return 'missing file or address';
}
