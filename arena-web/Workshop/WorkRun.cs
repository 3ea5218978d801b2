using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Puzzles;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Worlds;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Workshop;

/// <summary>Runs a program in a level in the making. One of its author that wins all maps proves the level; the shortest is kept.</summary>
internal sealed class WorkRun(LevelWorks works, WorkshopPackages packages, LevelDoor door)
{
    private const int AllStars = 3;

    public static void Map(WebApplication app) =>
        app.MapPost(
                WorkshopPaths.Run,
                static (HttpContext http, long id, WorkRun run, Phrases words) => run.RunAsync(http, new WorkId(id), words)
            )
            .RequireAuthorization(Policies.Staff)
            .WithMetadata(new RequestSizeLimitAttribute(SubmitFormGuard.MostRead));

    private async Task<IResult> RunAsync(HttpContext http, WorkId id, Phrases words)
    {
        var who = Visitor.Staff(http.User).Login;
        if (!await door.IsOurPageAsync(http))
        {
            return RunAnswer.Refused(words["puzzle.refused.page"], StatusCodes.Status400BadRequest);
        }
        if (await works.FindAsync(id, http.RequestAborted) is not { } work || !LevelAdvice.MaySee(work, who))
        {
            return RunAnswer.Refused(words["puzzle.refused.level"], StatusCodes.Status404NotFound);
        }
        var (request, flaw) = await RunEndpoint.ReadAsync(http, isRun: true);
        if (request is null)
        {
            return RunAnswer.Refused(words[flaw!], RunEndpoint.StatusOf(flaw!.Key));
        }
        var level = packages.Open(work).Level!;
        var judged = PuzzleJudge.Judge(level, request.Program);
        if (judged.Report is not { } report)
        {
            return RunAnswer.Refused(words[judged.Reading.Refusal!], StatusCodes.Status422UnprocessableEntity);
        }
        if (
            work.Author == who
            && work.State == LevelState.Draft
            && report.Stars == AllStars
            && (work.Ideal is null || report.Blocks < level.Goal.Blocks)
        )
        {
            var drawn = DrawnLevel.Read(work.Text.Level).Write(report.Blocks).File!;
            await works.ProveAsync(id, work.Version, Encoding.UTF8.GetString(request.Program.Span), drawn, http.RequestAborted);
        }
        return RunAnswer.Of(null, report, Feedback.Tests, null, request.Number, level, words);
    }
}
