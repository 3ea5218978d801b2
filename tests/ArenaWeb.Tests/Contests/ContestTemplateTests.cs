using ArenaWeb.Contests;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Tests.Contests;

public sealed class ContestTemplateTests
{
    private static readonly string[] Languages = ["c", "cpp", "pascal", "python"];
    private static readonly DateTimeOffset Start = new(2026, 12, 1, 7, 30, 0, TimeSpan.FromHours(7));

    public static TheoryData<string> Usable =>
        [.. ContestTemplate.All.Where(one => one.Missing == MissingEngine.None).Select(one => one.Id)];

    [Theory]
    [MemberData(nameof(Usable))]
    public void A_template_with_a_name_and_a_problem_is_a_contest(string id)
    {
        var form = new ContestForm { Code = "TIN", NameVi = "Tin" };
        form.Problems.Add(
            new ContestForm.ProblemLine
            {
                Name = "aplusb",
                Chosen = true,
                Label = "A",
                Points = "100",
            }
        );
        ContestTemplate.Named(id)!.Fill(form, Start, Languages);
        var (contest, faults) = ContestFormRule.Read(form, default);
        Assert.Empty(faults);
        Assert.Equal(Start, contest!.Start);
    }

    [Fact]
    public void Every_template_has_its_words_in_both_languages()
    {
        var lexicon = new Lexicon();
        Assert.All(
            SiteLanguage.All.SelectMany(_ => ContestTemplate.All, (language, template) => (lexicon[language], template)),
            one =>
            {
                Assert.NotEmpty(one.Item1[$"template.{one.template.Id}"]);
                Assert.All(
                    one.template.Facts.Index(),
                    fact => Assert.NotEmpty(one.Item1[$"template.{one.template.Id}.fact.{fact.Index + 1}"])
                );
            }
        );
    }

    [Fact]
    public void What_no_engine_plays_yet_makes_no_contest() =>
        Assert.Equal(
            ["InnovativeTeacher", "Khkt", "Kodu"],
            ContestTemplate.All.Where(one => ContestTemplate.Named(one.Id) is null).Select(one => one.Id).Order()
        );

    [Fact]
    public void Every_state_move_and_flaw_has_its_words()
    {
        var words = new Lexicon()[SiteLanguage.Vietnamese].Keys.ToHashSet();
        string[] keys =
        [
            .. Enum.GetValues<ContestState>().SelectMany(state => new[] { $"life.state.{state}", $"life.state.{state}.text" }),
            .. LifeCard.Shown.SelectMany(act => new[] { "", ".ask", ".text", ".done" }.Select(part => $"life.act.{act}{part}")),
            .. Enum.GetValues<LifeBar>().Except([LifeBar.None]).Select(bar => $"life.bar.{bar}"),
            .. Enum.GetValues<TimeFlaw>().Except([TimeFlaw.None]).Select(flaw => $"times.flaw.{flaw}"),
            .. Enum.GetValues<TimeKind>().Except([TimeKind.None]).Select(kind => $"times.kind.{kind}"),
            .. Enum.GetValues<ContestFlaw>().Except([ContestFlaw.None]).Select(flaw => $"admin.flaw.{flaw}"),
        ];
        Assert.Empty(keys.Except(words));
    }
}
