// Holds differences between roles of a folder and the same with one change against IAM's evaluation the long way: every witness, and a
// grid of resources for every action. Build first. Usage: node scripts/access-check.mjs DIR [PAIRS]

import { mutated, randomFrom, rolesIn } from '../bench/access-pairs.mjs';
import { indexedService, servicePrefixes } from '../dist/facts/access/actions/action-index.js';
import { widenings } from '../dist/facts/access/comparison.js';

const [directory = '.', pairs = '500'] = process.argv.slice(2);

const expressions = new Map();

/** `*` any text, `?` one character; names that only the deployment knows are one character of their own. */
function matches(pattern, text, flags = '') {
  const key = `${flags}${pattern}`;
  const known =
    expressions.get(key) ??
    new RegExp(
      `^${asOne(pattern)
        .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
      `su${flags}`,
    );
  expressions.set(key, known);
  return known.test(asOne(text));
}

const tokens = new Map();
function asOne(text) {
  return text.replace(/\$\{[^}]*\}/g, (token) => {
    if (!tokens.has(token)) tokens.set(token, String.fromCodePoint(0xf0000 + tokens.size));
    return tokens.get(token);
  });
}

const selects = ({ texts, except }, text, flags) =>
  texts.some((one) => matches(one === '*' && flags ? '*:*' : one, text, flags)) !== except;
const holds = (when, facts) => when.every(({ negated, facts: own }) => own.some((fact) => facts.has(fact)) !== negated);

function allows({ statements, boundary }, { action, resource, facts }) {
  const permits = (list) => {
    const own = list.filter(
      ({ actions, resources, when }) =>
        selects(actions, action, 'i') && selects(resources, resource, '') && holds(when, facts),
    );
    return own.some(({ effect }) => effect === 'allow') && !own.some(({ effect }) => effect === 'deny');
  };
  return permits(statements) && (typeof boundary !== 'object' || permits(boundary));
}

/** Of many facts none, all, each by itself, and what each statement asks for; of few every combination. */
function situationsOf(sides) {
  const all = sides.flatMap(({ statements, boundary }) => [
    ...statements,
    ...(typeof boundary === 'object' ? boundary : []),
  ]);
  const facts = [...new Set(all.flatMap(({ when }) => when.flatMap((one) => one.facts)))];
  const asked = all.map(({ when }) => new Set(when.flatMap((one) => (one.negated ? [] : one.facts.slice(0, 1)))));
  if (facts.length > 6) return [new Set(), new Set(facts), ...facts.map((fact) => new Set([fact])), ...asked];
  return Array.from(
    { length: 1 << facts.length },
    (_, choice) => new Set(facts.filter((_fact, at) => choice & (1 << at))),
  );
}

const words = ['example', 'secret', 'a-b', 'table/x'];

/** Resources of a type, and what the statements' own texts are when their stars stand for something. */
function gridOf(action, sides) {
  const made = action.types.flatMap(({ arn }) =>
    words.slice(0, 3).map((word) =>
      arn
        .replace('${Partition}', 'aws')
        .replace('${Region}', 'us-east-1')
        .replace('${Account}', '111122223333')
        .replace(/\$\{[^}]*\}/g, word),
    ),
  );
  const shapes = action.types.map(({ arn }) => asShape(arn));
  const own = sides.flatMap(({ statements }) => statements.flatMap(({ resources }) => resources.texts));
  const filled = own
    .flatMap((text) => words.map((word) => text.replaceAll('*', word).replaceAll('?', 'z')))
    .filter((text) => !/\$\{(?!!)/.test(text) && shapes.some((shape) => shape.test(text)));
  return action.types.length === 0 ? ['*'] : [...new Set([...made, ...filled])];
}

/** A type's own ARNs: placeholders hold no separator, so that none is of another type. */
function asShape(arn) {
  const body = arn
    .replace('${Partition}', 'aws')
    .split(/\$\{[^}]*\}/)
    .map((part) => part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${body.join('[^:/]+')}$`, 'su');
}

/** Of the actions that are not told every fourth is asked about, another one each time. */
const share = 4;
let turn = 0;

function wrongIn(base, head) {
  const found = widenings(base, head, { universe: 'indexed', own: [] });
  const situations = situationsOf([base, head]);
  const isMore = (action, resource) =>
    situations.some((facts) => allows(head, { action, resource, facts }) && !allows(base, { action, resource, facts }));
  const answered = new Set();
  const wrong = [];
  for (const { actions, answer, witness } of found) {
    for (const { service, name } of actions) answered.add(`${service}:${name}`);
    const [{ service, name }] = actions;
    if (answer.kind === 'more' && !isMore(`${service}:${name}`, witness))
      wrong.push(`${service}:${name} on ${witness} is nothing new`);
  }
  for (const prefix of servicePrefixes())
    for (const action of indexedService(prefix).actions) {
      const name = `${prefix}:${action.name}`;
      turn += 1;
      if (answered.has(name) || turn % share !== 0) continue;
      const missed = gridOf(action, [base, head]).find((resource) => isMore(name, resource));
      if (missed !== undefined) wrong.push(`${name} on ${missed} was missed`);
    }
  return { wrong, told: found.length };
}

const roles = await rolesIn(directory);
const random = randomFrom(16);
let [done, told, bad] = [0, 0, 0];
while (done < Number(pairs) && roles.length > 0) {
  const role = roles[done % roles.length];
  const { what, documents } = mutated(role, random);
  if (!role.role.type.startsWith('AWS::')) roles.splice(done % roles.length, 1);
  else {
    for (const [base, head] of [
      [role.documents, documents],
      [documents, role.documents],
    ]) {
      const { wrong, told: some } = wrongIn(base, head);
      told += some;
      if (wrong.length > 0) {
        bad += 1;
        console.log(`${what}: ${role.name}\n  ${wrong.slice(0, 4).join('\n  ')}`);
      }
    }
    done += 1;
  }
}
console.log(`${done} pairs both ways, ${told} differences, ${bad} that disagree`);
process.exit(bad === 0 ? 0 : 1);
