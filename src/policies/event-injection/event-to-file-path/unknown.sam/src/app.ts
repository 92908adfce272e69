import { readFile } from 'node:fs/promises';
import { page } from './pages.js';

export const handler = async () => ({ statusCode: 200, body: await readFile(`pages/${page()}`, 'utf8') });
