using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Drafts;
using Judge.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Arena;

/// <summary>
/// Keeps what a pupil types for a problem of the own contest, and gives it back on any PC. Nobody else can ask for it: whose it is, the
/// session says, and a page of whoever sat here before has a token that does not fit.
/// </summary>
internal sealed class DraftEndpoint(
    PupilContests contests,
    IGrainFactory grains,
    Languages languages,
    IAntiforgery antiforgery,
    ILogger<DraftEndpoint> log
)
{
    public const string Path = "/thi/{code}/bai/{label}/nhap";

    /// <summary>A form with a text in it, of which each byte may take three, its names and its token.</summary>
    private const int MostBytes = 3 * IDraftGrain.MostBytes + (16 << 10);

    private const int LongestWriter = 64;

    /// <summary>A save waits until two seconds after the last one, so this many at once are as many in two seconds.</summary>
    private readonly StreamLimits _places = new();

    public static void Map(WebApplication app)
    {
        app.MapGet(
                Path,
                static (HttpContext http, string code, string label, DraftEndpoint drafts, Phrases words) =>
                    drafts.FindAsync(http, code, label, words)
            )
            .RequireAuthorization(Policies.Pupil);
        app.MapPost(
                Path,
                static (HttpContext http, string code, string label, DraftEndpoint drafts, Phrases words) =>
                    drafts.SaveAsync(http, code, label, words)
            )
            .RequireAuthorization(Policies.Pupil)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }

    /// <summary>What was handed in is no draft any more. The hand-in counts whatever becomes of this.</summary>
    public async Task ForgetAsync(PupilContest contest, ContestProblem entry)
    {
        try
        {
            await GrainOf(contest, entry).ForgetAsync();
        }
        catch (Exception e)
        {
            log.LogWarning(e, "A draft that was handed in is still kept");
        }
    }

    private async Task<IResult> FindAsync(HttpContext http, string code, string label, Phrases words) =>
        await contests.EnterAsync(http.User, code, http.RequestAborted) is { } contest && contest.OpenProblem(label) is { } entry
            ? AnswerOf(await GrainOf(contest, entry).FindAsync(), words)
            : Results.NotFound();

    private async Task<IResult> SaveAsync(HttpContext http, string code, string label, Phrases words)
    {
        if (http.Request.ContentLength is null or > MostBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }
        using var place = _places.Enter(Visitor.Of(http.User), null);
        if (place is null)
        {
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        if (!await antiforgery.IsRequestValidAsync(http) || !http.Request.HasFormContentType)
        {
            return Results.BadRequest();
        }
        if (
            await contests.EnterAsync(http.User, code, http.RequestAborted) is not { } contest
            || contest.OpenProblem(label) is not { } entry
        )
        {
            return Results.NotFound();
        }
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (language, text, writer) = (form["language"].ToString(), form["text"].ToString(), form["writer"].ToString());
        if (
            languages.All.All(known => known.Id != language)
            || writer.Length is 0 or > LongestWriter
            || !long.TryParse(form["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
        )
        {
            return Results.BadRequest();
        }
        return IDraftGrain.Takes(text)
            ? AnswerOf(await GrainOf(contest, entry).SaveAsync(language, text, writer, seen), words)
            : Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
    }

    private IDraftGrain GrainOf(PupilContest contest, ContestProblem entry) => grains.DraftOf(contest.Pupil.Entrant, entry.Label);

    private static IResult AnswerOf(Draft draft, Phrases words) =>
        Results.Json(new { newest = ShownOf(draft.Newest, words), other = ShownOf(draft.Other, words) });

    private static object? ShownOf(DraftText? text, Phrases words) =>
        text is null
            ? null
            : new
            {
                at = text.At,
                language = text.Language,
                text = text.Text,
                writer = text.Writer,
                said = words["editor.savedAt", words.Time(DateTimeOffset.FromUnixTimeMilliseconds(text.At))],
            };
}

/// <summary>Drafts of pupils.</summary>
internal static class EntrantDrafts
{
    /// <param name="label">Of a problem of the pupil's contest.</param>
    public static IDraftGrain DraftOf(this IGrainFactory grains, EntrantId entrant, string label) =>
        grains.DraftOf(string.Create(CultureInfo.InvariantCulture, $"entrant-{entrant.Value}"), label);
}
