using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ArenaWeb.Accounts;

namespace Drill;

/// <summary>
/// A pupil's browser reduced to forms. Whoever gets no answer sends the same form again, to the next arena, as a browser behind a proxy
/// does.
/// </summary>
internal sealed partial class Pupil : IDisposable
{
    private static readonly TimeSpan BeforeSendingAgain = TimeSpan.FromMilliseconds(200);

    private readonly HttpClient _client;
    private readonly IReadOnlyList<Uri> _arenas;
    private readonly string _contest;
    private readonly Card _card;
    private int _arena;
    private string _token = "";

    /// <param name="first">Number of the arena to begin with.</param>
    public Pupil(IReadOnlyList<Uri> arenas, string contest, Card card, int first)
    {
        (_arenas, _contest, _card, _arena) = (arenas, contest, card, first);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            Timeout = TimeSpan.FromSeconds(5),
        };
    }

    /// <summary>Why the last form had to be sent again.</summary>
    public string Trouble { get; private set; } = "";

    public async Task EnterAsync(CancellationToken ct)
    {
        await OpenAsync("/dang-nhap", ct);
        var fields = new Dictionary<string, string>
        {
            ["Code"] = _contest,
            ["Sbd"] = _card.Sbd,
            ["Pin"] = _card.Pin,
        };
        await SendUntilAsync("/dang-nhap", fields, $"/thi/{_contest}", ct);
        await OpenAsync($"/thi/{_contest}/bai/A", ct);
    }

    /// <summary>Hands in until somebody has accepted it.</summary>
    /// <returns>Its number.</returns>
    public async Task<long> HandInAsync(string label, string source, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>
        {
            ["key"] = Guid.NewGuid().ToString(),
            ["language"] = "python",
            ["source"] = source,
        };
        var address = await SendUntilAsync($"/thi/{_contest}/bai/{label}", fields, $"/thi/{_contest}/bai-nop/", ct);
        return long.Parse(address.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _client.Dispose();

    private async Task OpenAsync(string path, CancellationToken ct)
    {
        var page = await PatientlyAsync(
            async () =>
            {
                var text = await _client.GetStringAsync(new Uri(_arenas[_arena], path), ct);
                return Token().Match(text) is { Success: true } match ? match.Groups[1].Value : null;
            },
            ct
        );
        _token = WebUtility.HtmlDecode(page);
    }

    /// <summary>Sends a form until it leads where it should.</summary>
    private Task<string> SendUntilAsync(string path, Dictionary<string, string> fields, string leadsTo, CancellationToken ct) =>
        PatientlyAsync(
            async () =>
            {
                using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", _token)));
                using var answer = await _client.PostAsync(new Uri(_arenas[_arena], path), content, ct);
                var address = answer.Headers.Location?.OriginalString ?? "";
                Trouble = $"{path} answered {(int)answer.StatusCode} {address}";
                return address.StartsWith(leadsTo, StringComparison.Ordinal) ? address : null;
            },
            ct
        );

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
