import { expect, test } from '@jest/globals';
import { filesDirectlyIn, filesUnder, hasFile } from '../../../src/frameworks/files/folder-files.js';

const tree = ['a.yaml', 'a/b.yaml', 'a/c/d.yaml', 'ab/e.yaml', 'b.yaml'].sort();

test.each([
  ['the root', '', ['a.yaml', 'b.yaml']],
  ['a folder', 'a', ['a/b.yaml']],
  ['a folder whose name begins another’s', 'ab', ['ab/e.yaml']],
  ['no folder', 'x', []],
])('files directly in %s', (_, folder, expected) => expect(filesDirectlyIn(tree, folder)).toEqual(expected));

test('files below a folder', () => expect(filesUnder(tree, 'a')).toEqual(['a/b.yaml', 'a/c/d.yaml']));

test.each([
  ['b.yaml', true],
  ['a/c', false],
  ['z.yaml', false],
])('%s is in the tree: %s', (path, expected) => expect(hasFile(tree, path)).toBe(expected));
