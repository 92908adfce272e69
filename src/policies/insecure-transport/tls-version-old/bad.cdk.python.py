from aws_cdk import Stack, aws_certificatemanager as acm, aws_cloudfront as cloudfront
from aws_cdk import aws_cloudfront_origins as origins
from constructs import Construct


class ShopStack(Stack):
    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)
        cloudfront.Distribution(
            self, "Site",
            domain_names=["shop.example.com"],
            certificate=acm.Certificate.from_certificate_arn(
                self, "Certificate", "arn:aws:acm:us-east-1:111122223333:certificate/shop"
            ),
            default_behavior=cloudfront.BehaviorOptions(
                origin=origins.HttpOrigin("site.example.com"),
                viewer_protocol_policy=cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            ),
            minimum_protocol_version=cloudfront.SecurityPolicyProtocol.TLS_V1_1_2016,
        )
