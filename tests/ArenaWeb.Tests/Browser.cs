using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ArenaWeb.Tests;

/// <summary>A browser without scripts: keeps cookies, reads forms, follows no redirect by itself.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<Answer> GetAsync(string path)
    {
        using var response = await client.GetAsync(path);
        return await Answer.OfAsync(response);
    }

    /// <summary>Opens a page and sends its form with these fields, hidden fields as they are.</summary>
    public async Task<Answer> SubmitAsync(string path, Dictionary<string, string> fields, Upload? file = null)
    {
        var page = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await SendAsync(path, HiddenFields(page), fields, file);
    }

    /// <summary>Sends a form of a page that was opened before.</summary>
    public async Task<Answer> SendAsync(
        string path,
        Dictionary<string, string> hidden,
        Dictionary<string, string> fields,
        Upload? file = null
    )
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in hidden.Concat(fields))
        {
            form.Add(new StringContent(value, Encoding.UTF8), name);
        }
        if (file is not null)
        {
            var content = new ByteArrayContent(file.Bytes);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, "file", file.Name);
        }
        using var response = await client.PostAsync(path, form);
        return await Answer.OfAsync(response);
    }

    /// <summary>Hidden fields of the main form, the antiforgery token among them.</summary>
    public static Dictionary<string, string> HiddenFields(Answer page) =>
        page
            .Document.QuerySelectorAll("main form[method=post] input[type=hidden]")
            .GroupBy(input => input.GetAttribute("name")!)
            .ToDictionary(inputs => inputs.Key, inputs => inputs.First().GetAttribute("value") ?? "");
}

/// <summary>A file chosen in a form.</summary>
public sealed record Upload(string Name, byte[] Bytes);

/// <summary>What the server answered.</summary>
/// <param name="Location">Where a redirect leads; null: it is none.</param>
public sealed record Answer(
    HttpStatusCode Status,
    string? Location,
    string Html,
    HttpResponseHeaders Headers,
    HttpContentHeaders ContentHeaders
)
{
    private IDocument? _document;

    public IDocument Document => _document ??= new HtmlParser().ParseDocument(Html);

    /// <summary>What a reader sees of the page's main part, spaces folded.</summary>
    public string Text =>
        string.Join(
            ' ',
            (Document.QuerySelector("main") ?? Document.DocumentElement).TextContent.Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    public static async Task<Answer> OfAsync(HttpResponseMessage response) =>
        new(
            response.StatusCode,
            response.Headers.Location?.OriginalString,
            await response.Content.ReadAsStringAsync(),
            response.Headers,
            response.Content.Headers
        );
}
