using Judge.Kodu;
using Judge.Kodu.Findings;
using Judge.Kodu.Model;

namespace Judge.Tests.Kodu.Findings;

public sealed class InspectionTests
{
    /// <summary>Each smell with a world of one actor that has it, and the rule that it is in.</summary>
    public static TheoryData<string, int, int, string[]> Smelly =>
        new()
        {
            { nameof(Smell.MissingOnce), 1, 1, ["WHEN [see] [apple] DO [score] [red score]"] },
            { nameof(Smell.MissingOnce), 1, 2, ["WHEN [keyboard] DO [move]\n  WHEN DO [say] \"Đi nào\""] },
            { nameof(Smell.MissingOnce), 1, 1, ["WHEN [scored] [red score] [≥] [5 points] DO [play]"] },
            { nameof(Smell.UnreachablePage), 3, 0, ["WHEN [timer] DO [switch] [page 2]", "WHEN DO [move]", "WHEN DO [move]"] },
            { nameof(Smell.JumpToBlankPage), 1, 1, ["WHEN [timer] DO [switch] [page 5]"] },
            { nameof(Smell.EmptyRule), 1, 1, ["WHEN [see] [apple] DO\nWHEN DO [move]"] },
            { nameof(Smell.DuplicateRule), 1, 3, ["WHEN [bumped] DO [eat]\nWHEN DO [turn]\nWHEN [bumped] DO [eat]"] },
            { nameof(Smell.HiddenMovement), 1, 2, ["WHEN DO [move] [forward]\nWHEN [see] [apple] DO [move] [toward]"] },
            { nameof(Smell.ItOfNothing), 1, 1, ["WHEN [timer] [5 seconds] DO [vanish]"] },
            { nameof(Smell.ItOfNothing), 1, 2, ["WHEN [bumped] [apple] DO [score] [once]\n  WHEN DO [vanish] [it]"] },
            { nameof(Smell.SkippedIndent), 1, 2, ["WHEN [see] DO [move]\n    WHEN DO [jump]"] },
            { nameof(Smell.GoneBefore), 1, 2, ["WHEN [bumped] DO [vanish] [me]\nWHEN [bumped] DO [play]"] },
            { nameof(Smell.RestartedTimer), 1, 2, ["WHEN [bumped] [rock] DO [jump]\n  WHEN [timer] [3 seconds] DO [end]"] },
        };

    [Theory]
    [MemberData(nameof(Smelly))]
    public void Each_smell_is_found_where_it_is(string smell, int page, int rule, string[] pages)
    {
        var finding = Assert.Single(Report(pages).Findings, finding => finding.Said.Key == "kodu.smell." + smell);
        Assert.Equal([new Place(1, 1, page, rule)], finding.Places);
    }

    [Fact]
    public void There_is_a_world_for_each_smell() =>
        Assert.Equal(Enum.GetNames<Smell>().Except([nameof(Smell.None)]).Order(), Smelly.Select(row => row.Data.Item1).Distinct().Order());

    [Theory]
    [InlineData("WHEN [see] [apple] DO [score] [red score] [once]")]
    [InlineData("WHEN [bumped] [apple] DO [eat]\n  WHEN DO [score]")]
    [InlineData("WHEN [timer] [5 seconds] DO [say] \"Hết giờ\"")]
    [InlineData("WHEN [see] [apple] DO\n  WHEN [keyboard] DO [move]")]
    [InlineData("WHEN [see] [apple] DO [move] [toward]\nWHEN DO [move] [wander]")]
    [InlineData("WHEN [bumped] [apple] DO [vanish] [it]")]
    [InlineData("WHEN [timer] [5 seconds] DO [vanish] [me]")]
    [InlineData("WHEN [timer] DO [play]\n  WHEN DO [jump]")]
    public void Sound_programs_smell_of_nothing(string page) => Assert.Empty(Report(page).Findings.Select(finding => finding.Said.Key));

    [Fact]
    public void Sample_worlds_smell_of_nothing()
    {
        Assert.Empty(KoduReport.Of(SampleWorlds.City().Zip()).Findings.Select(finding => finding.Said.Key));
        Assert.Empty(KoduReport.Of(SampleWorlds.Apples().Zip()).Findings.Select(finding => finding.Said.Key));
    }

    [Theory]
    [InlineData("K110 kodu.tile.unknown", "WHEN [Filter:filter.moon] DO [move]")]
    [InlineData("K111 kodu.tile.wrongSlot", "WHEN [see] [Filter:modifier.red] DO [move]")]
    [InlineData("K111 kodu.tile.tooMany", "WHEN [see] DO [move] [toward] [quickly] [quickly] [quickly] [quickly]")]
    [InlineData("K114 kodu.tile.archived", "WHEN [see] [filter.countnone] DO [move] [toward]")]
    public void Odd_tiles_are_found_and_kept(string found, string page)
    {
        var finding = Assert.Single(Report(page).Findings);
        Assert.Equal(found, $"K{(int)finding.Code} {finding.Said.Key}");
    }

    [Fact]
    public void Paths_to_nowhere_and_several_hands_are_found_and_no_name_is_told()
    {
        var builder = new WorldBuilder { Gamertags = ["Mai", "mai", "An"] }.With(new Way("Red", "", [new(0, 0, 0)], [new(0, 1, 3)]));
        var findings = KoduReport.Of(builder.Zip()).Findings;
        Assert.Equal(["kodu.path.edge", "kodu.hands"], findings.Select(finding => finding.Said.Key));
        Assert.Equal([2], findings[1].Said.Arguments);
    }

    private static KoduReport Report(params string[] pages) => KoduReport.Of(new WorldBuilder().With("BokuBot", "Kodu 1", pages).Zip());
}
