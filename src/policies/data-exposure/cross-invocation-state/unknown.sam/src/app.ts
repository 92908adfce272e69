import { loadSettings } from '@shop/settings';

let settings: unknown;

export async function handler() {
  if (!settings) settings = await loadSettings(process.env.STAGE);
  return { statusCode: 200, body: JSON.stringify(settings) };
}
