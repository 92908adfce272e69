/**
 * Well-known names that are imitated where the registries count no downloads, or where names are written without a registry.
 * Source: plugins by the npm registry's download counts; Go modules and GitHub Actions chosen by hand from those that public
 * `go.mod` and workflow files name most. Read in November 2026. Names are lower case, versions of paths left out.
 */
export const popularPlugins: readonly string[] = `
@serverless/dashboard-plugin serverless-offline serverless-prune-plugin serverless-esbuild
serverless-domain-manager serverless-dotenv-plugin serverless-webpack serverless-plugin-datadog
serverless-step-functions serverless-plugin-typescript serverless-iam-roles-per-function
serverless-python-requirements serverless-deployment-bucket serverless-localstack
serverless-plugin-aws-alerts serverless-plugin-ifelse serverless-plugin-resource-tagging
serverless-plugin-warmup serverless-appsync-plugin serverless-offline-sqs serverless-plugin-split-stacks
@serverless/aws-lambda-otel-extension-dist serverless-plugin-scripts serverless-plugin-conditional-functions
serverless-scriptable-plugin serverless-lift serverless-associate-waf serverless-api-gateway-throttling
serverless-plugin-lambda-insights serverless-plugin-tracing serverless-plugin-log-retention
serverless-better-credentials serverless-plugin-common-excludes serverless-s3-local
serverless-api-gateway-caching serverless-plugin-canary-deployments @serverless/compose
serverless-plugin-utils serverless-newrelic-lambda-layers serverless-s3-sync
serverless-plugin-lambda-dead-letter serverless-s3-deploy serverless-bundle serverless-stack-output
serverless-offline-ssm serverless-provisioned-concurrency-autoscaling serverless-plugin-monorepo
serverless-plugin-log-subscription serverless-pseudo-parameters serverless-s3-cleaner
serverless-plugin-include-dependencies serverless-dependson-plugin @serverless/enterprise-plugin
serverless-offline-sns serverless-dynamodb serverless-dynamodb-local serverless-offline-aws-eventbridge
serverless-export-env serverless-plugin-git-variables serverless-prune-versions serverless-jetpack
serverless-stack-termination-protection serverless-fargate serverless-latest-layer-version
serverless-apigw-binary serverless-layers serverless-disable-functions serverless-add-api-key
serverless-aws-documentation serverless-certificate-creator serverless-postgres serverless-offline-scheduler
serverless-sentry-lib serverless-stage-manager serverless-offline-watcher serverless-auto-swagger
serverless-apigateway-service-proxy @serverless/inquirer serverless-analyze-bundle-plugin serverless-sentry
serverless-plugin-bind-deployment-id serverless-logging-config serverless-vpc-discovery
serverless-offline-s3 serverless-lambda-edge-pre-existing-cloudfront serverless-apigateway-log-retention
serverless-plugin-existing-s3 serverless-reqvalidator-plugin serverless-spy serverless-wsgi
`
  .trim()
  .split(/\s+/);

