using ArenaWeb.Words;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Score;

namespace ArenaWeb.Submissions;

/// <summary>What pages say of a rejudging.</summary>
internal static class RejudgeWords
{
    /// <summary>Characters of a package's version that tell it from others at a glance.</summary>
    private const int ShortVersion = 8;

    /// <summary>Class of the chip that names the state.</summary>
    public static string Chip(this RejudgingState state) =>
        state switch
        {
            RejudgingState.Applied => "chip chip-on",
            RejudgingState.Ready => "chip chip-soon",
            _ => "chip chip-off",
        };

    public static string Word(this RejudgingState state, Phrases words) => words[$"rejudge.state.{state}"];

    /// <summary>Which submissions, such as "Bài BAI1, Sai kết quả".</summary>
    public static string Words(this RejudgeScope scope, Phrases words) =>
        string.Join(
            ", ",
            new[]
            {
                scope.Submission is { } submission ? words["admin.submission", submission.Value] : null,
                scope.Label is { } label ? words["rejudge.scope.problem", label] : null,
                scope.Verdict is { } verdict ? words[$"verdict.{verdict.Code()}"] : null,
            }
                .Where(part => part is not null)
                .DefaultIfEmpty(words["rejudge.scope.all"])
        );

    /// <summary>Which submissions, for the log.</summary>
    public static string Detail(this Rejudging rejudging)
    {
        string[] which = [rejudging.Scope.Label ?? "*", rejudging.Scope.Verdict?.Code() ?? "*", .. Of(rejudging.Scope)];
        return FormattableString.Invariant($"#{rejudging.Id.Value}: {string.Join(' ', which)}, {rejudging.Total}");
    }

    /// <summary>The beginning of a version; a dash where the judge did not come as far as the package.</summary>
    public static string Version(this Judgement judgement) =>
        judgement.ProblemVersion.Length == 0 ? "–" : judgement.ProblemVersion[..Math.Min(ShortVersion, judgement.ProblemVersion.Length)];

    private static string[] Of(RejudgeScope scope) => scope.Submission is { } one ? [FormattableString.Invariant($"{one.Value}")] : [];
}
