using System.Text.Json.Nodes;
using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Kodu.Reading;
using Judge.Kodu.Tasks;
using Judge.Problems;
using Judge.Problems.Package;
using Support;

namespace Judge.Tests.Kodu.Tasks;

public sealed class TaskFileTests
{
    [Theory]
    [InlineData(2, "{actors: {kind: FastBot}}")]
    [InlineData(2, "{actors: {kind: vehicle, programmed: true, min: 1, max: 1}}")]
    [InlineData(0, "{actors: {kind: cycle, min: 2}}")]
    [InlineData(0, "{actors: {kind: building, programmed: true}}")]
    [InlineData(2, "{actors: {name: xe 1, max: 1}}")]
    [InlineData(2, "{rule: 'sensor.eyes filter.light (filter.red,filter.yellow) actuator.movement'}")]
    [InlineData(2, "{rule: 'page 1 reflex 2 indent 0 filter.not selector.followwaypoints modifier.red'}")]
    [InlineData(0, "{rule: 'page 2 sensor.eyes'}")]
    [InlineData(0, "{rule: 'sensor.eyes actuator.movement !modifier.path.*'}")]
    [InlineData(2, "{rule: 'KHI [đếm thời gian] LÀM [chuyển] [trang 2]'}")]
    [InlineData(2, "{rule: {is: 'WHEN DO [color]', kind: light, min: 4}}")]
    [InlineData(0, "{rule: {is: 'WHEN DO [color]', kind: vehicle}}")]
    [InlineData(2, "{path: {kind: road, color: red}}")]
    [InlineData(0, "{path: {kind: wall}}")]
    [InlineData(2, "{measure: {name: idiomShowPageAsColor, min: 2}}")]
    [InlineData(2, "{measure: {name: once, max: 0}}")]
    [InlineData(2, "{setting: {name: glassWalls, is: true}}")]
    [InlineData(2, "{score: {color: Red, labelled: true, shown: true}}")]
    [InlineData(0, "{score: {color: Blue}}")]
    [InlineData(2, "{materials: 4}")]
    [InlineData(2, "{pages: 2}")]
    [InlineData(2, "{instructions: true}")]
    [InlineData(0, "{win: true}")]
    [InlineData(2, "{any: [{win: true}, {pages: 2}]}")]
    [InlineData(0, "{all: [{win: true}, {pages: 2}]}")]
    [InlineData(2, "{none: [{win: true}, {end: true}]}")]
    public void A_check_gives_its_points_or_none(int points, string check) =>
        Assert.Equal(points, Result($"checks: [{check.Insert(1, "points: 2, ")}]", SampleWorlds.City()).Points);

    [Fact]
    public void A_task_of_a_teacher_is_read_as_json_as_well()
    {
        var result = Result(
            """
            {"checks": [
              {"points": 3, "vi": "Ăn táo thì được điểm", "rule": "WHEN [bumped] [apple] DO [eat]"},
              {"points": 2.5, "win": true, "en": "The game can be won"},
              {"end": true},
              {"points": 4, "actors": {"kind": "Fruit", "min": 10}}
            ]}
            """,
            SampleWorlds.Apples()
        );
        Assert.Equal((6.5m, 10.5m), (result.Points, result.Most));
        Assert.Equal([new Place(1, 1, 1, 2)], result.Answers[0].Places);
        Assert.Equal("Ăn táo thì được điểm", result.Answers[0].Item.Texts["vi"]);
        Assert.All(result.Answers, answer => Assert.NotEmpty(Sentences.InVietnamese[answer.Item.Check.Said]));
    }

    [Theory]
    [InlineData("check: []")]
    [InlineData("checks: []")]
    [InlineData("checks: [{}]")]
    [InlineData("checks: [{win: true, end: true}]")]
    [InlineData("checks: [{win: maybe}]")]
    [InlineData("checks: [{points: -1, win: true}]")]
    [InlineData("checks: [{actors: {kind: Unicorn}}]")]
    [InlineData("checks: [{rule: 'sensor.nose'}]")]
    [InlineData("checks: [{rule: 'WHEN [smell] DO [eat]'}]")]
    [InlineData("checks: [{rule: 'page x sensor.eyes'}]")]
    [InlineData("checks: [{measure: {name: beauty}}]")]
    [InlineData("checks: [{any: []}]")]
    [InlineData("checks: [{any: [{points: 2, win: true}]}]")]
    public void What_a_task_cannot_mean_is_told_with_its_line(string text) =>
        Assert.Contains("line 1", Assert.Throws<PackageException>(() => Items(text)).Message);

    [Theory]
    [InlineData("Kode", "reflex 3 sensor.bumpers filter.fruit actuator.score", false)]
    [InlineData("Kode", "sensor.bumpers filter.fruit actuator.eat", true)]
    [InlineData("Kode", "actuator.eat sensor.bumpers (filter.coin,filter.fruit)", true)]
    [InlineData("BotCount", "Fruit 4 min", true)]
    [InlineData("BotCount", "Fruit 4 max", false)]
    [InlineData("BotCount", "Fruit 6", true)]
    [InlineData("BotCount", "Fruit 0", false)]
    public void Tests_of_tutorials_of_the_game_are_checks_of_ours(string name, string arguments, bool holds)
    {
        var check = TutorialTest.Of(new TutorialStep(name, arguments));
        Assert.Equal(holds, check!.Of(Inspected(SampleWorlds.Apples().Zip())).Holds);
    }

    [Theory]
    [InlineData("Timer", "6")]
    [InlineData("CameraMove", "Kodu 1")]
    [InlineData("Kode", "sensor.nose")]
    [InlineData("BotCount", "Fruit many")]
    [InlineData("", "")]
    public void What_happens_at_the_screen_is_no_check(string name, string arguments) =>
        Assert.Null(TutorialTest.Of(new TutorialStep(name, arguments)));

    [Fact]
    public void Every_test_of_a_world_that_the_game_brought_is_understood()
    {
        var steps = SharedWorlds.Expected()["worlds"]!
            .AsArray()
            .SelectMany(world => WorldReader.Read(SharedWorlds.Read((string)world!["file"]!)).World!.First.Head.Steps)
            .Where(step => step.Test is "Kode" or "BotCount");
        Assert.All(steps, step => Assert.NotNull(TutorialTest.Of(step)));
    }

    [Fact]
    public void The_schema_names_the_checks_that_are_read()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "judge/Kodu/Tasks/task.schema.json")))!;
        var named = schema["$defs"]!["check"]!["properties"]!.AsObject().Select(property => property.Key);
        var refused = Assert.Throws<PackageException>(() => Items("checks: [{}]"));
        Assert.Equal($"a check is exactly one of {string.Join(", ", named)}.", refused.Sentence["line 1: ".Length..]);
    }

    private static IReadOnlyList<TaskItem> Items(string text) => TaskFile.Parse(YamlMap.Parse(text, "task.yaml"));

    private static Inspected Inspected(byte[] file)
    {
        var census = Census.Of(WorldReader.Read(file).World!);
        return new Inspected(census, Measured.Of(census));
    }

    private static TaskResult Result(string text, WorldBuilder world)
    {
        var inspected = Inspected(world.Set("glassWalls", "true").Zip());
        return TaskResult.Of(Items(text), inspected.Census, inspected.Measures);
    }
}
