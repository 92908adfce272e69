import { execSync } from 'node:child_process';
import { fileOf } from './orders.js';

export const handler = async () => ({ statusCode: 200, body: execSync(`identify ${await fileOf()}`).toString() });
