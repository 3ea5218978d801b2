using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Drill.Bench;

/// <summary>A browser that sends a form once and must get what it wants.</summary>
internal sealed partial class BenchBrowser(HttpClient client) : IDisposable
{
    private readonly HttpClient _client = client;

    private string _token = "";

    public static HttpClient ClientOf(Uri arena) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = arena };

    /// <summary>Reads a page, and keeps the token that its forms bear.</summary>
    public async Task<string> OpenAsync(string path, CancellationToken ct)
    {
        var page = await _client.GetStringAsync(path, ct);
        _token = Token().Match(page) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : _token;
        return page;
    }

    /// <param name="wanted">Stands in the answer, or begins the address that it leads to.</param>
    public async Task SendAsync(string path, string wanted, CancellationToken ct, params (string Name, object Value)[] fields)
    {
        using var form = new MultipartFormDataContent { { new StringContent(_token), "__RequestVerificationToken" } };
        foreach (var (name, value) in fields)
        {
            if (value is byte[] file)
            {
                form.Add(new ByteArrayContent(file), name, "list.csv");
            }
            else
            {
                form.Add(new StringContent((string)value, Encoding.UTF8), name);
            }
        }

        using var answer = await _client.PostAsync(path, form, ct);
        var said = answer.Headers.Location?.OriginalString ?? await answer.Content.ReadAsStringAsync(ct);
        if (!said.Contains(wanted, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} without “{wanted}”.");
        }
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
