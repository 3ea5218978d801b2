using System.Text;
using FsCheck.Fluent;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs.Compile;
using Judge.Programs.Verdicts;
using Judge.Score;
using Judge.Tests.Problems.Package;
using Judge.Tests.Programs.Verdicts;
using Judge.Verify;

namespace Judge.Tests.Verify;

public sealed class ProofRuleTests : IDisposable
{
    private static readonly Expectation Right = Expectation.OfFolder("accepted", 100)!;
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private readonly PackageFolder _package = new();

    public void Dispose() => _package.Dispose();

    [Theory]
    [InlineData("", ProofState.Nothing)]
    [InlineData("accepted/a.py:good", ProofState.Proved)]
    [InlineData("wrong_answer/w.py:good", ProofState.Nothing)]
    [InlineData("accepted/a.py:good wrong_answer/w.py:bad", ProofState.Differs)]
    [InlineData("accepted/a.py:bad wrong_answer/w.py:good", ProofState.Failed)]
    [InlineData("accepted/a.py:good accepted/b.py:bad wrong_answer/w.py:bad", ProofState.Failed)]
    public void The_state_follows_from_what_differs(string solutions, ProofState state)
    {
        var submissions = solutions
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => One(one.Split(':')[0], one.EndsWith("good"), Expectation.OfFolder(one.Split('/')[0], 100)!));
        var proof = ProofRule.Of(Verified([.. submissions]), "", Now);
        Assert.Equal(state, ProofRule.StateOf(proof));
        Assert.Equal(state != ProofState.Failed, ProofRule.MayEnter(state));
    }

    [Fact]
    public void What_was_never_proved_may_enter()
    {
        Assert.Equal(ProofState.None, ProofRule.StateOf(null));
        Assert.True(ProofRule.MayEnter(ProofState.None));
    }

    [Fact]
    public void A_solution_that_must_have_the_full_score_is_called_right_and_its_first_lost_test_is_told()
    {
        var full = new Expectation { Score = (100, 100) };
        var problem = Subtasks.Problem(
            Aggregation.Sum,
            Subtasks.Group("1", 40, Aggregation.PassFail, 1),
            Subtasks.Group("2", 60, Aggregation.PassFail, 2)
        );
        var one = new VerifiedSubmission("mixed/main.py", "python", [full], Judged(problem, "A AT"), false);
        var proved = ProofRule.Of(Verified(one) with { Problem = problem with { FullScore = 100 } }, "", Now).Solutions[0];
        Assert.Equal((true, 40m, "secret/2/2", Verdict.TimeLimit), (proved.MustPass, proved.Points, proved.FirstTest, proved.TestVerdict));
        Assert.Equal(
            ProofState.Failed,
            ProofRule.StateOf(ProofRule.Of(Verified(one) with { Problem = problem with { FullScore = 100 } }, "", Now))
        );
    }

    [Fact]
    public void A_solution_that_is_too_good_has_no_single_test_to_show()
    {
        var problem = Subtasks.Problem(Aggregation.Sum, Subtasks.Group("1", 100, Aggregation.PassFail, 2));
        var slow = Expectation.OfFolder("time_limit_exceeded", 100)!;
        var proved = ProofRule
            .Of(Verified(new VerifiedSubmission("time_limit_exceeded/a.py", "python", [slow], Judged(problem, "AA"), false)), "", Now)
            .Solutions[0];
        Assert.Equal((false, "", Verdict.Accepted), (proved.MustPass, proved.FirstTest, proved.Verdict));
        var said = Sentences.InEnglish.Say(proved);
        Assert.Contains("at least one test", said);
        Assert.Contains("came out as Accepted", said);
    }

    [Fact]
    public void A_changed_package_or_solution_loses_its_proof_and_a_changed_statement_does_not()
    {
        _package.Write("submissions/accepted/a.py", "print(1)");
        var proofs = new Proofs(Path.Combine(_package.Parent, ".proofs"));
        var proof = Kept(proofs);
        _package.Write("statement/problem.vi.md", "Cho ba số.");
        Assert.Equivalent(proof, proofs.Of(ProblemPackage.Load(_package.Path)), strict: true);

        _package.Write("submissions/accepted/a.py", "print(2)");
        Assert.Null(proofs.Of(ProblemPackage.Load(_package.Path)));
        Kept(proofs);
        _package.Write("data/secret/1.ans", "12");
        Assert.Null(proofs.Of(ProblemPackage.Load(_package.Path)));
    }

    [Fact]
    public void What_is_no_proof_proves_nothing()
    {
        var folder = Path.Combine(_package.Parent, ".proofs");
        Kept(new Proofs(folder));
        foreach (var text in (string[])["", "{", "{}", "null", "{\"stamp\": 3}"])
        {
            File.WriteAllText(Path.Combine(folder, "tong.json"), text);
            Assert.Null(new Proofs(folder).Of(ProblemPackage.Load(_package.Path)));
        }
    }

    [Fact]
    public void Any_expectation_is_the_same_after_it_was_stored()
    {
        var verdicts = Gen.Elements<Verdict[]?>(null, [Verdict.Accepted], [Verdict.Accepted, Verdict.TimeLimit]);
        var any =
            from permitted in verdicts
            from required in verdicts
            from score in Gen.Elements<(decimal, decimal)?>(null, (0, 30), (12.5m, 12.5m))
            from tests in Gen.Elements("", "secret/group1")
            select new Expectation
            {
                Tests = tests,
                Permitted = permitted?.ToHashSet(),
                Required = required?.ToHashSet(),
                Score = score,
            };
        Prop.ForAll(
                any.ToArbitrary(),
                expectation =>
                    Assert.Equal(
                        Sentences.InVietnamese.Say(expectation),
                        Sentences.InVietnamese.Say(ExpectedResult.Of(expectation).ToExpectation())
                    )
            )
            .Holds();
    }

    [Fact]
    public void A_solution_comes_to_the_same_in_a_verification_as_when_it_is_handed_in()
    {
        Prop.ForAll(
                Subtasks.Any.ToArbitrary(),
                async some =>
                {
                    var evaluators = new Evaluators([new Results()]);
                    var runner = new BoxedPackageRunner(null!, null!, null!, evaluators);
                    var source = Encoding.UTF8.GetBytes(some.Letters);
                    var ct = TestContext.Current.CancellationToken;
                    var judged = await evaluators.EvaluateAsync(new EvaluationJob(some.Problem, "python", source), ct);
                    var verified = await runner.JudgeAsync(some.Problem, "python", source, ct);
                    Assert.Equal(judged.Share, verified.Share);
                    Assert.Equal(judged.Tests, verified.Tests);
                }
            )
            .Holds();
    }

    private Proof Kept(Proofs proofs)
    {
        var problem = ProblemPackage.Load(_package.Path);
        var proof = ProofRule.Of(
            Verified(One("accepted/a.py", true, Right)) with
            {
                Problem = problem,
                Unjudged = [new UnjudgedSolution("accepted/b.rs", FindingCode.UnknownLanguage)],
            },
            ProofRule.StampOf(problem),
            Now
        );
        proofs.Keep(proof);
        return proof;
    }

    private static VerifiedSubmission One(string path, bool good, Expectation expected) =>
        new(
            path,
            "python",
            [expected],
            new Judgement { Verdict = good ? Verdict.Accepted : Verdict.WrongAnswer, Share = good ? 1 : 0 },
            good
        );

    private static Verification Verified(params VerifiedSubmission[] submissions) =>
        new()
        {
            Problem = Some.Problem(),
            Findings = [],
            Submissions = submissions,
        };

    private static Judgement Judged(Problem problem, string letters, bool stop = false) =>
        SubmissionRule.Conclude(problem, Compiled, StopRule.Settled(problem, Subtasks.Results(problem, letters), stop));

    private static readonly Compilation Compiled = Compilation.Refused(CompileFault.None);

    /// <summary>A source is the list of its results.</summary>
    private sealed class Results : IEvaluator
    {
        public HandinKind Handin => HandinKind.Program;

        public Task<Judgement> EvaluateAsync(EvaluationJob job, CancellationToken ct) =>
            Task.FromResult(Judged(job.Problem, Encoding.UTF8.GetString(job.Handin.Span), job.StopAtFirstFailure));
    }
}