/** Module paths without `/v2` and `.v2`. */
export const popularGo: readonly string[] = `
github.com/stretchr/testify github.com/sirupsen/logrus github.com/spf13/cobra github.com/spf13/viper
github.com/spf13/pflag github.com/spf13/afero github.com/pkg/errors github.com/google/uuid
github.com/google/go-cmp github.com/google/wire github.com/gin-gonic/gin github.com/labstack/echo
github.com/gofiber/fiber github.com/gorilla/mux github.com/gorilla/websocket github.com/gorilla/sessions
github.com/go-chi/chi github.com/julienschmidt/httprouter github.com/valyala/fasthttp
github.com/aws/aws-sdk-go github.com/aws/aws-sdk-go-v2 github.com/aws/aws-lambda-go github.com/aws/smithy-go
github.com/azure/azure-sdk-for-go github.com/googlecloudplatform/functions-framework-go
github.com/cloudevents/sdk-go github.com/awslabs/aws-lambda-go-api-proxy github.com/aws/aws-xray-sdk-go
github.com/openfaas/templates-sdk github.com/golang/protobuf github.com/golang/mock
github.com/golang-jwt/jwt github.com/dgrijalva/jwt-go github.com/go-redis/redis github.com/redis/go-redis
github.com/lib/pq github.com/jackc/pgx github.com/go-sql-driver/mysql github.com/mattn/go-sqlite3
github.com/jmoiron/sqlx github.com/boltdb/bolt github.com/go-gorm/gorm github.com/hashicorp/go-multierror
github.com/hashicorp/go-retryablehttp github.com/hashicorp/golang-lru
github.com/hashicorp/terraform-plugin-sdk github.com/hashicorp/vault github.com/hashicorp/consul
github.com/prometheus/client_golang github.com/rs/zerolog github.com/uber-go/zap github.com/fatih/color
github.com/joho/godotenv github.com/kelseyhightower/envconfig github.com/caarlos0/env github.com/urfave/cli
github.com/mitchellh/mapstructure github.com/davecgh/go-spew github.com/onsi/ginkgo github.com/onsi/gomega
github.com/data-dog/go-sqlmock github.com/go-playground/validator github.com/go-resty/resty
github.com/tidwall/gjson github.com/json-iterator/go github.com/shopspring/decimal github.com/robfig/cron
github.com/fsnotify/fsnotify github.com/burntsushi/toml github.com/ghodss/yaml github.com/go-yaml/yaml
github.com/nats-io/nats.go github.com/segmentio/kafka-go github.com/ibm/sarama github.com/streadway/amqp
github.com/rabbitmq/amqp091-go github.com/minio/minio-go github.com/gocolly/colly
github.com/puerkitobio/goquery github.com/slack-go/slack github.com/stripe/stripe-go
github.com/sashabaranov/go-openai github.com/99designs/gqlgen github.com/grpc-ecosystem/grpc-gateway
github.com/datadog/datadog-lambda-go github.com/datadog/dd-trace-go github.com/getsentry/sentry-go
golang.org/x/crypto golang.org/x/net golang.org/x/oauth2 golang.org/x/sync golang.org/x/sys
golang.org/x/text golang.org/x/time golang.org/x/tools golang.org/x/exp google.golang.org/api
google.golang.org/grpc google.golang.org/protobuf google.golang.org/genproto go.uber.org/zap go.uber.org/fx
gorm.io/gorm gopkg.in/yaml go.mongodb.org/mongo-driver go.opentelemetry.io/otel cloud.google.com/go
k8s.io/api k8s.io/client-go k8s.io/apimachinery
`
  .trim()
  .split(/\s+/);

/** `owner/repository`. */
export const popularActions: readonly string[] = `
actions/checkout actions/cache actions/setup-node actions/setup-python actions/setup-go actions/setup-java
actions/setup-dotnet actions/upload-artifact actions/download-artifact actions/github-script actions/stale
actions/create-release actions/labeler actions/deploy-pages github/codeql-action github/super-linter
aws-actions/configure-aws-credentials aws-actions/setup-sam aws-actions/amazon-ecr-login
aws-actions/aws-cloudformation-github-deploy aws-actions/amazon-ecs-deploy-task-definition azure/login
azure/cli azure/functions-action azure/arm-deploy azure/webapps-deploy google-github-actions/auth
google-github-actions/setup-gcloud google-github-actions/deploy-cloud-functions
google-github-actions/deploy-cloudrun hashicorp/setup-terraform serverless/github-action docker/login-action
docker/build-push-action docker/setup-buildx-action docker/setup-qemu-action docker/metadata-action
softprops/action-gh-release peaceiris/actions-gh-pages codecov/codecov-action pnpm/action-setup
oven-sh/setup-bun ruby/setup-ruby subosito/flutter-action gradle/gradle-build-action
golangci/golangci-lint-action goreleaser/goreleaser-action peter-evans/create-pull-request
dorny/paths-filter tj-actions/changed-files step-security/harden-runner slackapi/slack-github-action
cypress-io/github-action coverallsapp/github-action bridgecrewio/checkov-action aquasecurity/trivy-action
snyk/actions sonarsource/sonarcloud-github-action astral-sh/setup-uv pre-commit/action
ad-m/github-push-action appleboy/ssh-action jakejarvis/s3-sync-action nick-fields/retry
dependabot/fetch-metadata release-drafter/release-drafter googleapis/release-please-action
`
  .trim()
  .split(/\s+/);
