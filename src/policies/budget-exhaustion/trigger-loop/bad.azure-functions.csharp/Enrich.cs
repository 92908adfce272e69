using Microsoft.Azure.WebJobs;
using Microsoft.Extensions.Logging;

namespace Orders
{
    public static class Enrich
    {
        [FunctionName("Enrich")]
        public static void Run(
            [QueueTrigger("orders", Connection = "OrdersStorage")] Order order,
            [Queue("orders", Connection = "OrdersStorage")] out Order enriched,
            ILogger log)
        {
            log.LogInformation("Enriching \"{id}\"", order.Id);
            enriched = order with { Region = Regions.Of(order) };
        }
    }
}
