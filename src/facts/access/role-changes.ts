import type { Role } from '../../model/identity.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import { isBaseline } from '../iam/wide-actions.js';
import { principalOf } from '../permissions/principals.js';
import type { AccessChange } from './change.js';
import { widenings } from './comparison.js';
import { documentsIn } from './documents.js';
import { wholeChange } from './everything.js';
import { namedChanges } from './named-changes.js';
import type { Telling } from './scope.js';
import { type StackNames, stackNames } from './stack-arns.js';
import { type Documents, inOneForm, noDocuments } from './statement.js';
import { tell } from './telling.js';
import type { Comparing, Widening } from './widening.js';
import { insideSentence, keyOf, plainName } from './words.js';

/** One side of a change, read as far as access goes. */
export interface AccessSide {
  readonly model: Model;
  readonly names: StackNames;
  readonly documents: ReadonlyMap<string, Documents>;
  /** Ids of the stack's resources by their ARNs. */
  readonly idOf: ReadonlyMap<string, string>;
}

/** Stores, functions and workflows that a stack's own statements can be about. */
export function accessSide(model: Model): AccessSide {
  const names = stackNames(model);
  const idOf = new Map(
    [...model.stores, ...model.functions, ...model.workflows].flatMap(({ id }) => {
      const arn = names.arnOf(id);
      return arn === undefined ? [] : [[arn, id] as const];
    }),
  );
  return { model, names, documents: documentsIn(model, names), idOf };
}

/** What each role of head newly can and no longer can. */
export function roleChanges(base: AccessSide | undefined, head: AccessSide): readonly AccessChange[] {
  return head.model.roles.flatMap((role) => {
    const sides = [base?.documents.get(role.id) ?? noDocuments, head.documents.get(role.id) ?? noDocuments] as const;
    const isWhole = sides.every(({ unread }) => unread.length === 0);
    const [before, after] = [inOneForm(sides[0], isWhole), inOneForm(sides[1], isWhole)];
    if (isSame(before, after)) return [];
    return changesOf(role, { before, after, isNew: base?.documents.has(role.id) !== true }, head);
  });
}

function isSame(one: Documents, other: Documents): boolean {
  const said = ({ statements, boundary, unread, open }: Documents) => {
    const bounds = typeof boundary === 'object' ? boundary.map(({ key }) => key) : boundary;
    return JSON.stringify([statements.map(({ key }) => key), bounds, unread, open]);
  };
  return said(one) === said(other);
}

interface RoleSides {
  readonly before: Documents;
  readonly after: Documents;
  readonly isNew: boolean;
}

function changesOf(
  role: Role,
  { before, after, isNew }: RoleSides,
  { idOf, model }: AccessSide,
): readonly AccessChange[] {
  const guests = guestsOf(role, model);
  const comparing: Comparing = {
    universe: role.type.startsWith('AWS::') ? 'indexed' : 'written',
    own: [...idOf.keys()],
  };
  const telling = {
    subject: guests ?? subjectOf(role),
    who: role.users.length > 0 ? role.users : [role.id],
    idOf,
    isPartial: before.open || after.open,
    isRemote: role.users.length === 0 && guests === undefined,
  };
  const whole = wholeChange(before, after, telling);
  const come = whole !== undefined ? [] : widenings(before, after, comparing).filter((one) => !isNew || !isUsual(one));
  const gone = whole !== undefined ? [] : widenings(after, before, comparing);
  return [
    ...(whole === undefined ? [] : [whole]),
    ...tell(come, { ...telling, direction: 'newly' }),
    ...tell(undecidedOnce(gone, come), { ...telling, direction: 'no longer' }),
    ...namedChanges(before, after, telling),
    ...(after.open && !before.open ? [unreadPart(telling)] : []),
  ];
}

/** Who gets credentials of a role without signing in. */
function guestsOf({ id }: Role, { directories = [] }: Model): string | undefined {
  const pool = directories.find(
    (one) => one.kind === 'identity-pool' && one.guestRole === id && known(one.guests) === true,
  );
  return pool && `Unauthenticated callers, as guests of ${pool.id},`;
}

/** People are never what a function runs as, and a policy that is attached to nothing here does nothing itself. */
function subjectOf(role: Role): string {
  const subject = principalOf(role);
  if (role.users.length > 0) return subject;
  const [, kind = '', id = ''] = /^(User|Group|Policy) (\S+), which no function here uses,$/.exec(subject) ?? [];
  if (kind === '') return subject;
  return /policy$/i.test(role.type) ? `Holders of policy ${id}` : `${kind} ${id}`;
}

/** Permissions that came and could not be read are said to be there. */
function unreadPart({ subject, who, isRemote }: Omit<Telling, 'direction'>): AccessChange {
  return {
    direction: 'not compared',
    who,
    service: '',
    level: 'unknown',
    actions: [],
    scope: '',
    deed: '',
    sentence: `Part of what ${plainName(insideSentence(subject))} can do after this change could not be read.`,
    weight: 110 - (isRemote ? 500 : 0),
  };
}

/** What every new function can: write its logs and its traces. */
function isUsual({ actions }: Widening): boolean {
  return actions.every((action) => {
    const key = keyOf(action);
    return action.service === 'xray' || key === 'ec2:DescribeSubnets' || isBaseline(key);
  });
}

/** What cannot be compared one way cannot the other way, and is said once. */
function undecidedOnce(gone: readonly Widening[], come: readonly Widening[]): readonly Widening[] {
  const said = new Set(
    come.filter(({ answer }) => answer.kind === 'apart').flatMap(({ actions }) => actions.map(keyOf)),
  );
  return gone.flatMap((one) => {
    const actions =
      one.answer.kind === 'apart' ? one.actions.filter((action) => !said.has(keyOf(action))) : one.actions;
    return actions.length === 0 ? [] : [{ ...one, actions }];
  });
}
