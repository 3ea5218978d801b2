using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Judge.Marking;

namespace Judge.Tests.Marking;

public sealed class RubricTests
{
    [Fact]
    public void The_rubrics_that_come_with_the_program_make_sense_and_are_worth_a_hundred()
    {
        Assert.Equal(
            ["creative-software", "innovative-teacher", "khkt-engineering", "khkt-science", "kodu-city", "scratch-practice"],
            RubricFile.All.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(RubricFile.All.Values, rubric => Assert.Equal((100, 5), (rubric.Scale, rubric.Bands.Count)));
        Assert.All(RubricFile.All.Values, rubric => Assert.Empty(RubricRule.Flaws(rubric)));
    }

    [Fact]
    public void The_science_fair_is_split_10_15_20_20_35_in_whole_numbers()
    {
        Assert.All(
            [RubricFile.All["khkt-science"], RubricFile.All["khkt-engineering"]],
            rubric =>
            {
                Assert.Equal(
                    ["1 10", "2 15", "3 20", "4 20", "5a 10", "5b 25"],
                    rubric.Marked().Select(one => $"{one.Label} {one.Criterion.Weight}")
                );
                Assert.All(rubric.Marked(), one => Assert.Equal(1, one.Criterion.Step));
                Assert.Equal(RubricOrigin.Published, rubric.Origin);
            }
        );
    }

    [Fact]
    public void A_mark_counts_weight_by_mark_by_full_mark()
    {
        var rubric = SomeRubric.Of((25, 5, 0.25m), (75, 10, 0.5m));
        Assert.Equal(18.75m, RubricRule.Total(rubric, SomeRubric.Marks(3.75m, 0)));
        Assert.Equal(100m, RubricRule.Total(rubric, SomeRubric.Marks(5, 10)));
        Assert.Null(RubricRule.Total(rubric, new Dictionary<string, decimal> { ["c1"] = 5 }));
    }

    [Fact]
    public void Thirds_of_a_mark_add_up_exactly()
    {
        var rubric = SomeRubric.Of((10, 3, 1), (10, 3, 1), (10, 3, 1), (70, 7, 1));
        Assert.Equal(100m, RubricRule.Total(rubric, SomeRubric.Marks(3, 3, 3, 7)));
        Assert.Equal(80m, RubricRule.Total(rubric, SomeRubric.Marks(1, 1, 1, 7)));
    }

    [Fact]
    public void The_full_mark_of_each_criterion_is_the_scale_whatever_the_rubric() =>
        Assert.All(
            RubricFile.All.Values,
            rubric =>
                Assert.Equal(
                    rubric.Scale,
                    RubricRule.Total(rubric, rubric.Marked().ToDictionary(one => one.Criterion.Code, one => one.Criterion.Max))
                )
        );

    [Theory]
    [InlineData(73.165, 73.165, 73.17)]
    [InlineData(85.5, 85.8334, 85.67)]
    [InlineData(1.005, 1.005, 1.01)]
    public void A_final_mark_is_rounded_once_and_halves_go_up(double first, double second, double final) =>
        Assert.Equal((decimal)final, RubricRule.Mean([(decimal)first, (decimal)second]));

    [Theory]
    [InlineData(80, "Xuất sắc")]
    [InlineData(79.5, "Tốt")]
    [InlineData(60, "Tốt")]
    [InlineData(59.99, "Khá")]
    [InlineData(20, "Cần cố gắng")]
    [InlineData(0, "Chưa đạt")]
    public void A_band_reaches_up_to_the_next_better_one(double mark, string name)
    {
        var rubric = SomeRubric.Of((100, 100, 0.01m));
        Assert.Equal(name, RubricRule.BandOf(rubric, rubric.Criteria[0], (decimal)mark).Name["vi"]);
    }

    [Theory]
    [InlineData("\"weight\": 25", "\"weight\": 24", "marking.rubric.weights")]
    [InlineData("\"step\": 0.5", "\"step\": 0.7", "marking.rubric.step")]
    [InlineData("\"step\": 0.5", "\"step\": 0", "marking.rubric.numbers")]
    [InlineData("\"step\": 0.5", "\"step\": 0.005", "marking.rubric.numbers")]
    [InlineData("\"step\": 0.5", "\"steps\": 0.5", "marking.rubric.unreadable")]
    [InlineData("\"step\": 0.5", "\"step\": \"0.5\"", "marking.rubric.unreadable")]
    [InlineData("\"step\": 0.5", "\"step\": 0.5, \"step\": 1", "marking.rubric.unreadable")]
    [InlineData(
        "\"step\": 0.5",
        "\"step\": 0.5, \"parts\": [{\"code\":\"x\",\"name\":{\"vi\":\"x\",\"en\":\"x\"}}]",
        "marking.rubric.parent"
    )]
    [InlineData("\"origin\": \"nearest\"", "\"origin\": 2", "marking.rubric.unreadable")]
    [InlineData("\"origin\": \"nearest\"", "\"origin\": \"none\"", "marking.rubric.head")]
    [InlineData("\"version\": 1", "\"version\": 0", "marking.rubric.head")]
    [InlineData("\"code\": \"play\"", "\"code\": \"theme\"", "marking.rubric.code")]
    [InlineData("\"code\": \"play\"", "\"code\": \"../play\"", "marking.rubric.code")]
    [InlineData("\"en\": \"Playing it\"", "\"fr\": \"Jouer\"", "marking.rubric.texts")]
    [InlineData("\"gates\"", "\"bands\": [], \"gates\"", null)]
    [InlineData(
        "\"gates\"",
        "\"bands\": [{\"from\": 10, \"name\": {\"vi\":\"a\",\"en\":\"a\"}, \"text\": {\"vi\":\"a\",\"en\":\"a\"}}], \"gates\"",
        "marking.rubric.bands"
    )]
    [InlineData("\"max\": 25", "\"max\": 24.5", "marking.rubric.fullMarks", 99.99)]
    public void A_rubric_that_makes_no_sense_is_refused_with_the_reason(string was, string becomes, string? said, double other = 0)
    {
        var json = Text("kodu-city");
        var at = json.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0);
        json = json[..at] + becomes + json[(at + was.Length)..];
        json = other > 0 ? json.Replace("\"max\": 25", $"\"max\": {other}").Replace("\"step\": 0.5", "\"step\": 0.01") : json;
        if (said is null)
        {
            Assert.NotEmpty(RubricFile.Read(Encoding.UTF8.GetBytes(json)).Bands);
            return;
        }

        var refused = Assert.Throws<RubricException>(() => RubricFile.Read(Encoding.UTF8.GetBytes(json)));
        Assert.Contains(said, refused.Flaws.Select(flaw => flaw.Key));
        Assert.All(refused.Flaws, flaw => Assert.NotEmpty(Sentences.InVietnamese[flaw]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"code":"a","version":1,"origin":"published","name":null,"scale":1,"criteria":[]}""")]
    [InlineData("""{"code":"a","version":1,"origin":"published","name":{"vi":"a","en":"b"},"scale":1,"criteria":[null]}""")]
    [InlineData("""{"code":"a","version":1,"origin":"published","name":{"vi":"a","en":null},"scale":1,"criteria":[]}""")]
    public void What_is_no_rubric_is_refused_and_never_our_fault(string json) =>
        Assert.NotEmpty(Assert.Throws<RubricException>(() => RubricFile.Read(Encoding.UTF8.GetBytes(json))).Flaws);

    [Fact]
    public void Whatever_bytes_come_a_rubric_is_read_or_refused() =>
        Prop.ForAll(
                Gen.Choose(0, 100_000).ListOf(6).ToArbitrary(),
                changes =>
                {
                    var bytes = Encoding.UTF8.GetBytes(Text("khkt-science"));
                    foreach (var change in changes)
                    {
                        bytes[change * 31 % bytes.Length] = change % 3 == 0 ? bytes[change % bytes.Length] : (byte)change;
                    }

                    try
                    {
                        return RubricRule.Flaws(RubricFile.Read(bytes)).Count == 0;
                    }
                    catch (RubricException refused)
                    {
                        return refused.Flaws.All(flaw => Sentences.InVietnamese[flaw].Length > 0);
                    }
                }
            )
            .Holds(300);

    [Fact]
    public void A_rubric_without_end_is_refused_before_it_is_read() =>
        Assert.Equal(
            ["marking.rubric.size"],
            Assert.Throws<RubricException>(() => RubricFile.Read(new byte[RubricFile.MostBytes + 1])).Flaws.Select(flaw => flaw.Key)
        );

    [Fact]
    public void A_rubric_with_too_many_criteria_is_refused()
    {
        var json = JsonNode.Parse(Text("kodu-city"))!;
        var criteria = json["criteria"]!.AsArray();
        for (var at = 0; at < 40; at++)
        {
            var one = criteria[0]!.DeepClone();
            one["code"] = $"more{at}";
            criteria.Add(one);
        }

        var refused = Assert.Throws<RubricException>(() => RubricFile.Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
        Assert.Equal(["marking.rubric.counts"], refused.Flaws.Select(flaw => flaw.Key));
    }

    private static string Text(string code)
    {
        using var stream = typeof(RubricFile).Assembly.GetManifestResourceStream($"Judge.Marking.Rubrics.{code}.json")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
