from aws_cdk import Stack, aws_dynamodb as dynamodb, aws_iam as iam, aws_lambda as _lambda
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        fn = _lambda.Function(
            self,
            "Orders",
            runtime=_lambda.Runtime.PYTHON_3_13,
            handler="orders.handler",
            code=_lambda.Code.from_asset("src"),
            tracing=_lambda.Tracing.ACTIVE,
        )
        orders = dynamodb.Table(
            self,
            "Table",
            partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING),
        )
        fn.add_to_role_policy(iam.PolicyStatement(actions=["dynamodb:PutItem", "dynamodb:DeleteItem"], resources=[kwargs["table"]]))
