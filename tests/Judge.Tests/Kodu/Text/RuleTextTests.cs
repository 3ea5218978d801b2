using System.Text.Json;
using FsCheck.Fluent;
using Judge.Kodu.Model;
using Judge.Kodu.Reading;
using Judge.Kodu.Text;

namespace Judge.Tests.Kodu.Text;

public sealed class RuleTextTests
{
    [Fact]
    public void A_rule_reads_as_it_is_played()
    {
        var rule = RuleParser.Line("  WHEN [bumped] [apple] DO [score] [red score] [1 point] [once]");
        Assert.Equal("  KHI [va chạm] [táo] LÀM [điểm] [điểm đỏ] [1 điểm] [một lần]", RuleText.Line(rule, "vi"));
        Assert.Equal(
            "> sensor.bumpers filter.fruit -- actuator.score modifier.scorebucket.color.red modifier.001point modifier.once",
            RuleText.Canonical(rule)
        );
    }

    [Theory]
    [InlineData("see apple")]
    [InlineData("WHEN [see]")]
    [InlineData("WHEN [see] DO [fly to the moon]")]
    [InlineData("WHEN see DO [eat]")]
    [InlineData("KHI [see] LÀM [eat]")]
    [InlineData("WHEN {x} DO")]
    public void What_is_no_rule_is_refused(string line) => Assert.Throws<FormatException>(() => RuleParser.Line(line));

    [Fact]
    public void Printed_and_parsed_again_it_is_the_same_program() =>
        Prop.ForAll(
                SomeWorlds.Actors.ToArbitrary(),
                Gen.Elements("vi", "en").ToArbitrary(),
                (actors, language) => Form(RuleParser.Program(RuleText.Program(actors, language))) == Form(actors)
            )
            .Holds(cases: 300);

    [Fact]
    public void Written_into_a_file_and_read_again_it_is_the_same_program() =>
        Prop.ForAll(
                SomeWorlds.Actors.ToArbitrary(),
                Gen.Elements(true, false).ToArbitrary(),
                (actors, zip) =>
                {
                    var builder = actors.Aggregate(new WorldBuilder { Materials = [] }, (world, actor) => world.With(actor));
                    var read = WorldReader.Read(zip ? builder.Zip() : builder.Cabinet()).World!.First.Actors;
                    return RuleText.Program(read, "vi") == RuleText.Program(actors, "vi");
                }
            )
            .Holds();

    /// <summary>Names, types and rules, without pages behind the last that has rules.</summary>
    private static string Form(IReadOnlyList<Actor> actors) =>
        JsonSerializer.Serialize(
            actors
                .Where(actor => actor.IsProgrammed)
                .Select(actor => new
                {
                    actor.Name,
                    actor.Type,
                    Pages = actor.Pages.Index().Where(page => page.Item.Count > 0).Select(page => new { page.Index, page.Item }),
                })
        );
}
