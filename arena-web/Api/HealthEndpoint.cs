namespace ArenaWeb.Api;

/// <summary><c>/health</c>: 200 when ready, else 503 and which part is not. <c>/health/live</c>: the program runs.</summary>
internal static class HealthEndpoint
{
    public static async Task<IResult> ReadyAsync(HttpResponse response, Health health, CancellationToken ct)
    {
        response.Headers.CacheControl = "no-store";
        var report = await health.AskAsync(ct);
        return Results.Json(report, statusCode: report.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    public static IResult Live() => Results.Text("live\n");
}
