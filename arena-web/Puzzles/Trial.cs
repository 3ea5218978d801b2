using System.Text;
using ArenaWeb.Puzzles.Rules;
using ArenaWeb.Words;
using Judge.Contests;
using Judge.Problems;
using Judge.Worlds;
using Judge.Worlds.Blocks;
using Judge.Worlds.Texts;

namespace ArenaWeb.Puzzles;

/// <summary>Runs a program at once and keeps nothing: for practice, and for whoever looks at a pupil's work.</summary>
internal sealed class Trial(LevelDoor door, RunRate rate)
{
    /// <param name="who">Whose rate it counts to.</param>
    public async Task<IResult> RunAsync(HttpContext http, Problem problem, string who, Phrases words)
    {
        if (!await door.IsOurPageAsync(http))
        {
            return RunAnswer.Refused(words["puzzle.refused.page"], StatusCodes.Status400BadRequest);
        }
        if (!rate.Enter(who))
        {
            http.Response.Headers.RetryAfter = "1";
            return RunAnswer.Refused(words["puzzle.refused.fast"], StatusCodes.Status429TooManyRequests, again: true);
        }
        var (request, flaw) = await RunEndpoint.ReadAsync(http, isRun: true);
        if (request is null)
        {
            return RunAnswer.Refused(words[flaw!], RunEndpoint.StatusOf(flaw!.Key));
        }
        var judged = PuzzleJudge.Judge(problem.Level!, request.Program);
        return judged is { Report: { } report, Reading.Refusal: null }
            ? RunAnswer.Of(null, report, Feedback.Tests, null, request.Number, problem.Level, words)
            : RunAnswer.Refused(words[judged.Reading.Refusal!], StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>A program as text, for who reads better than blocks; empty: it cannot be read.</summary>
    public static string TextOf(ReadOnlyMemory<byte> program, Problem problem, TextKind kind, Phrases words) =>
        BlockReader.Read(program, problem.Level!).Program is { } read
            ? ProgramText
                .Of(read.Program, kind, words.Language.Code)
                .Aggregate(new StringBuilder(), (text, line) => text.AppendLine(line.Text))
                .ToString()
            : "";
}
