using ArenaWeb.Layout.Tags;
using ArenaWeb.Words;
using Judge.Contests;
using Microsoft.Net.Http.Headers;

namespace ArenaWeb.Boards;

/// <summary><c>GET /bang/{code}/rows</c>: the body of the board's table, the same bytes for everybody.</summary>
internal static class BoardRowsEndpoint
{
    public static async Task AnswerAsync(HttpContext http, string code, IContests contests, PublicBoards boards, TimeProvider time)
    {
        if (
            await contests.FindPublishedAsync(TypedText.Fold(code), http.RequestAborted) is not { } contest
            || !BoardVisibility.IsOpen(contest, time.GetUtcNow())
        )
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var rendered = await boards.RenderAsync(contest, Appearance.Of(http).Language, Icon.SpriteAddress(http), http.RequestAborted);
        var packed = TakesBrotli(http.Request);
        var tag = new EntityTagHeaderValue(packed ? $"\"{rendered.Tag}-br\"" : $"\"{rendered.Tag}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Encoding, Cookie";
        if (http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false)))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var bytes = packed ? rendered.Brotli : rendered.Plain;
        if (packed)
        {
            http.Response.Headers.ContentEncoding = "br";
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == "br" && coding.Quality is not 0);
}
