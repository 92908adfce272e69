import type { Condition, Grant } from '../../model/identity.js';

/** One thing that must hold: one of some facts, or, negated, none of them. */
export interface Requirement {
  readonly negated: boolean;
  readonly facts: readonly string[];
  /** For people: `aws:SourceIp`. */
  readonly key: string;
}

/** All of which must hold. */
export type Requirements = readonly Requirement[];

/** A value that could not be read. */
export const unread = '${what could not be read}';

/** A fact about a request: an operator, a key and a value; any other text is a fact by itself. */
export function factOf(operator: string, key: string, value: string): string {
  return `${operator}\n${key}\n${value}`;
}

const negations: ReadonlyMap<string, string> = new Map([
  ['stringnotequals', 'stringequals'],
  ['stringnotequalsignorecase', 'stringequalsignorecase'],
  ['stringnotlike', 'stringlike'],
  ['numericnotequals', 'numericequals'],
  ['datenotequals', 'dateequals'],
  ['arnnotequals', 'arnequals'],
  ['arnnotlike', 'arnlike'],
  ['notipaddress', 'ipaddress'],
]);

/** What a statement asks for, as facts that are either so or not: values of one key are alternatives. */
export function requirementsOf(grant: Pick<Grant, 'conditions' | 'conditionsOpen' | 'branch'>): Requirements {
  return [
    ...grant.conditions.map(requirementOf),
    ...(grant.conditionsOpen ? [{ negated: false, facts: ['unread'], key: 'a condition that could not be read' }] : []),
    ...(grant.branch === undefined
      ? []
      : [{ negated: false, facts: [`branch ${grant.branch}`], key: `branch ${grant.branch}` }]),
  ];
}

function requirementOf({ operator, key, values, open }: Condition): Requirement {
  const [, quantifier = '', name = ''] = /^(forallvalues:|foranyvalue:)?(.*)$/.exec(operator.toLowerCase()) ?? [];
  const positive = negations.get(name);
  const texts = values.map(({ text }) => text).sort();
  const words = open || texts.length === 0 ? [...texts, unread] : texts;
  const subject = key.toLowerCase();
  // Of quantified conditions only `ForAnyValue` of a positive operator falls apart into its values.
  if (quantifier !== '' && (quantifier !== 'foranyvalue:' || positive !== undefined)) {
    return { negated: false, facts: [factOf(operator.toLowerCase(), subject, JSON.stringify(words))], key };
  }
  const asked = `${quantifier}${positive ?? name}`;
  return { negated: positive !== undefined, facts: words.map((value) => factOf(asked, subject, value)), key };
}

export function holds(requirements: Requirements, facts: ReadonlySet<string>): boolean {
  return requirements.every((one) => one.facts.some((fact) => facts.has(fact)) !== one.negated);
}
