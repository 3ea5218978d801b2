using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ArenaWeb.Tests.Puzzles;

/// <summary>A level's page in a browser: what its script would send.</summary>
internal sealed class Pupil(Browser browser, string path, JsonElement level)
{
    public const string Program =
        """{"blocks":{"languageVersion":0,"blocks":[{"type":"sc_start","id":"b1","deletable":false,"movable":false,"next":"""
        + """{"block":{"type":"sc_forward","id":"s1"}}}]}}""";

    public JsonElement Level => level;

    public Browser Browser => browser;

    public static async Task<Pupil> OpenAsync(Browser browser, string path)
    {
        var page = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return new(browser, path, JsonDocument.Parse(page.Document.QuerySelector("#level")!.TextContent).RootElement);
    }

    public Task<(HttpStatusCode Status, JsonElement Answer)> RunAsync(
        Guid? run = null,
        long seq = 1,
        long ago = 0,
        string program = Program
    ) =>
        SendAsync(
            HttpMethod.Post,
            "chay",
            $$"""{"clientRunId":"{{run ?? Guid.NewGuid()}}","seq":{{seq}},"program":{{program}},"ranAgo":{{ago}}}"""
        );

    public Task<(HttpStatusCode Status, JsonElement Answer)> SaveAsync(long seq, string program = Program) =>
        SendAsync(HttpMethod.Put, "ban-nhap", $$"""{"seq":{{seq}},"program":{{program}}}""");

    /// <param name="token">Null: the page's own.</param>
    public async Task<(HttpStatusCode Status, JsonElement Answer)> SendAsync(
        HttpMethod method,
        string part,
        string body,
        string? token = null
    )
    {
        using var request = new HttpRequestMessage(method, $"{path}/{part}")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", token ?? level.GetProperty("token").GetString());
        using var answer = await browser.Client.SendAsync(request);
        return (
            answer.StatusCode,
            answer.StatusCode == HttpStatusCode.NoContent ? default : await answer.Content.ReadFromJsonAsync<JsonElement>()
        );
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(long submission)
    {
        using var answer = await browser.Client.GetAsync($"{path}/chay?bai={submission}");
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
