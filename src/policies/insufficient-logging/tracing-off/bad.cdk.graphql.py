from aws_cdk import Stack, aws_appsync as appsync, aws_stepfunctions as sfn, aws_stepfunctions_tasks as tasks
from aws_cdk import aws_lambda as _lambda, aws_logs as logs
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        place = _lambda.Function(
            self,
            "PlaceOrder",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="orders.place",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        api = appsync.GraphqlApi(
            self,
            "Orders",
            name="orders",
            definition=appsync.Definition.from_file("schema.graphql"),
            authorization_config=appsync.AuthorizationConfig(
                default_authorization=appsync.AuthorizationMode(authorization_type=appsync.AuthorizationType.IAM)
            ),
            log_config=appsync.LogConfig(field_log_level=appsync.FieldLogLevel.ERROR, exclude_verbose_content=True),
            xray_enabled=False,
        )
        api.add_lambda_data_source("Place", place)
        sfn.StateMachine(
            self,
            "Fulfil",
            definition_body=sfn.DefinitionBody.from_chainable(tasks.LambdaInvoke(self, "Pack", lambda_function=place)),
            logs=sfn.LogOptions(destination=logs.LogGroup(self, "FulfilLogs"), level=sfn.LogLevel.ERROR),
            tracing_enabled=True,
        )
