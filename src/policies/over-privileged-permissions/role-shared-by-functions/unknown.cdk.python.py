from aws_cdk import Stack, aws_iam as iam, aws_lambda as _lambda
from constructs import Construct


class OrdersStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        role = iam.Role(
            self,
            "Role",
            assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"),
            managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name("service-role/AWSLambdaBasicExecutionRole")],
        )
        role.add_to_policy(iam.PolicyStatement(actions=["dynamodb:PutItem"], resources=["arn:aws:dynamodb:*:*:table/orders"]))
        for_all = {
            "runtime": _lambda.Runtime.PYTHON_3_13,
            "code": _lambda.Code.from_asset("src"),
            "tracing": _lambda.Tracing.ACTIVE,
        }
        _lambda.Function(self, "Place", handler="place.handler", role=role, **for_all)
        _lambda.Function(self, "Cancel", handler="cancel.handler", role=kwargs["role"], **for_all)
