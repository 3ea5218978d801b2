using Judge.Messages;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Score;
using Judge.Worlds;
using Judge.Worlds.Levels;
using Support;

namespace Judge.Tests.Worlds;

public sealed class PuzzleJudgeTests
{
    /// <summary>Three worlds, the last one hidden: a straight way of 3, of 7 and of 1 step.</summary>
    private static readonly Level Straight = Saved.Anything() with
    {
        Goal = new LevelGoal(3, ["until"]),
        Win = [new WinRule(WinKind.Goal)],
        Worlds = [World(1, ">..G"), World(2, ">......G"), World(3, ">G") with { Hidden = true }],
    };

    [Theory]
    [InlineData("until goal { forward }", 3, false, 3, "")]
    [InlineData("until goal { forward wait 0 }", 2, false, 4, "")]
    [InlineData("while not goal { forward }", 1, false, 4, "until")]
    [InlineData("repeat 3 { forward }", 0, false, 2, "until")]
    [InlineData("forward until goal { forward } forward around forward", 0, false, 7, "")]
    [InlineData("forward forward until goal { forward }", 0, true, 5, "")]
    public void Stars_follow_from_worlds_concepts_and_blocks(string code, int stars, bool almost, int blocks, string missing)
    {
        var report = PuzzleJudge.Judge(Straight, Saved.Bytes(Code.Of(code))).Report!;
        Assert.Equal((stars, almost, blocks, missing), (report.Stars, report.Almost, report.Blocks, string.Join(' ', report.Missing)));
    }

    [Theory]
    [InlineData("repeat 2 { left }", "loop repeat")]
    [InlineData("repeat 1 { left }", "")]
    [InlineData("repeat 2 { repeat 2 { left } }", "loop repeat nested")]
    [InlineData("for i 1 2 { left }", "loop for")]
    [InlineData("repeat 2 { if free front { forward } }", "loop repeat if")]
    [InlineData("if free front { forward }", "")]
    [InlineData("set a 1 say $a", "variable")]
    [InlineData("say $a set a 1", "")]
    [InlineData("call p 1 call p 1", "call")]
    [InlineData("call p 1", "")]
    [InlineData("call p 1 call p 2", "call parameter")]
    public void A_concept_counts_where_it_is_really_used(string code, string used)
    {
        var level = Saved.Anything() with { Goal = new LevelGoal(9, LevelReader.Concepts) };
        var program = code.Contains("call", StringComparison.Ordinal) ? Code.Of(code, "p 1 say %0") : Code.Of(code);
        var missing = PuzzleJudge.Judge(level, Saved.Bytes(program)).Report!.Missing;
        Assert.Equal(used.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), LevelReader.Concepts.Except(missing).Order());
    }

    [Fact]
    public async Task The_ideal_program_of_a_level_is_accepted_world_by_world()
    {
        var problem = A11();
        List<TestOutcome> told = [];
        var judgement = await JudgeAsync(problem, Program(problem, "accepted/ideal.json"), told.Add);
        Assert.Equal((Verdict.Accepted, 1m, 3), (judgement.Verdict, judgement.Share, judgement.Puzzle!.Stars));
        Assert.Equal([("1", true), ("2", true), ("3", false)], judgement.Tests.Select(test => (test.Name, test.IsSample)));
        Assert.Equal(judgement.Tests, told);
    }

    [Fact]
    public async Task A_wrong_program_is_told_where_it_ends()
    {
        var problem = A11();
        var judgement = await JudgeAsync(problem, Program(problem, "wrong_answer/unrolled.json"));
        Assert.Equal((Verdict.WrongAnswer, 0m), (judgement.Verdict, judgement.Share));
        var end = judgement.Puzzle!.Worlds.First(end => !end.IsSolved);
        Assert.Equal((2, "hit_wall"), (end.Id, end.Code));
        Assert.NotEqual(Sentences.InVietnamese[end.Said], Sentences.InEnglish[end.Said]);
    }

    [Fact]
    public async Task What_is_no_program_is_judged_harmlessly()
    {
        var judgement = await JudgeAsync(A11(), "PK\u0003\u0004 no JSON"u8.ToArray());
        Assert.Equal((Verdict.CompileError, 0m), (judgement.Verdict, judgement.Share));
    }

    [Fact]
    public void A_number_that_was_never_told_has_a_sentence_of_its_own() =>
        Assert.Equal(new Said("world.end.told_nothing", 3, 0, 1, 1).Key, new WorldEnd(1, false, "told_wrong", 3, 0, 0, 0, -1, 0).Said.Key);

    private static Task<Judgement> JudgeAsync(Problem problem, byte[] program, Action<TestOutcome>? told = null) =>
        new WorldEvaluator().EvaluateAsync(new EvaluationJob(problem, "", program) { OnTest = told }, CancellationToken.None);

    private static Problem A11() => ProblemPackage.Load(Path.Combine(Repository.Root, "problems", "worlds", "a11"));

    private static byte[] Program(Problem problem, string path) => File.ReadAllBytes(Path.Combine(problem.Folder, "submissions", path));

    private static World World(int id, string map) => Somewhere.Level(map).Worlds[0] with { Id = id };
}
