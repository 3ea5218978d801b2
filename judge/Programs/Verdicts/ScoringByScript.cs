using Judge.Problems;
using Judge.Programs.Script;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Programs.Verdicts;

/// <summary>Lets the author's script say what the tests of a submission are worth.</summary>
internal static class ScoringByScript
{
    /// <summary>
    /// The judgement with the script's points; as it is where the problem has no script or the judge failed before. A script that fails
    /// is asked once more, then it is a judge error.
    /// </summary>
    /// <param name="beside">A box of the submission.</param>
    public static async Task<Judgement> ApplyAsync(
        Judgement judgement,
        Problem problem,
        IBox beside,
        IScriptHosts scripts,
        CancellationToken ct
    )
    {
        if (problem.ScoringScript is not { } path || judgement.Verdict == Verdict.JudgeError)
        {
            return judgement;
        }

        await using var host = await scripts.OpenAsync(beside, path, ScriptKind.Scoring, ct);
        try
        {
            return judgement with { Share = await ShareAsync(host, judgement, problem, ct) };
        }
        catch (ScriptException)
        {
            try
            {
                return judgement with { Share = await ShareAsync(host, judgement, problem, ct) };
            }
            catch (ScriptException again)
            {
                return judgement with { Verdict = Verdict.JudgeError, Share = 0, StaffMessage = again.Message };
            }
        }
    }

    private static async Task<decimal> ShareAsync(IScriptHost host, Judgement judgement, Problem problem, CancellationToken ct) =>
        Math.Clamp((await host.CallAsync(CallOf(judgement, problem), ct)).Value / problem.FullScore, 0, 1);

    /// <summary>Scripts see the subtasks, and each test with the subtask it lies in.</summary>
    internal static ScriptCall CallOf(Judgement judgement, Problem problem)
    {
        var marks = problem.Tests.ToDictionary(test => (test.IsSample, test.Name), test => test.Mark);
        var tests = judgement.Tests.Select(test => new ScriptTest(
            test.Name,
            test.Group.Split('/')[0],
            test.Verdict.ToString(),
            test.Share,
            marks[(test.IsSample, test.Name)],
            test.Cpu
        ));
        var groups = judgement.Groups.Select(group => new ScriptGroup(group.Name, group.Weight * problem.FullScore, group.Share));
        return new ScriptCall.Score([.. tests], [.. groups], problem.FullScore) { Name = problem.Name, Limit = problem.Validation.Time };
    }
}
