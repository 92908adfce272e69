import * as functions from 'firebase-functions/v1';
import { makeThumbnail } from './thumbnails';

export const thumbnail = functions
  .runWith({ maxInstances: 5 })
  .storage.bucket('uploads')
  .object()
  .onFinalize((object) => makeThumbnail(object.name));
