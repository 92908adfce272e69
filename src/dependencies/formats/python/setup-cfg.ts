import { linesOf } from '../../../notation/text.js';
import { type Format, fileName, type Parsed, type Source } from '../../format.js';
import type { Doubts } from '../../reading/names.js';
import { requirementComponent } from '../../reading/pep508.js';

/** setuptools' declarative manifest: `install_requires` under `[options]`. */
export const setupCfg: Format = {
  name: 'setup.cfg',
  ecosystem: 'pypi',
  kind: 'manifest',
  matches: (path) => fileName(path) === 'setup.cfg',
  parse,
  lockfiles: [],
};

function parse({ path, text }: Source): Parsed {
  const doubts: Doubts = { path, text, notices: [] };
  let section = '';
  let key = '';
  const components = [...linesOf(text)].flatMap((line) => {
    const indented = /^\s/.test(line.text);
    if (line.text.startsWith('[')) section = line.text.trim();
    else if (!indented && line.text.includes('=')) key = line.text.slice(0, line.text.indexOf('=')).trim();
    const inside = section === '[options]' && key === 'install_requires';
    const from = indented ? line.text.length - line.text.trimStart().length : line.text.indexOf('=') + 1;
    const written = line.text.slice(from).trim();
    if (!inside || written === '' || written.startsWith('#')) return [];
    const start = line.start + line.text.indexOf(written, from);
    return requirementComponent(written, start, {}, doubts) ?? [];
  });
  return { components, notices: doubts.notices };
}
