using ArenaWeb.Hosting;

namespace ArenaWeb.Monitoring;

/// <summary>
/// <c>/health</c>: 200 when ready, else 503 and which part is not; why, with addresses of this machine in it, is told to those who may read
/// <c>/metrics</c>. <c>/health/live</c>: the program runs.
/// </summary>
internal static class HealthEndpoint
{
    public static async Task<IResult> ReadyAsync(HttpContext context, Health health, ArenaOptions options, CancellationToken ct)
    {
        context.Response.Headers.CacheControl = "no-store";
        var report = await health.AskAsync(ct);
        if (!MetricsEndpoint.MayRead(context, options.MetricsToken))
        {
            report = report.WithoutReasons();
        }

        return Results.Json(report, statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    public static IResult Live() => Results.Text("live\n");
}
