using Judge.Problems.Package;
using Judge.Programs.Compile;
using Judge.Verify;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Texts;
using Judge.Worlds.Trees;

namespace Problems.Tests.Worlds;

/// <summary>The Pascal and the Python text of a program of blocks do in a box what the blocks do.</summary>
public sealed class BoxedTextsTests(Judges judges)
{
    /// <summary>Exit code of a program whose robot has failed.</summary>
    private const int Failed = 77;

    private static readonly string Root = Path.Combine(Packages.Folder, "worlds");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TextKind.Pascal, "vi")]
    [InlineData(TextKind.Python, "en")]
    public async Task The_text_of_each_ideal_takes_the_same_actions_in_every_world(TextKind kind, string language)
    {
        await using var robots = new BoxedRobots(judges.Sandbox, kind);
        foreach (var folder in Directory.GetDirectories(Root).Where(folder => File.Exists(Path.Combine(folder, LevelReader.File))))
        {
            var problem = ProblemPackage.Load(folder);
            var level = problem.Level!;
            var blocks = BlockReader.Read(LevelFindings.Programs(problem, "accepted")[0].Bytes, level).Program!.Program;
            var lines = ProgramText.Of(blocks, kind, language);
            var compiled = await CompileAsync(robots, lines);
            foreach (var world in level.Worlds)
            {
                var byBlocks = WorldEngine.Run(
                    level,
                    world,
                    [.. world.Robots.Select((_, robot) => Told(new BlockMind(blocks, robot, log: null), kind, block => block))]
                );
                var (byText, executions) = await robots.RunAsync(
                    compiled,
                    level,
                    world,
                    mind => Told(mind, kind, line => lines[line - 1].Block),
                    Ct
                );
                Assert.Equal(byBlocks.End, byText.End);
                Assert.Equal(byBlocks.Hashes, byText.Hashes);
                Assert.Equal(byBlocks.Steps.ToArray(), byText.Steps.ToArray());
                Assert.All(executions, execution => Assert.Equal(0, execution.ExitCode));
            }
        }
    }

    /// <summary>Python tells the line of the source; a compiled program does not know it.</summary>
    [Theory]
    [InlineData(TextKind.Pascal, "vi", 0)]
    [InlineData(TextKind.Python, "vi", 5)]
    public async Task A_program_whose_robot_fails_ends_at_once_with_an_exit_code_of_its_own(TextKind kind, string language, int line)
    {
        var level = ProblemPackage.Load(Path.Combine(Root, "a02")).Level!;
        var program = new BlockProgram
        {
            Mains =
            [
                [new Act(1, ActKind.Forward), new Repeat(2, new Literal(3, 9), [new Act(4, ActKind.Forward)]), new Act(5, ActKind.Left)],
            ],
        };
        await using var robots = new BoxedRobots(judges.Sandbox, kind);
        var compiled = await CompileAsync(robots, ProgramText.Of(program, kind, language));
        var (trace, executions) = await robots.RunAsync(compiled, level, level.Worlds[0], mind => mind, Ct);
        Assert.Equal((EndCode.LeftMap, 4, line), (trace.End.Code, trace.End.Tick, trace.End.Block));
        Assert.Equal(Failed, executions[0].ExitCode);
    }

    private static async Task<CompiledProgram> CompileAsync(BoxedRobots robots, IReadOnlyList<TextLine> lines)
    {
        var source = string.Concat(lines.Select(line => line.Text + "\n"));
        var compilation = await robots.CompileAsync(source, Ct);
        Assert.True(compilation is { Program: not null, Message: "" }, $"{compilation.Message}\n{source}");
        return compilation.Program!;
    }

    /// <summary>What both can tell of an action: Python knows its block by its line, Pascal does not.</summary>
    private static Outline Told(IMind mind, TextKind kind, Func<int, int> block) => new(mind, kind == TextKind.Python ? block : _ => 0);

    /// <summary>A mind of which the calls are not told, and the blocks otherwise.</summary>
    private sealed class Outline(IMind inner, Func<int, int> block) : IMind
    {
        public IReadOnlyList<int> Chain => [];

        public Intent Next(Senses senses) =>
            inner.Next(senses) is var intent && intent.Deed == Deed.Ended ? intent : intent with { Block = block(intent.Block) };
    }
}
