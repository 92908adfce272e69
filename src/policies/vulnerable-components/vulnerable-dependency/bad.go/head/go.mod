module example.com/orders

go 1.22

require golang.org/x/oauth2 v0.7.0
