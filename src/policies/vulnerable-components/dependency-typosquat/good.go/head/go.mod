module example.com/orders

go 1.24

require (
	github.com/aws/aws-lambda-go v1.47.0
	github.com/sirupsen/logrus v1.9.3
	github.com/aws/aws-sdk-go-v2 v1.30.0
	github.com/go-chi/chi/v5 v5.1.0
)
