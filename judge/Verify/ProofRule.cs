using System.Security.Cryptography;
using System.Text;
using Judge.Messages;
using Judge.Problems;
using Judge.Score;

namespace Judge.Verify;

/// <summary>From a verification to a proof, and what a proof allows. Pure but for the stamp, which reads the package.</summary>
public static class ProofRule
{
    private const int MostSaid = 500;

    public static Proof Of(Verification verification, string stamp, DateTimeOffset at) =>
        new()
        {
            Package = verification.Problem.Name,
            Stamp = stamp,
            At = at,
            Solutions = [.. verification.Submissions.Select(one => Of(one, verification.Problem))],
            Unjudged = verification.Unjudged,
        };

    /// <param name="proof">Null: there is none of the package as it is.</param>
    public static ProofState StateOf(Proof? proof) =>
        proof is null ? ProofState.None
        : proof.Solutions.Any(solution => solution is { MustPass: true, Good: false }) ? ProofState.Failed
        : proof.Solutions.Any(solution => !solution.Good) ? ProofState.Differs
        : proof.Solutions.Any(solution => solution.MustPass) ? ProofState.Proved
        : ProofState.Nothing;

    /// <summary>Whether a contest may take the package without somebody giving a reason. What was never proved may.</summary>
    public static bool MayEnter(ProofState state) => state != ProofState.Failed;

    /// <summary>
    /// SHA-256 in lower-case hex over the version of the package and the names and bytes of its solutions: a proof holds for both.
    /// </summary>
    public static string StampOf(Problem problem)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(Encoding.UTF8.GetBytes(problem.Version + "\n"));
        var root = Path.Combine(problem.Folder, "submissions");
        foreach (
            var file in Directory.Exists(root)
                ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                : Enumerable.Empty<string>()
        )
        {
            all.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(root, file)}\n"));
            all.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(all.GetHashAndReset());
    }

    private static ProvedSolution Of(VerifiedSubmission one, Problem problem)
    {
        var first = one.Good
            ? null
            : one.Expected.Select(expected => FirstUnmet(expected, one.Judgement, problem)).FirstOrDefault(test => test is not null);
        return new ProvedSolution(
            one.Path,
            IsCalledRight(one, problem),
            one.Good,
            [.. one.Expected.Select(ExpectedResult.Of)],
            one.Judgement.Verdict,
            PointsRule.Points(one.Judgement.Share, problem.FullScore),
            problem.FullScore,
            first is null ? "" : Expectation.NameOf(first),
            first?.Verdict ?? Verdict.None,
            PlainText.Shortened(
                one.Judgement.Verdict == Verdict.JudgeError ? one.Judgement.StaffMessage : one.Judgement.Program?.CompilerMessage ?? "",
                MostSaid
            )
        );
    }

    private static bool IsCalledRight(VerifiedSubmission one, Problem problem) =>
        one.Path.StartsWith("accepted/", StringComparison.Ordinal)
        || one.Expected.Any(expected =>
            expected.IsAccepted || (problem.Scores && expected.Score is var (least, _) && least >= problem.FullScore)
        );

    /// <summary>
    /// The first test whose verdict must not be; of a score that is too low, the first test that is not right. Null: no single test tells.
    /// </summary>
    private static TestOutcome? FirstUnmet(Expectation expected, Judgement judgement, Problem problem)
    {
        List<TestOutcome> tests = [.. judgement.Tests.Where(expected.IsAbout)];
        return expected.Permitted is { } permitted && tests.Find(test => !permitted.Contains(test.Verdict)) is { } wrong ? wrong
            : expected.Score is var (least, _) && (expected.Tests.Length > 0 || judgement.Share * problem.FullScore < least)
                ? tests.Find(test => test.Verdict != Verdict.Accepted)
            : null;
    }
}
