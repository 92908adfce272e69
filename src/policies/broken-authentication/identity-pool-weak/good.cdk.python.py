from aws_cdk import Stack, aws_cognito as cognito
from constructs import Construct


class ShopStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        cognito.UserPool(self, "Users", mfa=cognito.Mfa.OPTIONAL)
