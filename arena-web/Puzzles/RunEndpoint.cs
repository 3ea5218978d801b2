using System.Text;
using ArenaWeb.Accounts;
using ArenaWeb.Arena;
using ArenaWeb.Live;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Messages;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Judge.Worlds.Blocks;
using Microsoft.AspNetCore.Mvc;

namespace ArenaWeb.Puzzles;

/// <summary>
/// Runs a pupil's program: a hand-in like any other, waited for as long as a child would. Only what a judge said makes a star; of the page
/// comes the program, and a word on when it was run.
/// </summary>
internal sealed class RunEndpoint(
    LevelDoor door,
    ISubmissions submissions,
    IJudgements judgements,
    LiveFeed feed,
    RunRate rate,
    TimeProvider time,
    ILogger<RunEndpoint> log
)
{
    /// <summary>Longest wait for a verdict; what comes later the page hears of by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void Map(WebApplication app)
    {
        app.MapGet(
                PuzzlePaths.Run,
                static (HttpContext http, string code, string label, long bai, RunEndpoint runs, Phrases words) =>
                    runs.FindAsync(http, code, label, bai, words)
            )
            .RequireAuthorization(Policies.Pupil);
        app.MapPost(
                PuzzlePaths.Run,
                static (HttpContext http, string code, string label, RunEndpoint runs, Phrases words) =>
                    runs.RunAsync(http, code, label, words)
            )
            .RequireAuthorization(Policies.Pupil)
            .WithMetadata(new RequestSizeLimitAttribute(SubmitFormGuard.MostRead));
    }

    private async Task<IResult> RunAsync(HttpContext http, string code, string label, Phrases words)
    {
        var (level, refusal) = await door.EnterByPageAsync(http, code, label, words);
        if (level is null)
        {
            return refusal!;
        }
        if (!rate.Enter(level.Contest.Pupil.Account))
        {
            http.Response.Headers.RetryAfter = "1";
            return RunAnswer.Refused(words["puzzle.refused.fast"], StatusCodes.Status429TooManyRequests, again: true);
        }
        var (request, flaw) = await ReadAsync(http, isRun: true);
        flaw ??= BlockReader.Read(request!.Program, level.Problem.Level!).Refusal;
        return request is null || flaw is not null
            ? RunAnswer.Refused(words[flaw!], StatusOf(flaw!.Key))
            : await HandInAsync(level, request, words, http.RequestAborted);
    }

    /// <summary>The request, or why it is none. A body that is too large is not read to its end.</summary>
    internal static async Task<(RunRequest? Request, Said? Flaw)> ReadAsync(HttpContext http, bool isRun) =>
        await LevelDoor.BodyAsync(http, RunRequest.MostBytes) is { } body
            ? RunRequest.Read(body, isRun)
            : (null, new("puzzle.refused.large", SubmitRule.MostBlockBytes / 1_024));

    internal static int StatusOf(string flaw) =>
        flaw switch
        {
            "puzzle.refused.large" => StatusCodes.Status413PayloadTooLarge,
            "puzzle.refused.form" => StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    private async Task<IResult> HandInAsync(OpenLevel level, RunRequest request, Phrases words, CancellationToken ct)
    {
        var pupil = level.Contest.Pupil.Entrant;
        using var view = feed.Look(LiveTopic.Own(pupil)); // before the hand-in, so that no verdict comes between
        var handed = await submissions.AddAsync(
            new Handin(level.Contest.Contest.Id, pupil, level.Entry.Label, "", request.Program, request.RunId)
            {
                Kind = HandinKind.Blocks,
                MadeAgo = request.Ago,
            },
            ct
        );
        if (handed.Result is not (SubmitResult.Accepted or SubmitResult.AlreadyAccepted))
        {
            return Refused(handed.Result, level, words);
        }
        _ = SaveAsync(level, request);
        return await AnswerAsync(level, handed.Id, request.Number, await VerdictAsync(handed.Id, view, ct), words, ct);
    }

    /// <summary>The hand-in keeps the program already; that the page finds it again is a comfort.</summary>
    private async Task SaveAsync(OpenLevel level, RunRequest request)
    {
        try
        {
            await door.SaveAsync(level, Encoding.UTF8.GetString(request.Program.Span), request.Number);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "A program that was run is not kept as a draft");
        }
    }

    /// <summary>Null: none has come in time.</summary>
    private async Task<Judgement?> VerdictAsync(SubmissionId id, LiveView view, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, ct);
        try
        {
            while (true)
            {
                if (await judgements.FindAsync(id, either.Token) is { } judgement)
                {
                    return judgement;
                }
                await view.Waiting.ReadAsync(either.Token);
                while (view.Waiting.TryRead(out _)) { }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<IResult> FindAsync(HttpContext http, string code, string label, long id, Phrases words) =>
        await door.EnterAsync(http.User, code, label, http.RequestAborted) is { } level
            ? await AnswerAsync(level, new(id), 0, await judgements.FindAsync(new(id), http.RequestAborted), words, http.RequestAborted)
            : RunAnswer.Refused(words["puzzle.refused.level"], StatusCodes.Status404NotFound);

    /// <param name="judgement">Null: it waits.</param>
    private async Task<IResult> AnswerAsync(
        OpenLevel level,
        SubmissionId id,
        long number,
        Judgement? judgement,
        Phrases words,
        CancellationToken ct
    )
    {
        var contest = level.Contest;
        if (
            await submissions.FindAsync(id, ct) is not { } submission
            || submission.Entrant != contest.Pupil.Entrant
            || submission.Label != level.Entry.Label
        )
        {
            return RunAnswer.Refused(words["puzzle.refused.used"], StatusCodes.Status409Conflict);
        }
        var late =
            submission.Late is not null ? "counted"
            : contest.Clock.Counts(submission.At) ? null
            : "kept";
        var said =
            contest.Feedback == Feedback.None ? words["puzzle.kept"]
            : judgement is { Verdict: Verdict.JudgeError } ? words["puzzle.failed"]
            : null;
        return judgement is null || said is not null
            ? RunAnswer.Waiting(id, said, late, number)
            : RunAnswer.Of(
                submission,
                judgement.Puzzle ?? new(0, false, 0, [], []),
                contest.Feedback,
                late,
                number,
                level.Problem.Level,
                words
            );
    }

    private static IResult Refused(SubmitResult result, OpenLevel level, Phrases words) =>
        result switch
        {
            SubmitResult.Paused => RunAnswer.Refused(words["puzzle.refused.paused"], StatusCodes.Status409Conflict, again: true),
            SubmitResult.TooManyWaiting => RunAnswer.Refused(
                words["puzzle.refused.waiting"],
                StatusCodes.Status429TooManyRequests,
                again: true
            ),
            SubmitResult.TooLarge => RunAnswer.Refused(
                words["puzzle.refused.large", SubmitRule.MostBlockBytes / 1_024],
                StatusCodes.Status413PayloadTooLarge
            ),
            SubmitResult.AttemptsUsedUp => RunAnswer.Refused(
                words["puzzle.refused.attempts", level.Contest.Contest.AttemptsLimit],
                StatusCodes.Status422UnprocessableEntity
            ),
            SubmitResult.NotStarted or SubmitResult.Ended => RunAnswer.Refused(
                words["puzzle.refused.over"],
                StatusCodes.Status422UnprocessableEntity
            ),
            _ => RunAnswer.Refused(words["puzzle.refused.program"], StatusCodes.Status422UnprocessableEntity),
        };
}
