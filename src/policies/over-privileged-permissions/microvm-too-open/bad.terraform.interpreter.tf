resource "aws_bedrockagentcore_code_interpreter" "python" {
  name = "python"

  network_configuration {
    network_mode = "PUBLIC"
  }
}
