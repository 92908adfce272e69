import type { Principal } from '../../model/identity.js';
import { isAnyone } from '../exposure/outsiders.js';
import { resourcesOf } from '../named-things.js';
import { type Attached, attachedIn, nothing } from './attached.js';
import type { AccessChange } from './change.js';
import { widenings } from './comparison.js';
import type { AccessSide } from './role-changes.js';
import { type Documents, noDocuments } from './statement.js';
import { tell } from './telling.js';
import { quoted, shownResource } from './words.js';

/** What others newly can and no longer can do with the stack's resources and roles, by what their own policies say. */
export function resourceChanges(base: AccessSide | undefined, head: AccessSide): readonly AccessChange[] {
  const before = base === undefined ? new Map<string, Attached>() : attachedIn(base);
  const after = attachedIn(head);
  const present = new Set(head.model.roles.map(({ id }) => id));
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    // A role that is gone has no callers.
    if (before.has(id) && !after.has(id) && base?.model.roles.some((role) => role.id === id) && !present.has(id))
      return [];
    const names = present.has(id) || base === undefined || isPresent(head, id) ? head.names : base.names;
    const changes = changesOn(id, before.get(id) ?? nothing, after.get(id) ?? nothing).map((change) =>
      withResource(change, names.arnOf(id) ?? id),
    );
    // A new thing's services are part of it: what starts a function, who runs as a role.
    return isPresent(base, id) ? changes : changes.filter(({ who }) => !who.every(isOwn));
  });
}

/** Statements about whatever it is attached to are about the resource itself. */
function withResource(change: AccessChange, arn: string): AccessChange {
  const { witness } = change;
  if (witness === undefined || witness.resource.startsWith('arn:')) return change;
  return { ...change, witness: { ...witness, resource: shownResource(arn) } };
}

/** Services, and the account that the stack is deployed to. */
function isOwn(principal: string): boolean {
  return principal.startsWith('service ') || /^account (?:arn:[^:]{1,40}:iam::)?\$\{AWS::AccountId\}/.test(principal);
}

function isPresent(side: AccessSide | undefined, id: string): boolean {
  return side !== undefined && resourcesOf(side.model).some((one) => one.id === id && one.kind !== 'resource-policy');
}

const anyone = 'anyone';

function changesOn(id: string, before: Attached, after: Attached): readonly AccessChange[] {
  const keys = [
    ...new Set(
      [...before.statements, ...after.statements].flatMap(({ principals, except }) => [
        ...(except ? [anyone] : []),
        ...principals.map(principalKey),
      ]),
    ),
  ];
  // Everyone comes first: what everyone can is not said of each.
  const told = new Set<string>();
  return keys
    .sort((one, other) => Number(other === anyone) - Number(one === anyone))
    .flatMap((key) => {
      const [then, now] = [forPrincipal(before, key), forPrincipal(after, key)];
      const comparing = { universe: 'indexed', own: [], domain: [[{ kind: 'many', except: '' }]] } as const;
      const telling = {
        subject: subjectOf(key),
        who: [key],
        idOf: new Map<string, string>(),
        about: id,
        isPartial: before.open || after.open,
        isRemote: false,
      };
      const changes = [
        ...tell(widenings(then, now, comparing), { ...telling, direction: 'newly' }),
        ...tell(widenings(now, then, comparing), { ...telling, direction: 'no longer' }),
      ].filter((one) => one.direction !== 'not compared' || !told.has(JSON.stringify(one.actions)));
      const isNews = ({ direction, actions, service, level }: AccessChange) => {
        const news = JSON.stringify([direction, service, level, actions]);
        if (told.has(news)) return false;
        if (key === anyone) told.add(news);
        return true;
      };
      for (const one of changes) if (one.direction === 'not compared') told.add(JSON.stringify(one.actions));
      return changes.filter(isNews);
    });
}

function principalKey(principal: Principal): string {
  const { kind, term } = principal;
  return isAnyone(principal) ? anyone : `${kind} ${term.to ?? term.text}`;
}

/** Of what is attached, what is about one principal: what names it, what names everyone, and what names all but others. */
function forPrincipal({ statements }: Attached, key: string): Documents {
  const own = statements.filter(({ principals, except }) => {
    const named = principals.map(principalKey);
    return except ? !named.includes(key) : named.includes(key) || named.includes(anyone);
  });
  return { ...noDocuments, statements: own.map(({ statement }) => statement) };
}

function subjectOf(key: string): string {
  if (key === anyone) return 'Anyone';
  const [kind, ...rest] = key.split(' ');
  const name = shownResource(rest.join(' '));
  if (kind === 'service') return `The service ${quoted(name)}`;
  if (kind === 'federated') return `Whoever has a token of ${quoted(name)}`;
  const told = `The principal ${quoted(name)}`;
  return uniqueId.test(name) ? `${told}, an id that is left when its role or user is deleted,` : told;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const uniqueId = /^(?:AROA|AIDA)[A-Z0-9]{12,}$/;
