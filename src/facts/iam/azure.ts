import type { Grant, Role } from '../../model/identity.js';
import type { Term } from '../../model/resource.js';
import { matchesWildcard } from '../permissions/wildcard.js';
import type { Weight } from './wide-actions.js';

/** An action of an Azure role that allows more than a function can need: `Microsoft.Storage/*`. */
export interface AzureAction {
  readonly kind: 'escalation' | 'wide-action';
  readonly grant: Grant;
  readonly term: Term;
  readonly weight: Weight;
}

/** What lets its holder give itself further roles. */
const escalating = [
  'Microsoft.Authorization/roleAssignments/write',
  'Microsoft.Authorization/roleDefinitions/write',
  'Microsoft.Authorization/elevateAccess/action',
];

/** Providers that hold logs and requests for help: too much here is a low concern. */
const harmless = /^microsoft\.(?:insights|support|operationalinsights|alertsmanagement|resourcehealth)\//i;

/** The actions of a role's statements, as Azure writes them, that are too wide. `*` alone is judged apart. */
export function azureActionsOf(role: Role): readonly AzureAction[] {
  return role.grants
    .filter(({ effect }) => effect === 'allow')
    .flatMap((grant) => grant.actions.terms.flatMap((term) => judged(role, grant, term)));
}

function judged(role: Role, grant: Grant, term: Term): readonly AzureAction[] {
  if (!/^(?:microsoft\.[\w.]+|\*)\/./i.test(term.text)) return [];
  const onOne = grant.resources.terms.every(({ text }) => text !== '*');
  if (!onOne && escalates(role, term)) return [{ kind: 'escalation', grant, term, weight: 'high' }];
  const weight = weightOf(term.text, onOne);
  return weight === undefined ? [] : [{ kind: 'wide-action', grant, term, weight }];
}

function escalates({ grants }: Role, { text }: Term): boolean {
  const denied = grants.filter(({ effect }) => effect === 'deny').flatMap(({ actions }) => actions.terms);
  return escalating.some(
    (action) => matchesWildcard(text, action) && !denied.some((term) => matchesWildcard(term.text, action)),
  );
}

/** Everything of a provider, of all providers, or of one type of resource; what only reads is left out. */
function weightOf(text: string, onOne: boolean): Weight | undefined {
  const path = text.replace(/^[^/]+\//, '');
  const changesAll = /^(?:\*|write|delete|action|\*\/(?:write|delete|action))$/i.test(path);
  const changesType = /^[\w/]+\/\*(?:\/(?:write|delete|action))?$/.test(path);
  if (harmless.test(text)) return changesAll && !onOne ? 'low' : undefined;
  if (changesAll) return onOne ? 'medium' : 'high';
  return changesType && !onOne ? 'medium' : undefined;
}
