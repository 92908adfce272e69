import Handlebars from 'handlebars';
import { template } from './templates.js';

export const handler = async () => ({ statusCode: 200, body: Handlebars.compile(await template())({}) });
