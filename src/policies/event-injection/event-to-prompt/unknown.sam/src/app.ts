import OpenAI from 'openai';
import { instructions } from './instructions.js';

export const handler = async () => new OpenAI().responses.create({ model: 'gpt-5-mini', instructions: await instructions() });
