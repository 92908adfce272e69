resource "aws_sfn_state_machine" "place_order" {
  name     = "place-order"
  role_arn = "arn:aws:iam::111122223333:role/place-order"

  logging_configuration {
    level                  = "ERROR"
    log_destination        = "arn:aws:logs:eu-central-1:111122223333:log-group:place-order:*"
    include_execution_data = false
  }

  tracing_configuration {
    enabled = true
  }

  definition = jsonencode({
    StartAt = "Charge"
    States = {
      Charge = {
        Type     = "Task"
        Resource = "arn:aws:states:::ecs:runTask.sync"
        Parameters = {
          Cluster        = "shop"
          TaskDefinition = "charge"
        }
        End = true
      }
    }
  })
}
