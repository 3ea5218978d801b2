using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EndToEnd.Tests.Stack;

/// <summary>A pupil's page of one level, reduced to what its script sends.</summary>
internal sealed partial class LevelClient(HttpClient browser, string path)
{
    private string? _token;
    private int _number;

    /// <summary>Runs a program; the judge's stars.</summary>
    public async Task<int> RunAsync(byte[] program)
    {
        _token ??= TokenPattern().Match(await browser.GetStringAsync(path)).Groups["token"].Value;
        var body = $$"""{"clientRunId":"{{Guid.NewGuid()}}","seq":{{++_number}},"program":{{Encoding.UTF8.GetString(program)}}}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/chay")
        {
            Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
        request.Headers.Add("RequestVerificationToken", _token);
        using var answer = await browser.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, said);
        return answer.StatusCode == HttpStatusCode.OK ? JsonDocument.Parse(said).RootElement.GetProperty("stars").GetInt32() : 0;
    }

    [GeneratedRegex("\"token\":\"(?<token>[^\"]+)\"")]
    private static partial Regex TokenPattern();
}
