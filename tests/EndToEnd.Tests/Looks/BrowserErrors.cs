using System.Collections.Concurrent;
using Microsoft.Playwright;
using IRequest = Microsoft.Playwright.IRequest;

namespace EndToEnd.Tests.Looks;

/// <summary>
/// Notes what a visitor never sees but a browser does: errors in the console (breaches of the content security policy among them), failed
/// requests, and requests to any other host.
/// </summary>
internal sealed class BrowserErrors
{
    private readonly ConcurrentQueue<string> _found = new();
    private readonly Uri _home;

    public BrowserErrors(IPage tab, Uri home)
    {
        _home = home;
        tab.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _found.Enqueue($"{message.Type}: {message.Text} at {message.Location}");
            }
        };
        tab.PageError += (_, error) => _found.Enqueue($"exception: {error}");
        tab.Request += (_, request) =>
        {
            if (IsForeign(request))
            {
                _found.Enqueue($"other host: {request.Url}");
            }
        };
        tab.RequestFailed += (_, request) =>
        {
            if (!WasLeft(request))
            {
                _found.Enqueue($"failed: {request.Url} {request.Failure}");
            }
        };
        tab.Response += (_, answer) =>
        {
            if (answer.Status >= 400)
            {
                _found.Enqueue($"{answer.Status}: {answer.Url}");
            }
        };
    }

    /// <summary>What was found, once each; an error page's own status does not count.</summary>
    public IReadOnlyList<string> Found(string expectedTrouble = "") =>
        [.. _found.Distinct().Where(found => expectedTrouble.Length == 0 || !found.Contains(expectedTrouble, StringComparison.Ordinal))];

    private bool IsForeign(IRequest request) =>
        new Uri(request.Url) is var address && address.Scheme is not ("data" or "blob") && address.Authority != _home.Authority;

    /// <summary>Event streams and what was still on its way end when their page is left.</summary>
    private static bool WasLeft(IRequest request) => request.Failure == "net::ERR_ABORTED";
}
