using ArenaWeb.Entries.Rules;
using ArenaWeb.Schools.Tree;
using Judge.Messages;
using static ArenaWeb.Tests.Entries.SomeEntries;

namespace ArenaWeb.Tests.Entries;

public sealed class EntryRulesTests
{
    private static readonly Team Three = Team("Sao Mai", Pupil(20), Pupil(21, 7), Pupil(22));

    [Fact]
    public void A_team_that_keeps_all_rules_is_taken() => Assert.Empty(Refusals(Three, Teams(3)));

    [Fact]
    public void A_fifth_team_is_refused_with_the_quota() => Assert.Equal("entries.rule.school-quota: 4", Only(Three, Teams(4)));

    [Fact]
    public void Where_pupils_stand_for_themselves_the_quota_speaks_of_pupils()
    {
        var round = Round(new() { Closes = Closes, MostTeams = 1 });
        Assert.Equal("entries.rule.school-quota.alone: 1", Only(Team("", Pupil(20)), Teams(1), round));
    }

    [Fact]
    public void A_quota_of_a_division_counts_that_division_alone()
    {
        var round = Round(Terms with { MostTeams = null, MostTeamsOfDivision = 2 });
        Assert.Equal($"entries.rule.division-quota: 2, {Juniors}", Only(Three, Teams(2), round));
        Assert.Empty(Refusals(Three, [Teams(1)[0], Teams(2)[1] with { Division = Seniors }], round));
    }

    [Fact]
    public void A_quota_of_pupils_counts_all_teams()
    {
        var round = Round(Terms with { MostPupils = 4 });
        Assert.Empty(Refusals(Three, Teams(1), round));
        Assert.Equal("entries.rule.pupil-quota: 4, 5", Only(Three, Teams(2), round));
    }

    [Fact]
    public void Nothing_is_taken_from_the_moment_at_which_lists_close()
    {
        Assert.Empty(Refusals(Three, [], Round() with { Now = Closes.AddTicks(-1) }));
        Assert.Equal("entries.rule.open: 23:59 09/03/2026", Only(Three, [], Round() with { Now = Closes }));
    }

    [Fact]
    public void Grades_decide_and_not_the_level_of_the_school()
    {
        Assert.Equal($"entries.rule.grade: {Juniors}, 6, 7, Em 23, 8", Only(Team("Sao Mai", Pupil(20), Pupil(23, 8)), []));
        Assert.Empty(Refusals(Team("Sao Mai", Pupil(20)), [], Round() with { School = SchoolLevels.Primary }));
    }

