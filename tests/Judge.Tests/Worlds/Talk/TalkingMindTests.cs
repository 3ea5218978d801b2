using System.Text;
using FsCheck.Fluent;
using Judge.Problems.Package;
using Judge.Worlds.Levels;
using Judge.Worlds.Run;
using Judge.Worlds.Talk;
using Support;

namespace Judge.Tests.Worlds.Talk;

public sealed class TalkingMindTests
{
    private static readonly Level A03 = ProblemPackage.Load(Path.Combine(Repository.Root, "problems", "worlds", "a03")).Level!;

    [Fact]
    public void A_program_that_talks_is_answered_and_does_what_it_says()
    {
        var (trace, answers) = Talk(
            "0 forward|0 ?thing|0 ?free 1|0 ?distance 0|0 pick|0 ?bag|0 forward|0 forward|0 pick|0 forward|0 ?goal|0 ?number"
        );
        Assert.Equal(EndCode.Ok, trace.End.Code);
        Assert.Equal("1 1 0 3 1 1 1 1 1 1 1 0", answers);
    }

    [Fact]
    public void The_line_that_fails_is_the_block_of_the_end()
    {
        var (trace, answers) = Talk("3 forward|4 pick|5 pick|6 forward");
        Assert.Equal((EndCode.NothingHere, 5), (trace.End.Code, trace.End.Block));
        Assert.Equal("1 1", answers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forward")]
    [InlineData("0 forward 3")]
    [InlineData("0 fly")]
    [InlineData("-1 forward")]
    [InlineData("99999999999 forward")]
    [InlineData("0 paint 8")]
    [InlineData("0 ?free")]
    [InlineData("0 ?free 4")]
    [InlineData("0  forward")]
    public void What_nobody_understands_ends_the_program(string said) =>
        Assert.Equal((EndCode.ThingsLeft, 0), Talk(said) is var talk ? (talk.Trace.End.Code, talk.Trace.Ticks) : default);

    [Fact]
    public void A_line_without_an_end_is_not_read_on()
    {
        using var endless = new MemoryStream(new byte[1 << 20]);
        WorldEngine.Run(A03, A03.Worlds[0], [new TalkingMind(endless, Stream.Null, 0)]);
        Assert.InRange(endless.Position, 1, 100);
    }

    [Fact]
    public void Who_only_asks_is_stopped()
    {
        var (trace, _) = Talk(string.Join('|', Enumerable.Repeat("7 ?goal", 2000)));
        Assert.Equal((EndCode.IdleLoop, 7), (trace.End.Code, trace.End.Block));
    }

    [Fact]
    public void Whatever_a_program_says_the_run_comes_to_an_end() =>
        Prop.ForAll<byte[]>(bytes =>
            {
                using var heard = new MemoryStream(bytes);
                return WorldEngine.Run(A03, A03.Worlds[0], [new TalkingMind(heard, Stream.Null, 0)]).Ticks <= A03.Ticks;
            })
            .Holds();

    private static (Trace Trace, string Answers) Talk(string said)
    {
        using var heard = new MemoryStream(Encoding.ASCII.GetBytes(said.Replace('|', '\n') + "\n"));
        using var answers = new MemoryStream();
        var trace = WorldEngine.Run(A03, A03.Worlds[0], [new TalkingMind(heard, answers, 0)]);
        return (trace, Encoding.ASCII.GetString(answers.ToArray()).TrimEnd().Replace('\n', ' '));
    }
}
