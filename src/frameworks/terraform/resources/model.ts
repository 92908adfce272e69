import type { Model } from '../../../model/model.js';
import { mapTemplate } from '../../cloudformation/resources/model.js';
import type { Reading } from '../../reading/writer.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { writerOf } from '../writing/writer.js';
import { isAws } from './aws/tables.js';
import { awsTemplate } from './aws/template.js';
import { evaluateResources } from './evaluated.js';
import { placesIn } from './places.js';
import { openShapes } from './shapes.js';

/** What a stack declares, in the words of policies. */
export function mapStack(stack: EvaluatedStack): Model {
  const resources = evaluateResources(stack, isAws);
  const shapes = openShapes();
  const places = placesIn(stack.files);
  const { writer, declare } = writerOf({ stack, shapes, places });
  const reading: Reading = { writer, unresolved: [] };
  const template = awsTemplate({ resources, shapes, expressionAt: places.expressionAt }, reading, declare);
  return { ...mapTemplate(template), framework: 'terraform', path: template.path };
}
