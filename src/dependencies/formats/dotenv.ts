import { type Format, fileName } from '../format.js';
import { variableTexts } from '../written-texts.js';

const others = /\.(?:example|sample|template|tmpl|dist|defaults?|schema|test|ci)$/;

/** Files with variables that are committed as they are; those that only show what to set are none. */
export const dotenv: Format = {
  name: 'dotenv',
  ecosystem: 'dotenv',
  kind: 'manifest',
  matches: (path) => /^\.env(?:\.[\w.-]{1,50})?$/.test(fileName(path)) && !others.test(path),
  parse: (source) => ({ components: [], notices: [], texts: variableTexts(source) }),
};