    [Fact]
    public void A_division_may_ask_for_a_level_that_the_school_teaches()
    {
        var round = Round() with { Divisions = [new(Juniors, 6, 9, SchoolLevels.Continuing)] };
        Assert.Equal($"entries.rule.level: {Juniors}, GDTX", Only(Three, [], round));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void A_team_has_as_many_pupils_as_the_contest_says(int pupils, bool isTaken)
    {
        var team = Team("Sao Mai", [.. Enumerable.Range(20, pupils).Select(number => Pupil(number))]);
        Assert.Equal(isTaken ? "" : $"entries.rule.team-size: 1, 3, {pupils}", string.Join('|', Refusals(team, [])));
    }

    [Fact]
    public void A_pupil_stands_in_a_contest_once()
    {
        Assert.Equal("entries.rule.one-team: Em 1", Only(Team("Sao Mai", Pupil(20), Pupil(1)), Teams(1)));
        Assert.Equal("entries.rule.one-team: Em 20", Only(Team("Sao Mai", Pupil(20), Pupil(20)), []));
    }

    [Fact]
    public void A_pupil_stands_in_one_division_of_an_edition_and_may_stand_in_all_its_rounds()
    {
        Assert.Empty(Refusals(Three, [], Round() with { Elsewhere = At(Juniors) }));
        Assert.Equal(
            $"entries.rule.one-division: Em 21, {Seniors}, Vòng sơ khảo",
            Only(Three, [], Round() with { Elsewhere = At(Seniors) })
        );

        ILookup<long, Elsewhere> At(string division) => new[] { new Elsewhere(21, "Vòng sơ khảo", division) }.ToLookup(one => one.Pupil);
    }

    [Fact]
    public void Pupils_of_other_schools_are_refused() =>
        Assert.Equal("entries.rule.same-school", Only(Team("Sao Mai", Pupil(20), Pupil(41)), []));

    [Fact]
    public void The_captain_is_one_of_the_team() => Assert.Equal("entries.rule.captain", Only(Three with { Captain = 1 }, []));

    [Fact]
    public void A_coach_is_named_where_the_contest_asks_for_one()
    {
        var round = Round(Terms with { NeedsCoach = true });
        Assert.Equal("entries.rule.coach", Only(Three, [], round));
        Assert.Empty(Refusals(Three with { Coach = "Cô Lan" }, [], round));
    }

    [Fact]
    public void Where_the_contest_asks_for_it_nobody_is_entered_whose_family_has_not_agreed()
    {
        var round = Round(Terms with { NeedsConsent = true }) with { Agreed = new HashSet<long> { 20 } };
        Assert.Equal("entries.rule.take-part: Em 21, Em 22", Only(Three, [], round));
        Assert.Empty(EntryRules.Refusals(Three, [], round, new HashSet<string> { "take-part" }));
        Assert.Empty(
            Refusals(
                Three,
                [],
                round with
                {
                    Agreed = new HashSet<long> { 20, 21, 22 },
                }
            )
        );
    }

    [Fact]
    public void Teams_of_a_school_have_names_of_their_own()
    {
        Assert.Equal("entries.rule.team-name.same: đội  1", Only(Three with { Name = "đội  1" }, Teams(1)));
        Assert.Equal("entries.rule.team-name: 60", Only(Three with { Name = "" }, []));
    }

    [Fact]
    public void A_division_that_the_contest_does_not_have_is_refused() =>
        Assert.Equal($"entries.rule.division: {Juniors}, {Seniors}", Only(Three with { Division = "Bảng C" }, []));

    [Fact]
    public void A_school_that_was_let_off_a_rule_keeps_all_others()
    {
        HashSet<string> waived = ["school-quota", "captain"];
        Assert.Empty(EntryRules.Refusals(Three, Teams(4), Round(), waived));
        Assert.Equal(["entries.rule.captain"], Texts(EntryRules.Refusals(Three with { Captain = 1 }, Teams(4), Round(), waived)));
    }

    [Fact]
    public void A_whole_list_is_looked_at_as_its_teams_are_and_each_sentence_comes_once()
    {
        Assert.Empty(EntryRules.Refusals(Teams(4), Round(), new HashSet<string>()));
        Assert.Equal(["entries.rule.school-quota: 4"], Texts(EntryRules.Refusals(Teams(6), Round(), new HashSet<string>())));
        Assert.Equal(["entries.rule.empty"], Texts(EntryRules.Refusals([], Round(), new HashSet<string>())));
    }

    [Fact]
    public void Each_rule_bears_a_name_of_its_own() => Assert.Distinct(EntryRules.All.Select(rule => rule.Name));

    private static string Only(Team team, IReadOnlyList<Team> others, EntryRound? round = null) =>
        Assert.Single(Refusals(team, others, round));

    private static IReadOnlyList<string> Refusals(Team team, IReadOnlyList<Team> others, EntryRound? round = null) =>
        Texts(EntryRules.Refusals(team, others, round ?? Round(), new HashSet<string>()));

    private static IReadOnlyList<string> Texts(IEnumerable<Said> said) =>
        [.. said.Select(one => one.Arguments.Count == 0 ? one.Key : $"{one.Key}: {string.Join(", ", one.Arguments)}")];
}
