using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Judge.Worlds.Levels;
using Support;

namespace Judge.Tests.Worlds.Levels;

public sealed partial class LevelReaderTests
{
    private const string Good = """{"v":1,"strand":"a","theme":"market","tools":[],"worlds":[{"id":1,"map":[">."]}]}""";

    [Theory]
    [InlineData("v", "2", "'v' must be a whole number from 1 to 1")]
    [InlineData("v", null, "'v' is missing")]
    [InlineData("strand", "\"c\"", "'strand' must be a or b")]
    [InlineData("wins", "[]", "'wins' is unknown here")]
    [InlineData("win", "[\"goal(2)\"]", "'win' has the rule 'goal(2)'")]
    [InlineData("win", "[\"goal\"]", "'worlds' must each have a goal")]
    [InlineData("win", "[\"told\"]", "'worlds' must each say which number")]
    [InlineData("win", "[\"ticks<=0\"]", "'win' has the rule")]
    [InlineData("win", "[\"colour_picked(none)\"]", "'win' has the rule")]
    [InlineData("ticks", "5001", "'ticks' must be a whole number from 1 to 5000")]
    [InlineData("goal", "{\"blocks\":4,\"concepts\":[\"magic\"]}", "'goal.concepts' must be of")]
    [InlineData("sentences", "{\"hit_the_wall\":{\"vi\":\"a\",\"en\":\"b\"}}", "'sentences.hit_the_wall' is no code")]
    [InlineData("sentences", "{\"hit_wall\":{\"vi\":\"a\"}}", "'sentences.hit_wall.en' is missing")]
    [InlineData("sentences", "{\"hit_wall\":{\"vi\":\"{4}\",\"en\":\"b\"}}", "'sentences.hit_wall' may hold")]
    [InlineData("sentences", "{\"hit_wall\":{\"vi\":\"a\",\"en\":\"{t}\"}}", "'sentences.hit_wall' may hold")]
    [InlineData("hints", "[{\"vi\":\"a\",\"en\":\"b\",\"fr\":\"c\"}]", "'hints[0].fr' is unknown here")]
    [InlineData("wrong", "{\"x\":{\"end\":\"hit_wall\"}}", "'wrong.x.world' is missing")]
    [InlineData("worlds", "[]", "'worlds' must be at least one")]
    [InlineData("worlds", "[{\"id\":1,\"hidden\":true,\"map\":[\">\"]}]", "'worlds' must be at least one that is not hidden")]
    [InlineData("worlds", "[{\"id\":1,\"map\":[\">.\",\".\"]}]", "'worlds[0].map' must be 1 to 32 rows")]
    [InlineData("worlds", "[{\"id\":1,\"map\":[\">?\"]}]", "'worlds[0].map' has the sign '?'")]
    [InlineData("worlds", "[{\"id\":1,\"map\":[\"..\"]}]", "'worlds[0].map' must hold 1 to 4 robots")]
    [InlineData("worlds", "[{\"id\":1,\"map\":[\">>>>>\"]}]", "'worlds[0].map' must hold 1 to 4 robots")]
    [InlineData(
        "worlds",
        "[{\"id\":1,\"map\":[\">.\"],\"signs\":{\".\":{\"colour\":\"gold\"}}}]",
        "'worlds[0].signs...colour' must be one of"
    )]
    [InlineData(
        "worlds",
        "[{\"id\":1,\"map\":[\">.\"],\"signs\":{\".\":{\"terrain\":\"1\"}}}]",
        "'worlds[0].signs...terrain' must be one of"
    )]
    [InlineData(
        "worlds",
        "[{\"id\":1,\"map\":[\">.\"],\"drawing\":[{\"from\":[0,0],\"walk\":\"EE\"}]}]",
        "'worlds[0].drawing[0].walk' leaves the map"
    )]
    public void What_is_wrong_with_a_level_is_told_with_its_key(string key, string? value, string told)
    {
        var level = JsonNode.Parse(Good)!.AsObject();
        level.Remove(key);
        if (value is not null)
        {
            level[key] = JsonNode.Parse(value);
        }

        var wrong = Assert.Throws<LevelException>(() => Read(level.ToJsonString()));
        Assert.StartsWith(told, wrong.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"v":1,"v":1}""")]
    [InlineData("""{"v":1,"strand":"\ud800"}""")]
    public void What_is_no_json_is_told(string json) => Assert.Throws<LevelException>(() => Read(json));

    [Fact]
    public void Robots_and_goals_stand_on_the_line_where_there_is_one()
    {
        var cells = Read(Good.Replace(">.", ">-xG", StringComparison.Ordinal)).Worlds[0].Cells;
        Assert.Equal([true, true, false, true], cells.Select(cell => cell.Line));
    }

    [Fact]
    public void Each_rule_is_written_as_it_is_read()
    {
        string[] rules =
        [
            "goal",
            "things_picked",
            "colour_picked(blue)",
            "houses_served",
            "drawing(cells)",
            "drawing(edges)",
            "told",
            "at_start",
            "ticks<=12",
        ];
        Assert.Equal(rules, rules.Select(rule => WinRules.Of(rule)!.Value.Text()));
        Assert.Equal(Enum.GetValues<WinKind>().Order(), rules.Select(rule => WinRules.Of(rule)!.Value.Kind).Order());
    }

    /// <summary>Every key of the schema is asked for in the reader, and the other way round.</summary>
    [Fact]
    public void The_schema_names_the_keys_that_are_read()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "problems", "worlds", "level.schema.json")));
        var named = Keys(schema.RootElement).ToHashSet();
        string[] sources = ["LevelReader.cs", "WorldReader.cs", "Signs.cs"];
        var folder = Path.Combine(Repository.Root, "judge", "Worlds", "Levels");
        var read = sources
            .SelectMany(file => Allowed().Matches(File.ReadAllText(Path.Combine(folder, file))))
            .SelectMany(allowed => Text().Matches(allowed.Value))
            .Select(text => text.Groups[1].Value)
            .ToHashSet();
        Assert.Equal(read.Order(), named.Except(["vi"]).Order());
    }

    /// <summary>Codes, tools and file names are no keys of the format: they stand under additionalProperties.</summary>
    private static IEnumerable<string> Keys(JsonElement schema) =>
        schema.ValueKind switch
        {
            JsonValueKind.Object => schema
                .EnumerateObject()
                .SelectMany(entry =>
                    entry.Name == "properties"
                        ? entry.Value.EnumerateObject().SelectMany(one => Keys(one.Value).Prepend(one.Name == "en" ? "vi" : one.Name))
                        : Keys(entry.Value)
                ),
            JsonValueKind.Array => schema.EnumerateArray().SelectMany(Keys),
            _ => [],
        };

    private static Level Read(string json) => LevelReader.Read(Encoding.UTF8.GetBytes(json), "test/level.json");

    [GeneratedRegex(@"\.Allow\([^;]*;")]
    private static partial Regex Allowed();

    [GeneratedRegex("\"([a-z]+)\"")]
    private static partial Regex Text();
}
