using System.Text.Json;
using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Puzzles;

/// <summary>What a pupil's page tells by itself: that it is there, and which hints were opened.</summary>
internal static class PageEndpoints
{
    private const int MostBytes = 256;

    public static void Map(WebApplication app)
    {
        app.MapGet(PuzzlePaths.HereRoute, HereAsync).RequireAuthorization(Policies.Pupil);
        app.MapPost(PuzzlePaths.Hint, OpenHintAsync)
            .RequireAuthorization(Policies.Pupil)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }

    /// <param name="man">Label of the level that the page shows; empty: none.</param>
    private static async Task<IResult> HereAsync(HttpContext http, string code, string? man, PupilContests contests, Sightings sightings)
    {
        if (await contests.EnterAsync(http.User, code, http.RequestAborted) is not { } contest)
        {
            return Results.NotFound();
        }
        sightings.See(contest.Pupil.Entrant, contest.OpenProblem(man)?.Label ?? "");
        return Results.NoContent();
    }

    private static async Task<IResult> OpenHintAsync(
        HttpContext http,
        string code,
        string label,
        LevelDoor door,
        Hints hints,
        Phrases words
    )
    {
        var (level, refusal) = await door.EnterByPageAsync(http, code, label, words);
        if (level is null)
        {
            return refusal!;
        }
        if (
            await LevelDoor.BodyAsync(http, MostBytes) is not { } body
            || StageIn(body) is not { } stage
            || stage > level.Problem.Level!.Hints.Count
        )
        {
            return RunAnswer.Refused(words["puzzle.refused.form"], StatusCodes.Status400BadRequest);
        }
        await hints.OpenAsync(level.Contest.Pupil.Entrant, level.Entry.Label, stage, http.RequestAborted);
        return Results.NoContent();
    }

    /// <summary>From 1; null: it says none.</summary>
    private static int? StageIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.GetProperty("stage").GetInt32() is > 0 and var stage ? stage : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }
}
