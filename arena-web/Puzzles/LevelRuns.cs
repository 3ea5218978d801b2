using ArenaWeb.Puzzles.Rules;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;
using Judge.Worlds.Levels;

namespace ArenaWeb.Puzzles;

/// <summary>From a submission and its judgement to what rules of puzzles read.</summary>
internal static class LevelRuns
{
    /// <param name="judgement">Null: it waits.</param>
    public static LevelRun Of(Submission submission, Judgement? judgement)
    {
        var run = new LevelRun(submission.Id, submission.Entrant, submission.Label, submission.At, null) { Late = submission.Late };
        return judgement is null or { Verdict: Verdict.JudgeError } ? run
            : judgement.Puzzle is not { } report ? run with { Stars = 0 }
            : run with
            {
                Stars = report.Stars,
                Almost = report.Almost,
                Blocks = report.Blocks,
                End = report.Worlds.FirstOrDefault(world => !world.IsSolved)?.Code ?? (report.Worlds.Count > 0 ? EndCode.Ok.Key() : ""),
            };
    }
}
