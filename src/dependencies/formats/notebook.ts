import type { Format } from '../format.js';
import { notebookTexts } from '../written-texts.js';

/** Notebooks: programs that a build may take its code from, with what their authors tried. */
export const notebook: Format = {
  name: 'notebook',
  ecosystem: 'notebook',
  kind: 'manifest',
  matches: (path) => path.endsWith('.ipynb'),
  parse: (source) => ({ components: [], notices: [], texts: notebookTexts(source) }),
};
