terraform {
  required_version = "~> 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.20"
    }
  }
}

provider "aws" {
  region = "eu-central-1"
  access_key = "AKIAJX7QK5T2M3VNWZ4A"
  secret_key = "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"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}
