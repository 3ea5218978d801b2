using ArenaWeb.Arena;
using ArenaWeb.Words;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Puzzles.Practice;

/// <summary>Runs a program of somebody without an account: hidden maps too, so the star is honest; nothing is stored.</summary>
internal static class PracticeEndpoint
{
    public static void Map(WebApplication app) =>
        app.MapPost(PracticeLevels.Run, RunAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(SubmitFormGuard.MostRead));

    /// <summary>A school shares one address, so practice is counted by the page's own cookie and not by it.</summary>
    private static async Task<IResult> RunAsync(HttpContext http, string name, PracticeLevels levels, Trial trial, Phrases words) =>
        await levels.FindAsync(name, http.RequestAborted) is { } level
            ? await trial.RunAsync(http, level, http.Request.Cookies["arena-form"] ?? "", words)
            : RunAnswer.Refused(words["puzzle.refused.level"], StatusCodes.Status404NotFound);
}
