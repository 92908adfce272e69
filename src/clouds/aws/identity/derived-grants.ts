import type { Grant, Terms } from '../../../model/identity.js';
import type { Term } from '../../../model/resource.js';
import type { Span } from '../../../model/span.js';
import type { Mapping } from '../mapping.js';
import type { TemplateStatement } from '../sam/policy-templates.data.js';

/** Where a grant comes from that nobody wrote as a statement, and what its parameters stand for. */
export interface Derivation {
  readonly origin: 'template' | 'connector';
  readonly name: string;
  readonly at: Span;
  readonly branch?: string | undefined;
  readonly parameters: ReadonlyMap<string, Term | undefined>;
}

/** A statement of a template as a grant, with its parameters filled in where they are known. */
export function grantFrom(mapping: Mapping, statement: TemplateStatement, derivation: Derivation): Grant {
  const { at, origin, name, branch } = derivation;
  const fill = (text: string) => filled(mapping, text, derivation);
  return {
    id: `${name}${scopeOf(derivation)}`,
    at,
    effect: 'allow',
    actions: fixedTerms(
      statement.actions.map((text) => ({ text, at })),
      at,
    ),
    notActions: undefined,
    resources: fixedTerms(statement.resources.map(fill), at),
    notResources: undefined,
    conditions: (statement.conditions ?? []).map(({ operator, key, values }) => ({
      operator,
      key,
      values: values.map(fill),
      open: false,
    })),
    conditionsOpen: false,
    origin,
    originName: name,
    ...([...derivation.parameters.values()].some((term) => term?.text === '*') && { opened: true }),
    ...(branch !== undefined && { branch }),
  };
}

function fixedTerms(terms: readonly Term[], at: Span): Terms {
  return { terms, open: false, at, write: () => undefined };
}

function scopeOf({ parameters }: Derivation): string {
  const [first] = parameters.values();
  return first === undefined ? '' : `:${first.to ?? first.text}`;
}

const placeholder = /\$\{([A-Za-z.]+)\}/g;

function filled(mapping: Mapping, template: string, { at, parameters }: Derivation): Term {
  let to: string | undefined;
  let confidence: Term['confidence'];
  const replaced = template.replace(placeholder, (whole, name: string) => {
    const term = parameters.get(name);
    if (term === undefined) return whole;
    to ??= term.to ?? mapping.names.find(term.text);
    confidence ??= term.confidence;
    return term.text;
  });
  const text = replaced.replace(/\*{2,}/g, '*');
  return { text, at, ...(to !== undefined && { to }), ...(confidence && { confidence }) };
}
