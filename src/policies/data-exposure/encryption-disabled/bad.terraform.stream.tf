resource "aws_kinesis_stream" "orders" {
  name        = "orders"
  shard_count = 1
}
