using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Words;
using Judge.Problems.Package;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Puzzles.Wall;

/// <summary>Runs what whoever helps a pupil has before them. It is nobody's hand-in and changes nothing.</summary>
internal static class WallEndpoint
{
    private const string Path = "/theo-doi/{id:long}/{entrant:long}/chay";

    public static void Map(WebApplication app) =>
        app.MapPost(Path, RunAsync)
            .RequireAuthorization(Policies.Staff)
            .WithMetadata(new RequestSizeLimitAttribute(SubmitFormGuard.MostRead));

    private static async Task<IResult> RunAsync(
        HttpContext http,
        long id,
        long entrant,
        string? man,
        WallDesk desk,
        ProblemLibrary library,
        Trial trial,
        Phrases words
    ) =>
        await desk.PupilAsync(new(id), new(entrant), http.Asker(), http.RequestAborted) is var (contest, _)
        && contest.Problems.FirstOrDefault(problem => problem.Label == man) is { } entry
        && library.Look(entry.Problem)?.Problem is { Level: not null } level
            ? await trial.RunAsync(http, level, Visitor.Staff(http.User).Account, words)
            : RunAnswer.Refused(words["puzzle.refused.level"], StatusCodes.Status404NotFound);
}
