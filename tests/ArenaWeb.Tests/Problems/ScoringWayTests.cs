using ArenaWeb.Problems;
using ArenaWeb.Tests.Judgements;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Tests.Problems;

public sealed class ScoringWayTests
{
    private static readonly Lexicon Lexicon = new();

    [Fact]
    public void Every_way_that_makes_sense_is_offered_and_no_other()
    {
        var sound = Enum.GetValues<ScoringStyle>()
            .SelectMany(scoring => Enum.GetValues<Counting>().Select(counting => new ScoringWay(scoring, counting)))
            .Where(way => ContestRule.Flaws(Contest(way)).Count == 0);
        Assert.Equal(sound.Select(way => way.Name).Order(), ScoringWay.All.Select(way => way.Name).Order());
    }

    [Fact]
    public void The_usual_one_of_a_school_comes_first() =>
        Assert.Equal(("Points", false), (ScoringWay.All[0].Name, ScoringWay.All[0].HasPenalty));

    [Fact]
    public void A_name_finds_its_way_and_nothing_else_does()
    {
        Assert.All(ScoringWay.All, way => Assert.Equal(way, ScoringWay.Named(way.Name)));
        Assert.All(new[] { null, "", "points", "Points.Best", "Icpc.Last" }, name => Assert.Null(ScoringWay.Named(name)));
    }

    [Fact]
    public void Every_way_is_told_to_organisers_pupils_and_the_public_in_both_languages() =>
        Assert.All(
            SiteLanguage.All,
            language =>
                Assert.All(
                    ScoringWay.All,
                    way =>
                    {
                        var words = new Phrases(Lexicon, language);
                        Assert.All(
                            new[] { "admin.scoring.{0}", "admin.scoring.{0}.hint", "arena.scoring.{0}" },
                            key => Assert.NotEmpty(words[string.Format(null, key, way.Name)])
                        );
                        var contest = Contest(way) with { PenaltyMinutes = 7 };
                        Assert.Equal(way.HasPenalty, ScoringWay.Lead(contest, words).Contains('7', StringComparison.Ordinal));
                        Assert.Equal(way.HasPenalty, ScoringWay.Rule(contest, words).Contains('7', StringComparison.Ordinal));
                    }
                )
        );

    private static Contest Contest(ScoringWay way) =>
        ShownResultTests.At(0).Contest with
        {
            Scoring = way.Scoring,
            Counting = way.Counting,
        };
}
