using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Drill.Bench;

/// <summary>A pupil's level page: runs a program as its script does.</summary>
internal sealed partial class BenchPlayer : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _path;
    private readonly string _token;
    private int _seq;

    private BenchPlayer(HttpClient client, string path, string token) => (_client, _path, _token) = (client, path, token);

    public static async Task<BenchPlayer> SignInAsync(Uri arena, string contest, string label, int number, CancellationToken ct)
    {
        var client = BenchBrowser.ClientOf(arena);
        var browser = new BenchBrowser(client);
        await browser.OpenAsync("/dang-nhap", ct);
        await browser.SendAsync(
            "/dang-nhap",
            $"/thi/{contest}",
            ct,
            ("Code", contest),
            ("Sbd", BenchList.Sbd(number)),
            ("Pin", BenchList.Pin(number))
        );
        var path = $"/thi/{contest}/man/{label}";
        var level = Level().Match(await browser.OpenAsync(path, ct)).Groups[1].Value;
        return new(client, path, JsonDocument.Parse(level).RootElement.GetProperty("token").GetString()!);
    }

    /// <summary>How long the answer took in milliseconds; null: it came without a verdict.</summary>
    public async Task<double?> RunAsync(string program, CancellationToken ct)
    {
        var seq = (++_seq).ToString(CultureInfo.InvariantCulture);
        var body = $$"""{"clientRunId":"{{Guid.NewGuid()}}","seq":{{seq}},"program":{{program}},"ranAgo":0}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_path}/chay")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", _token);
        var start = Stopwatch.GetTimestamp();
        using var answer = await _client.SendAsync(request, ct);
        await answer.Content.ReadAsByteArrayAsync(ct);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => Stopwatch.GetElapsedTime(start).TotalMilliseconds,
            HttpStatusCode.Accepted => null,
            var status => throw new InvalidOperationException($"A run was answered with {(int)status}."),
        };
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""<script type="application/json" id="level">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Level();
}
