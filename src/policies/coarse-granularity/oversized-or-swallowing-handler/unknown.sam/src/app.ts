import { handleAll } from './orders.js';

export const handler = async (event: unknown) => handleAll(event);
