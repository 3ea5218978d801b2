using System.Text;
using System.Text.Json.Nodes;
using Judge.Worlds.Blocks;
using Judge.Worlds.Levels;

namespace Judge.Tests.Worlds.Blocks;

public sealed class BlockReaderTests
{
    private static readonly Level All = Saved.Anything();

    [Fact]
    public void A_program_that_was_saved_is_read_as_it_was()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var (_, level, program) = RandomPair.Of(seed);
            var written = TreeJson.Write(program).ToJsonString();
            if (!written.Contains("2147483647", StringComparison.Ordinal)) // no field takes it
            {
                var reading = BlockReader.Read(Saved.Bytes(program), Saved.Anything(level.RobotCount));
                Assert.True(reading.Refusal is null, $"{seed}: {reading.Refusal?.Key} at {reading.At}");
                Assert.Equal(written, TreeJson.Write(reading.Program!.Program).ToJsonString());
            }
        }
    }

    [Theory]
    [InlineData(510, null)]
    [InlineData(511, "world.program.broken")]
    [InlineData(1000, "world.program.broken")]
    public void A_stack_may_be_as_long_as_its_json_may_be_deep(int length, string? refusal)
    {
        var level = All with { Cap = 1000 };
        Assert.Equal(refusal, BlockReader.Read(Stacked(length), level).Refusal?.Key);
    }

    [Fact]
    public void What_is_too_large_is_not_looked_at() =>
        Assert.Equal("world.program.tooLarge", Refusal(Encoding.UTF8.GetBytes(new string('[', 10 << 20)), All));

    [Fact]
    public void More_blocks_than_the_cap_are_refused()
    {
        Assert.Null(BlockReader.Read(Stacked(200), All).Refusal);
        Assert.Equal("world.program.tooManyBlocks", Refusal(Stacked(201), All));
    }

    [Theory]
    [InlineData("", "world.program.broken")]
    [InlineData("null", "world.program.broken")]
    [InlineData("[]", "world.program.broken")]
    [InlineData("{}", "world.program.noStart")]
    [InlineData("""{"blocks":{}}""", "world.program.noStart")]
    [InlineData("""{"blocks":{},"blocks":{}}""", "world.program.broken")]
    [InlineData("""{"blocks":{},"more":1}""", "world.program.broken")]
    [InlineData("""{"blocks":{"blocks":[{"type":"sc_start","id":"a"}]}}""", "world.program.empty")]
    [InlineData("""{"blocks":{"blocks":[{"type":"sc_start"}]}}""", "world.program.broken")]
    [InlineData("""{"blocks":{"blocks":[{"type":"sc_start","id":"\ud800"}]}}""", "world.program.broken")]
    [InlineData("""{"blocks":{"blocks":[{"type":"sc_start","id":"a"},{"type":"sc_start","id":"b"}]}}""", "world.program.noStart")]
    [InlineData("""{"blocks":{"blocks":[{"type":"sc_start_robot","id":"a","fields":{"ROBOT":"0"}}]}}""", "world.program.otherTool")]
    [InlineData("""{"blocks":{"blocks":[{"type":"logic_boolean","id":"a"}]}}""", "world.program.unknownBlock")]
    [InlineData("""{"variables":[{"name":"a\u0301","id":"v"}]}""", "world.program.badName")]
    [InlineData("""{"variables":[{"name":"<b>","id":"v"}]}""", "world.program.badName")]
    [InlineData("""{"variables":[{"name":"a","id":"v"},{"name":"b","id":"v"}]}""", "world.program.broken")]
    public void What_the_editor_never_saves_is_refused(string json, string refusal) =>
        Assert.Equal(refusal, Refusal(Encoding.UTF8.GetBytes(json), All));

    [Theory]
    [InlineData("""{"type":"sc_forward","id":"a"}""", null)]
    [InlineData("""{"type":"sc_forward","id":"a","extraState":1}""", "world.program.broken")]
    [InlineData("""{"type":"sc_forward","id":"hat"}""", "world.program.sameId")]
    [InlineData("""{"type":"sc_forward","id":"a","fields":{"X":1}}""", "world.program.broken")]
    [InlineData("""{"type":"sc_forward","id":"a","inputs":{"DO":{"block":{"type":"sc_left","id":"b"}}}}""", "world.program.broken")]
    [InlineData("""{"type":"sc_number","id":"a","fields":{"NUM":1}}""", "world.program.broken")]
    [InlineData("""{"type":"sc_paint","id":"a","fields":{"COLOUR":"gold"}}""", "world.program.broken")]
    [InlineData("""{"type":"sc_paint","id":"a"}""", "world.program.broken")]
    [InlineData("""{"type":"sc_wait","id":"a"}""", "world.program.noNumber")]
    [InlineData(
        """{"type":"sc_wait","id":"a","inputs":{"N":{"shadow":{"type":"sc_number","id":"b","fields":{"NUM":10000}}}}}""",
        "world.program.badNumber"
    )]
    [InlineData(
        """{"type":"sc_wait","id":"a","inputs":{"N":{"shadow":{"type":"sc_number","id":"b","fields":{"NUM":1.5}}}}}""",
        "world.program.badNumber"
    )]
    [InlineData("""{"type":"sc_wait","id":"a","inputs":{"N":{"shadow":{"type":"sc_pile","id":"b"}}}}""", "world.program.broken")]
    [InlineData("""{"type":"sc_wait","id":"a","inputs":{"N":{"block":{"type":"sc_goal","id":"b"}}}}""", "world.program.broken")]
    [InlineData("""{"type":"sc_while","id":"a"}""", "world.program.noCondition")]
    [InlineData("""{"type":"sc_set","id":"a","fields":{"VAR":{"id":"none"}}}""", "world.program.broken")]
    [InlineData("""{"type":"sc_until_when","id":"a","fields":{"WHEN":"goal"}}""", null)]
    [InlineData("""{"type":"sc_forward","id":"a","next":{"block":{"type":"sc_start","id":"b"}}}""", "world.program.broken")]
    public void A_block_holds_what_its_type_holds(string block, string? refusal)
    {
        Assert.Equal(refusal, BlockReader.Read(Begun(block), All).Refusal?.Key);
    }

    [Fact]
    public void Only_tools_and_conditions_of_the_level_are_taken_and_no_more_of_them_than_it_says()
    {
        var level = All with
        {
            Tools = ["forward"],
            Most = new Dictionary<string, int> { ["forward"] = 2 },
        };
        Assert.Null(BlockReader.Read(Stacked(2), level).Refusal);
        Assert.Equal("world.program.tooManyOfTool", Refusal(Stacked(3), level));
        Assert.Equal("world.program.otherTool", Refusal(Stacked(2), All with { Tools = ["left"] }));
        var until = Begun("""{"type":"sc_until_when","id":"b","fields":{"WHEN":"thing"}}""");
        Assert.Equal("world.program.otherCondition", Refusal(until, All with { Conditions = ["goal"] }));
    }

    [Fact]
    public void What_a_level_gives_and_locks_stays_as_it_is()
    {
        var given = Saved.Json(Code.Of("forward repeat 3 { left }"));
        var repeat = given["blocks"]!["blocks"]![0]!["next"]!["block"]!["next"]!["block"]!.AsObject();
        (repeat["deletable"], repeat["movable"]) = (false, false);
        var level = All with { Start = System.Text.Json.JsonSerializer.SerializeToElement(given) };
        Assert.Null(BlockReader.Read(Bytes(given), level).Refusal);
        Assert.Equal("world.program.givenChanged", Refusal(Saved.Bytes(Code.Of("forward")), level));
        var moved = JsonNode.Parse(given.ToJsonString())!;
        var hat = moved["blocks"]!["blocks"]![0]!.AsObject();
        hat["next"] = hat["next"]!["block"]!["next"]!.DeepClone();
        Assert.Equal("world.program.givenChanged", Refusal(Bytes(moved), level));
    }

    [Fact]
    public void Loose_stacks_are_told_and_neither_run_nor_counted()
    {
        var json = Saved.Json(Code.Of("forward"));
        json["blocks"]!["blocks"]!
            .AsArray()
            .Add(JsonNode.Parse("""{"type":"sc_wait","id":"loose","next":{"block":{"type":"sc_pick","id":"more"}}}"""));
        var read = BlockReader.Read(Bytes(json), All).Program!;
        Assert.Equal((1, 1, 2), (read.Blocks, read.Loose, read.Ids.Count));
    }

    [Fact]
    public void Blocks_count_as_the_paper_says()
    {
        // an introduction of a function: hat 1, repeat 1, parameter 1, forward 1, right 1; two calls in a repeat 3
        var program = Code.Of("repeat 2 { call c 4 call c 2 }", "c 1 repeat %0 { forward } right");
        Assert.Equal(8, BlockReader.Read(Saved.Bytes(program), All).Program!.Blocks);
    }

    [Fact]
    public void A_procedure_calls_itself_only_where_the_level_allows_it()
    {
        var around = Code.Of("call p", "p 0 call q", "q 0 if goal { call p }");
        Assert.Null(BlockReader.Read(Saved.Bytes(around), All).Refusal);
        Assert.Equal("world.program.recursion", Refusal(Saved.Bytes(around), All with { Recursion = false }));
        var chain = Code.Of("call p", "p 0 call q", "q 0 forward");
        Assert.Null(BlockReader.Read(Saved.Bytes(chain), All with { Recursion = false }).Refusal);
    }

    [Fact]
    public void Blocks_lie_in_one_another_twenty_deep_and_no_deeper()
    {
        Assert.Null(BlockReader.Read(Saved.Bytes(Nested(20)), All).Refusal);
        Assert.Equal("world.program.tooDeep", Refusal(Saved.Bytes(Nested(21)), All));
    }

    [Fact]
    public void Whatever_is_forged_gets_one_answer_and_no_exception()
    {
        var answers = new Dictionary<string, int>();
        for (var seed = 0; seed < 10_000; seed++)
        {
            var random = new SplitMix((ulong)seed);
            var (_, level, program) = RandomPair.Of(seed % 500);
            var reading = BlockReader.Read(Forgery.Of(Saved.Json(program), random), Saved.Anything(level.RobotCount));
            Assert.NotEqual(reading.Program is null, reading.Refusal is null);
            var answer = reading.Refusal?.Key ?? "taken";
            answers[answer] = answers.GetValueOrDefault(answer) + 1;
        }

        Assert.True(answers.Count > 8, string.Join(", ", answers.Keys));
    }

    private static Judge.Worlds.Trees.BlockProgram Nested(int depth) =>
        Code.Of(string.Concat(Enumerable.Repeat("repeat 2 { ", depth)) + "left" + string.Concat(Enumerable.Repeat(" }", depth)));

    /// <summary>Written by hand: no writer of JSON goes as deep.</summary>
    private static byte[] Stacked(int length)
    {
        var blocks = Enumerable.Range(0, length).Select(at => $$$""","next":{"block":{"type":"sc_forward","id":"{{{at}}}" """);
        var closed = new StringBuilder().Insert(0, "}}", length);
        return Encoding.UTF8.GetBytes(
            $$$"""{"blocks":{"blocks":[{"type":"sc_start","id":"hat"{{{string.Concat(blocks)}}}{{{closed}}}}]}}"""
        );
    }

    /// <summary>A program that begins with a block.</summary>
    private static byte[] Begun(string block) =>
        Encoding.UTF8.GetBytes(
            $$$"""{"blocks":{"languageVersion":0,"blocks":[{"type":"sc_start","id":"hat","next":{"block":{{{block}}}}}]}}"""
        );

    private static string? Refusal(byte[] bytes, Level level) => BlockReader.Read(bytes, level).Refusal?.Key;

    private static byte[] Bytes(JsonNode json) => Encoding.UTF8.GetBytes(json.ToJsonString());
}
