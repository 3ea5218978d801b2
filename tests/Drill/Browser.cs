using System.Net;
using System.Text.RegularExpressions;

namespace Drill;

/// <summary>
/// A browser reduced to forms. Where no answer comes it sends the same form again, to the next arena, as a proxy before them has it done.
/// </summary>
internal sealed partial class Browser : IDisposable
{
    private static readonly TimeSpan BeforeSendingAgain = TimeSpan.FromSeconds(1);

    private readonly HttpClient _client;
    private readonly IReadOnlyList<Uri> _arenas;
    private int _arena;
    private string _token = "";

    /// <param name="first">Number of the arena to begin with, of as many as there are.</param>
    public Browser(IReadOnlyList<Uri> arenas, int first)
    {
        (_arenas, _arena) = (arenas, first % arenas.Count);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            Timeout = TimeSpan.FromSeconds(5),
        };
    }

    /// <summary>What came instead of what was wanted, the last time; empty: always the right thing.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Reads a page, and keeps the token that its forms bear.</summary>
    /// <param name="holds">Whether it is what was wanted.</param>
    public Task<string> OpenAsync(string path, Func<string, bool> holds, CancellationToken ct) =>
        PatientlyAsync(
            async () =>
            {
                var page = await _client.GetStringAsync(new Uri(_arenas[_arena], path), ct);
                _token = Token().Match(page) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : _token;
                Trouble = holds(page) ? Trouble : $"{path} does not say it";
                return holds(page) ? page : null;
            },
            ct
        );

    /// <summary>Opens a page with a form, whose token all forms bear that follow.</summary>
    public Task OpenFormAsync(string path, CancellationToken ct) => OpenAsync(path, page => Token().IsMatch(page), ct);

    /// <summary>Sends a form until it leads to an address that begins so, and returns that.</summary>
    public Task<string> SendAsync(string path, Dictionary<string, string> fields, string leadsTo, CancellationToken ct) =>
        PatientlyAsync(
            async () =>
            {
                using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", _token)));
                using var answer = await _client.PostAsync(new Uri(_arenas[_arena], path), content, ct);
                var address = answer.Headers.Location?.OriginalString ?? "";
                var leads = address.StartsWith(leadsTo, StringComparison.Ordinal);
                Trouble = leads ? Trouble : $"{path} answered {(int)answer.StatusCode} {address}";
                return leads ? address : null;
            },
            ct
        );

    public void Dispose() => _client.Dispose();

    private async Task<string> PatientlyAsync(Func<Task<string?>> trying, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                if (await trying() is { } done)
                {
                    return done;
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                Trouble = e.Message;
            }

            _arena = (_arena + 1) % _arenas.Count;
            await Task.Delay(BeforeSendingAgain, ct);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
