package com.example.orders;

import com.microsoft.azure.functions.*;
import com.microsoft.azure.functions.annotation.*;

import java.util.Optional;

public class CreateOrder {
    private final Orders orders = new Orders();

    /** Takes an order, and doesn't answer before it is kept. */
    @FunctionName("CreateOrder")
    public HttpResponseMessage run(
            @HttpTrigger(
                name = "req",
                methods = {HttpMethod.POST},
                authLevel = AuthorizationLevel.ANONYMOUS,
                route = "orders")
            HttpRequestMessage<Optional<String>> request,
            final ExecutionContext context) {
        orders.save(request.getBody().orElse(""));
        return request.createResponseBuilder(HttpStatus.CREATED).build();
    }
}
