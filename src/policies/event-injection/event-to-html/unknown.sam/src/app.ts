import { name } from './names.js';

export const handler = async () => ({
  statusCode: 200,
  headers: { 'Content-Type': 'text/html' },
  body: `<h1>Hello ${name()}</h1>`,
});
