using Judge.Problems;
using Judge.Problems.Package;
using Judge.Tests.Problems.Package;
using Judge.Verify;

namespace Judge.Tests.Verify;

/// <summary>From packages with solutions of each kind to their proofs; a solution is the list of its verdicts.</summary>
public sealed class PackageProofTests : IDisposable
{
    private static readonly Languages Languages = Languages.Load(Path.Combine(Support.Repository.Root, "sandbox-images"));

    private readonly PackageFolder _package = new();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData("accepted/a.pas=AC AC", ProofState.Proved, "")]
    [InlineData("accepted/a.pas=AC AC|wrong_answer/w.py=AC WA|time_limit_exceeded/t.py=AC TLE", ProofState.Proved, "")]
    [InlineData("accepted/a.pas=AC WA", ProofState.Failed, "accepted/a.pas secret/1 WA")]
    [InlineData("accepted/a.pas=AC AC|accepted/b.py=TLE AC", ProofState.Failed, "accepted/b.py sample/1 TLE")]
    [InlineData("accepted/a.pas=JE JE", ProofState.Failed, "accepted/a.pas sample/1 JE")]
    [InlineData("accepted/a.pas=AC AC|time_limit_exceeded/t.py=AC AC", ProofState.Differs, "time_limit_exceeded/t.py  None")]
    [InlineData("accepted/a.pas=AC AC|partially_accepted/p.py=AC AC", ProofState.Differs, "partially_accepted/p.py  None")]
    [InlineData("accepted/a.pas=AC AC|wrong_answer/w.py=TLE WA", ProofState.Differs, "wrong_answer/w.py sample/1 TLE")]
    [InlineData("wrong_answer/w.py=AC WA", ProofState.Nothing, "")]
    [InlineData("accepted/a.rs=AC AC|accepted/b.py=print 1", ProofState.Nothing, "")]
    [InlineData("", ProofState.Nothing, "")]
    public async Task What_differs_is_told_with_its_first_test(string solutions, ProofState state, string differing)
    {
        foreach (var solution in solutions.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')))
        {
            _package.Write($"submissions/{solution[0]}", solution[1]);
        }

        var proof = await ProveAsync();
        Assert.Equal(state, ProofRule.StateOf(proof));
        Assert.Equal(
            differing,
            string.Join(
                '|',
                proof
                    .Solutions.Where(solution => !solution.Good)
                    .Select(solution =>
                        $"{solution.Path} {solution.FirstTest} {(solution.FirstTest.Length > 0 ? solution.TestVerdict.Code() : "None")}"
                    )
            )
        );
        Assert.Equal(solutions.Contains(".rs") ? 2 : 0, proof.Unjudged.Count);
    }

    [Fact]
    public async Task A_score_that_was_promised_is_compared_and_a_right_one_that_is_called_partial_is_no_right_one()
    {
        _package.Write("submissions/accepted/a.pas", "AC AC");
        _package.Write("submissions/mixed/half.py", "AC WA");
        var full = ProblemPackage.Load(_package.Path).FullScore;
        _package.Write("submissions/submissions.yaml", FormattableString.Invariant($"mixed/half.py: {{score: {full / 2}}}\n"));
        Assert.Equal(ProofState.Proved, ProofRule.StateOf(await ProveAsync()));
        _package.Write("submissions/submissions.yaml", FormattableString.Invariant($"mixed/half.py: {{score: {full / 4}}}\n"));
        var proof = await ProveAsync();
        Assert.Equal(ProofState.Differs, ProofRule.StateOf(proof));
        Assert.Equal((full / 2, full), (proof.Solutions[1].Points, proof.Solutions[1].Full));
    }

    private async Task<Proof> ProveAsync()
    {
        var problem = ProblemPackage.Load(_package.Path);
        var runner = new VerifyPackageTests.FakeRunner();
        var verification = await new VerifyPackage(runner, Languages).RunAsync(problem, null, TestContext.Current.CancellationToken);
        return ProofRule.Of(verification, ProofRule.StampOf(problem), DateTimeOffset.UnixEpoch);
    }
}
