import { unserialize } from 'node-serialize';
import { stored } from './store.js';

export const handler = async () => ({ statusCode: 200, body: String(unserialize(stored()).id) });
