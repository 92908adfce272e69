import { z } from 'zod';
import { jobShape } from '../../webhooks/job-shape.js';

/** What the function URL hands to the workers through SQS: a delivery that was verified, and what it asks for. */
const messageShape = z.object({ delivery: z.string().min(1).max(100), jobs: z.array(jobShape) });
export type Message = z.infer<typeof messageShape>;

export function writeMessage(message: Message): string {
  return JSON.stringify(message);
}

export function parseMessage(text: string): Message {
  return messageShape.parse(JSON.parse(text));
}
