using System.Net;
using System.Security.Cryptography;
using System.Text;
using ArenaWeb.Hosting;

namespace ArenaWeb.Monitoring;

/// <summary>
/// <c>/metrics</c> for Prometheus. Only this machine may read it, or whoever sends the token of the settings. A request that a reverse
/// proxy on this machine has handed on is not from this machine.
/// </summary>
internal static class MetricsEndpoint
{
    private const string Scheme = "Bearer ";

    /// <summary>Goes on to the text only for those who may read it.</summary>
    public static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!MayRead(context, context.RequestServices.GetRequiredService<ArenaOptions>().MetricsToken))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await context.RequestServices.GetRequiredService<QueueGauges>().RefreshAsync(context.RequestAborted);
        await next(context);
    }

    internal static bool MayRead(HttpContext context, string token) =>
        token.Length > 0 ? BearsToken(context.Request, token) : IsFromHere(context);

    private static bool BearsToken(HttpRequest request, string token)
    {
        var sent = request.Headers.Authorization.ToString();
        return sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent[Scheme.Length..]), Encoding.UTF8.GetBytes(token));
    }

    private static bool IsFromHere(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address
        && IPAddress.IsLoopback(address)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");
}
