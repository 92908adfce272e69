import type { Grant, Terms } from '../../model/identity.js';
import type { Span } from '../../model/span.js';
import { type Requirements, requirementsOf } from './conditions.js';

/** Some texts, or everything but these. */
export interface Selection {
  readonly texts: readonly string[];
  readonly except: boolean;
}

/** One statement as it decides. */
export interface Statement {
  readonly effect: 'allow' | 'deny';
  readonly actions: Selection;
  readonly resources: Selection;
  readonly when: Requirements;
  /** Equal for statements that say the same. */
  readonly key: string;
  /** The words of a person: its Sid, its template, the policy by name. */
  readonly name: string;
  /** Where it is written; policies of AWS are nowhere here. */
  readonly at?: Span;
}

/** What decides about one identity: its statements, those that bound it, and what could not be read. */
export interface Documents {
  readonly statements: readonly Statement[];
  /** A permissions boundary: what it does not allow is refused. Text: only its name is known. */
  readonly boundary: readonly Statement[] | string | undefined;
  /** There may be more. */
  readonly open: boolean;
  /** Policies of which only the name is known. */
  readonly unread: readonly string[];
  /** Roles of other clouds whose actions are known. They decide where nothing beside them is known by name only. */
  readonly roles: readonly KnownRole[];
}

export interface KnownRole {
  /** As it is told by name. */
  readonly words: string;
  readonly statements: readonly Statement[];
}

export const noDocuments: Documents = { statements: [], boundary: undefined, open: false, unread: [], roles: [] };

/**
 * Roles of other clouds as statements, if both sides can be read in full; otherwise by name, since a name that one side has
 * may allow what the other newly says.
 */
export function inOneForm(documents: Documents, isWhole: boolean): Documents {
  const { statements, unread, roles } = documents;
  if (roles.length === 0) return documents;
  if (!isWhole) return { ...documents, unread: [...unread, ...roles.map(({ words }) => words)], roles: [] };
  return { ...documents, statements: [...statements, ...roles.flatMap((role) => role.statements)], roles: [] };
}

/** How resources are said in full: what the stack's own are called, and which of them fit a pattern. */
interface Names {
  readonly write: (text: string) => string;
  readonly fitting: (pattern: string) => readonly string[];
}

/** A statement from what was read. */
export function statementOf(grant: Grant, { write, fitting }: Names): Statement | undefined {
  if (grant.effect === 'unknown') return undefined;
  const { effect, id, originName, at } = grant;
  const actions = selectionOf(grant.actions, grant.notActions, (text) => [text.trim()]);
  const inFull = (text: string) => [write(text), ...fitting(write(text))];
  const resources = withUnread(selectionOf(grant.resources, grant.notResources, inFull), grant, actions);
  return statementFrom({ effect, actions, resources, when: requirementsOf(grant), name: originName ?? id, at });
}

export function statementFrom(parts: Omit<Statement, 'key'>): Statement {
  const { effect, actions, resources, when } = parts;
  const said = [effect, actions.except, actions.texts.map((text) => text.toLowerCase()), resources, when];
  return { ...parts, key: JSON.stringify(said) };
}

function selectionOf(terms: Terms, except: Terms | undefined, write: (text: string) => readonly string[]): Selection {
  const chosen = (except?.terms.length ?? 0) > 0 && except !== undefined ? except : terms;
  const texts = [...new Set(chosen.terms.flatMap(({ text }) => write(text)))].sort();
  return { texts, except: chosen === except };
}

/** What could not be read is a resource that only the deployment knows: the same one for the same actions. */
function withUnread(selection: Selection, grant: Grant, actions: Selection): Selection {
  const isOpen = grant.resources.open || grant.notResources?.open === true;
  if (!isOpen) return selection;
  const name = actions.texts.join(' ').replace(/[{}$]/g, '');
  return { ...selection, texts: [...selection.texts, `\${? resource of ${name}}`] };
}

/** True if a statement's actions could not all be read: nothing exact can be said of it. */
export function isPartlyRead({ actions, notActions, effect }: Grant): boolean {
  return effect === 'unknown' || actions.open || notActions?.open === true;
}

/** Its own statements and those of its boundary. */
export function allStatements({ statements, boundary }: Documents): readonly Statement[] {
  return typeof boundary === 'object' ? [...statements, ...boundary] : statements;
}
