import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessSide } from '../dist/facts/access/role-changes.js';
import { noDocuments, statementFrom } from '../dist/facts/access/statement.js';
import { adviseNothing } from '../dist/judgement/judge.js';
import { scan } from '../dist/scan.js';
import { defaultSettings } from '../dist/settings/defaults.js';

/** Numbers that look random and are the same in every run (mulberry32). */
export function randomFrom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return { next, pick: (list) => list[Math.floor(next() * list.length)] };
}

/** Every role of the stacks in a folder that has statements, with what its side of a comparison needs. */
export async function rolesIn(directory) {
  const roles = [];
  const judge = { policies: [], settings: defaultSettings(), date: '1970-01-01', advise: adviseNothing };
  const all = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const paths = files.map((path) => path.slice(join(directory, '/').length));
  const read = async (wanted) =>
    new Map(await Promise.all(wanted.map(async (path) => [path, await readFile(join(directory, path), 'utf8')])));
  // Models are let go: what a whole folder holds would be searched for garbage with every role.
  await scan(paths, read, judge, { watch: (model) => roles.push(...rolesOf(model)) });
  return roles;
}

function rolesOf(model) {
  const side = accessSide(model);
  return model.roles.flatMap(({ id, type, users, holder, at }) => {
    const documents = side.documents.get(id);
    if (documents === undefined || documents.statements.length === 0) return [];
    return [{ name: `${at.path} ${id}`, role: { id, type, users, holder, trust: [] }, idOf: side.idOf, documents }];
  });
}

const services = [
  'dynamodb',
  's3',
  'sqs',
  'sns',
  'lambda',
  'kms',
  'ssm',
  'secretsmanager',
  'states',
  'logs',
  'ec2',
  'iam',
];
const verbs = ['Get*', 'Put*', '*', 'Delete*', 'List*', '*Item', 'Describe*', 'Create*'];
const types = { dynamodb: 'table/', lambda: 'function:', logs: 'log-group:', kms: 'key/', ssm: 'parameter/' };

function madeStatement({ next, pick }) {
  const service = pick(services);
  const texts = Array.from({ length: 1 + Math.floor(next() * 4) }, () => `${service}:${pick(verbs)}`);
  const name = pick(['orders', 'orders-*', '*-${Stage}', 'a/b/*', '${!Table}', '*']);
  const resource = service === 's3' ? `arn:aws:s3:::${name}` : `arn:aws:${service}:*:*:${types[service] ?? ''}${name}`;
  return statementFrom({
    effect: next() < 0.15 ? 'deny' : 'allow',
    actions: { texts: [...new Set(texts)].sort(), except: next() < 0.05 },
    resources: { texts: [next() < 0.3 ? '*' : resource], except: false },
    when: [],
    name: '',
  });
}

/** Roles as people write them, where no folder is named. */
export function madeRoles(count, seed) {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, at) => ({
    name: `made ${at}`,
    role: { id: `Role${at}`, type: 'AWS::IAM::Role', users: [`Function${at}`], trust: [] },
    idOf: new Map(),
    documents: {
      ...noDocuments,
      statements: Array.from({ length: 1 + Math.floor(random.next() * 12) }, () => madeStatement(random)),
    },
  }));
}

const remade = (statement, parts) => statementFrom({ ...statement, ...parts });
const wider = (text) => text.replace(/[^:/]*$/, '*');
const condition = {
  negated: false,
  facts: ['stringequals\naws:sourceaccount\n111122223333'],
  key: 'aws:SourceAccount',
};

/** Ways in which a pull request changes one statement: what stands in its place. */
const mutations = {
  removed: () => [],
  'NotAction for Action': (one) => [remade(one, { actions: { ...one.actions, except: !one.actions.except } })],
  'NotResource for Resource': (one) => [
    remade(one, { resources: { ...one.resources, except: !one.resources.except } }),
  ],
  'Deny for Allow': (one) => [remade(one, { effect: one.effect === 'deny' ? 'allow' : 'deny' })],
  'every action of the service': (one) => [
    remade(one, { actions: { ...one.actions, texts: one.actions.texts.map((text) => text.replace(/:.*/, ':*')) } }),
  ],
  'every action': (one) => [remade(one, { actions: { ...one.actions, texts: ['*'] } })],
  'one action less': (one) => [remade(one, { actions: { ...one.actions, texts: one.actions.texts.slice(1) } })],
  'every resource': (one) => [remade(one, { resources: { ...one.resources, texts: ['*'] } })],
  'wider resources': (one) => [remade(one, { resources: { ...one.resources, texts: one.resources.texts.map(wider) } })],
  'another resource': (one) => [
    remade(one, { resources: { ...one.resources, texts: one.resources.texts.map((text) => `${text}-other`) } }),
  ],
  'a condition more': (one) => [remade(one, { when: [...one.when, condition] })],
  'no condition': (one) => [remade(one, { when: [] })],
  'a Deny for some': (one) => [
    one,
    remade(one, { effect: 'deny', resources: { texts: ['arn:aws:*:*:*:*secret*'], except: false } }),
  ],
  'a new statement': (one, random) => [one, madeStatement(random)],
};

/** A role against itself with one change. */
export function mutated({ documents }, random) {
  const at = Math.floor(random.next() * documents.statements.length);
  const what = random.pick(Object.keys(mutations));
  const statements = documents.statements.flatMap((one, place) =>
    place === at ? mutations[what](one, random) : [one],
  );
  return { what, documents: { ...documents, statements } };
}

/** Both sides of a comparison of one role. */
export function sidesOf({ role, idOf, documents }, after) {
  const only = (own) => ({ model: { roles: [role] }, idOf, documents: new Map([[role.id, own]]) });
  return [only(documents), only(after)];
}
