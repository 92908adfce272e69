import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { readManifests } from '../../../src/frameworks/files/kubernetes/manifests.js';
import { knativeSign } from '../../../src/frameworks/knative/recognition.js';
import type { Value } from '../../../src/model/value.js';
import { heldFiles } from '../../support/examples.js';

interface Answer {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** What Kustomize makes of each folder. */
  readonly built: Readonly<Record<string, readonly Built[]>>;
}

interface Built {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const answers: readonly Answer[] = JSON.parse(
  readFileSync(new URL('./fixtures/kustomize.json', import.meta.url), 'utf8'),
);

/** Where something that is read as known is otherwise in what is deployed. */
function differences(value: Value, built: unknown, path: string): readonly string[] {
  switch (value.kind) {
    case 'scalar':
      return value.value === built ? [] : [`${path}: ${value.value} is ${JSON.stringify(built)}`];
    case 'map': {
      const own = typeof built === 'object' && built !== null && !Array.isArray(built) ? built : {};
      const keys = new Set(value.entries.map(({ key }) => key));
      const more = value.open ? [] : Object.keys(own).filter((key) => !keys.has(key));
      return [
        ...more.map((key) => `${path}.${key}: absent is ${JSON.stringify(Reflect.get(own, key))}`),
        ...value.entries.flatMap((entry) =>
          differences(entry.value, Reflect.get(own, entry.key), `${path}.${entry.key}`),
        ),
      ];
    }
    case 'list': {
      const own: readonly unknown[] = Array.isArray(built) ? built : [];
      const more = !value.open && own.length > value.items.length ? [`${path}: there are more`] : [];
      return [...more, ...value.items.flatMap((item, index) => differences(item, own[index], `${path}[${index}]`))];
    }
    default:
      return [];
  }
}

/** Names are what objects are told by: whatever a deployment puts before and after them, they are the author's. */
const identity = /^\w+\.metadata\.(?:name|namespace)\b/;

test.each(answers)('what is read of a base holds in every deployment of it: $name', ({ files, built }) => {
  const manifests = readManifests('app/base/*.yaml', heldFiles(new Map(Object.entries(files))), knativeSign);
  const objects = manifests.kind === 'manifests' ? manifests.objects : [];
  expect(objects).toHaveLength(2);
  const wrong = objects.flatMap((object) =>
    Object.entries(built).flatMap(([folder, all]) => {
      const own = all.find(({ kind, metadata }) => kind === object.kind && metadata.name.includes(object.name));
      return own === undefined ? [] : differences(object.root, own, object.name).map((one) => `${folder} ${one}`);
    }),
  );
  expect(wrong.filter((one) => !identity.test(one.replace(/^\S+ /, '')))).toEqual([]);
});

test('the answers tell apart what is known and what is not', () => {
  const known = answers.filter(({ built }) => Object.keys(built).length > 1);
  expect(known.length).toBeGreaterThan(25);
});
