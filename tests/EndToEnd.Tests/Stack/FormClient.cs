using System.Net;
using System.Text.RegularExpressions;
using ArenaWeb.Accounts;

namespace EndToEnd.Tests.Stack;

/// <summary>A pupil's browser reduced to forms, for many pupils at once.</summary>
internal sealed partial class FormClient : IDisposable
{
    private readonly HttpClient _client;

    public FormClient(Uri arena) => _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = arena };

    public async Task EnterAsync(string contest, Card card)
    {
        var answer = await SendAsync(
            "/dang-nhap",
            new()
            {
                ["Code"] = contest,
                ["Sbd"] = card.Sbd,
                ["Pin"] = card.Pin,
            }
        );
        Assert.Equal($"/thi/{contest}", answer);
    }

    /// <summary>Hidden fields of a page's form, which say who sends it and that it is sent once.</summary>
    public async Task<Dictionary<string, string>> OpenFormAsync(string path)
    {
        var page = await _client.GetStringAsync(path);
        var form = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        return Hidden().Matches(form).DistinctBy(Name).ToDictionary(Name, match => WebUtility.HtmlDecode(match.Groups["value"].Value));

        static string Name(Match match) => match.Groups["name"].Value;
    }

    /// <summary>Opens the page and sends its form.</summary>
    /// <returns>Where it leads.</returns>
    public async Task<string?> SendAsync(string path, Dictionary<string, string> fields) =>
        await SendAsync(path, await OpenFormAsync(path), fields);

    /// <summary>Opens a page and presses the button that leads to one of its handlers.</summary>
    public async Task PressAsync(string path, string handler) =>
        await SendAsync($"{path}?handler={handler}", await OpenFormAsync(path), []);

    /// <exception cref="HttpRequestException">No answer came: nobody knows whether it was accepted.</exception>
    public async Task<string?> SendAsync(string path, Dictionary<string, string> hidden, Dictionary<string, string> fields)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in hidden.Concat(fields))
        {
            content.Add(new StringContent(value), name);
        }

        using var answer = await _client.PostAsync(path, content);
        return answer.Headers.Location?.OriginalString;
    }

    public LevelClient Open(string level) => new(_client, level);

    public void Dispose() => _client.Dispose();

    [GeneratedRegex(
        "<input[^>]*type=\"hidden\"[^>]*name=\"(?<name>[^\"]+)\"[^>]*value=\"(?<value>[^\"]*)\""
            + "|<input[^>]*name=\"(?<name>[^\"]+)\"[^>]*type=\"hidden\"[^>]*value=\"(?<value>[^\"]*)\""
    )]
    private static partial Regex Hidden();
}
