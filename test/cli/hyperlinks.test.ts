import { expect, test } from '@jest/globals';
import { followsLinks } from '../../src/cli/hyperlinks.js';

test.each<[string, Readonly<Record<string, string>>, boolean]>([
  ['a terminal that nobody knows', { TERM: 'xterm-256color' }, false],
  ['iTerm', { TERM_PROGRAM: 'iTerm.app' }, true],
  ['kitty', { TERM: 'xterm-kitty' }, true],
  ['Windows Terminal', { WT_SESSION: 'a' }, true],
  ['GNOME Terminal', { VTE_VERSION: '7600' }, true],
  ['a VTE that crashes over links', { VTE_VERSION: '5000' }, false],
  ['a build server', { TERM_PROGRAM: 'vscode', CI: 'true' }, false],
  ['a terminal that is forced to', { FORCE_HYPERLINK: '1' }, true],
  ['a terminal that is kept from it', { FORCE_HYPERLINK: '0', TERM: 'xterm-kitty' }, false],
])('%s follows links: %j is %j', (_, environment, expected) => expect(followsLinks(environment)).toBe(expected));
