import type { Declared } from '../../../../clouds/aws/template.js';
import { layered, madeMap, madeText } from '../../../../clouds/values/made.js';
import { textOf, type Value, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { withOverride } from '../overrides.js';
import type { Roles } from '../roles/generated-roles.js';
import { loggingOf } from './function-logging.js';

/** A function as the framework declares it in the template. */
export function declaredFunction(service: Service, fn: ConfiguredFunction, { roleOf }: Roles): Declared {
  const { map } = fn.section;
  const { at } = fn;
  const shared = service.provider.map;
  const image = valueAt(map, 'image');
  const open = map !== undefined && map.kind !== 'scalar' && (map.kind !== 'map' || map.open);
  const variables = variablesOf(service, fn);
  const made = madeMap(
    at,
    {
      FunctionName: nameOf(service, fn),
      Handler: handlerOf(service, valueAt(map, 'handler')),
      Runtime: valueAt(map, 'runtime') ?? valueAt(shared, 'runtime'),
      ImageConfig: image && madeMap(at, { Command: valueAt(image, 'command') }),
      Code: image === undefined ? folderOf(service, fn) : madeMap(at, { ImageUri: image }),
      Role: roleOf(fn),
      Environment: variables && madeMap(at, { Variables: variables }),
      Layers: valueAt(map, 'layers') ?? valueAt(shared, 'layers'),
      LoggingConfig: loggingOf(service, fn),
      VpcConfig: valueAt(map, 'vpc') ?? valueAt(shared, 'vpc'),
    },
    open,
  );
  const properties = withOverride(service, service.names.logicalId(fn.id), made);
  return {
    id: fn.id,
    type: 'AWS::Lambda::Function',
    at,
    whole: fn.whole,
    properties: { map: properties, at, reading: service.reading },
    metadata: image && builtImage(service, image),
    condition: undefined,
    generated: true,
  };
}

/** The folder of the service; of a function that the plugin for Python packages as a module of its own, that one's. */
function folderOf({ plugins }: Service, { section, at }: ConfiguredFunction): Value {
  const module = plugins.has('serverless-python-requirements') ? textOf(valueAt(section.map, 'module')) : undefined;
  return madeText(at, module ?? '.');
}

/** The folder and the build file of an image that the service builds. */
function builtImage({ provider }: Service, image: Value): Value | undefined {
  const name = textOf(image) ?? textOf(valueAt(image, 'name'));
  const built = name === undefined ? undefined : valueAt(provider.map, 'ecr', 'images', name);
  const folder = textOf(built) ?? textOf(valueAt(built, 'path'));
  if (built === undefined || folder === undefined) return undefined;
  return madeMap(built.at, { DockerContext: madeText(built.at, folder), Dockerfile: valueAt(built, 'file') });
}

/** The plugin for WSGI brings a handler of its own, which starts the application that its settings name. */
function handlerOf({ root, plugins }: Service, written: Value | undefined): Value | undefined {
  const app = textOf(valueAt(root, 'custom', 'wsgi', 'app'));
  if (!plugins.has('serverless-wsgi') || app === undefined || written === undefined) return written;
  return textOf(written) === 'wsgi_handler.handler' ? madeText(written.at, app) : written;
}

/** A plugin gives every function the variables of a file that is not in the repository. */
function variablesOf({ provider, plugins }: Service, { at, section }: ConfiguredFunction): Value | undefined {
  const written = layered(at, valueAt(provider.map, 'environment'), valueAt(section.map, 'environment'));
  if (!plugins.has('serverless-dotenv-plugin')) return written;
  return written?.kind === 'map' ? { ...written, open: true } : (written ?? madeMap(at, {}, true));
}

/** `<service>-<stage>-<key>` unless it has a name of its own. */
function nameOf({ root, provider }: Service, { section, key, at }: ConfiguredFunction): Value | undefined {
  const own = valueAt(section.map, 'name');
  if (own !== undefined) return own;
  const service = textOf(valueAt(root, 'service')) ?? textOf(valueAt(root, 'service', 'name'));
  const stage = valueAt(provider.map, 'stage');
  const written = stage === undefined ? 'dev' : textOf(stage);
  return service === undefined || written === undefined ? undefined : madeText(at, `${service}-${written}-${key}`);
}
