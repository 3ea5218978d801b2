using ArenaWeb.Entries.Rules;

namespace ArenaWeb.Tests.Entries;

public sealed class EntryLifeTests
{
    [Fact]
    public void An_exception_lapses_but_what_was_asked_while_it_held_is_approved_by_it()
    {
        var (begin, end) = (DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1));
        List<EntryFact> facts = [new(EntryAct.Waive, begin, "btc", "mất điện", "open", end)];
        Assert.Equal(["open"], EntryLife.Waived(facts, end.AddTicks(-1)));
        Assert.Empty(EntryLife.Waived(facts, end));
        facts.Add(new(EntryAct.Ask, end.AddHours(-1), "dm"));
        Assert.Equal(["open"], EntryLife.Waived(facts, end.AddDays(9)));
        facts.Add(new(EntryAct.GiveBack, end.AddDays(9), "ld"));
        Assert.Empty(EntryLife.Waived(facts, end.AddDays(9)));
    }

    [Theory]
    [InlineData("", EntryStage.Preparing)]
    [InlineData("Ask", EntryStage.Asked)]
    [InlineData("Ask TakeBack", EntryStage.Preparing)]
    [InlineData("Ask GiveBack", EntryStage.Preparing)]
    [InlineData("Ask GiveBack Ask Approve", EntryStage.Approved)]
    [InlineData("Ask Waive", EntryStage.Asked)]
    [InlineData("Ask Approve Waive", EntryStage.Approved)]
    [InlineData("Ask Approve Reopen", EntryStage.Preparing)]
    internal void The_stage_follows_from_what_was_done(string acts, EntryStage stage) =>
        Assert.Equal(stage, EntryLife.StageOf(Facts(acts)));

    [Theory]
    [InlineData("", "Ask Waive")]
    [InlineData("Ask", "TakeBack GiveBack Approve Waive")]
    [InlineData("Ask Approve", "Reopen Waive")]
    public void Nothing_else_can_be_done_in_a_stage(string acts, string allowed) =>
        Assert.Equal(
            allowed,
            string.Join(' ', Enum.GetValues<EntryAct>().Where(act => EntryLife.Refused(Facts(acts), act, "vì mất điện", "open") is null))
        );

    [Fact]
    public void Giving_back_reopening_and_exceptions_need_a_reason()
    {
        Assert.Equal("entries.rule.reason", EntryLife.Refused(Facts("Ask"), EntryAct.GiveBack, "", "")?.Key);
        Assert.Equal("entries.rule.reason", EntryLife.Refused(Facts("Ask Approve"), EntryAct.Reopen, "", "")?.Key);
        Assert.Equal("entries.rule.reason", EntryLife.Refused([], EntryAct.Waive, "", "open")?.Key);
        Assert.Null(EntryLife.Refused([], EntryAct.Ask, "", ""));
    }

    [Fact]
    public void Nobody_is_let_off_a_rule_that_holds_for_all() =>
        Assert.Equal("entries.rule.stage", EntryLife.Refused([], EntryAct.Waive, "vì mất điện", "one-team")?.Key);

    [Fact]
    public void What_the_leader_or_the_organiser_said_is_shown_until_it_is_asked_again()
    {
        Assert.Equal("lý do 1", EntryLife.Returned(Facts("Ask GiveBack"))?.Word);
        Assert.Equal("lý do 2", EntryLife.Returned(Facts("Ask Approve Reopen Waive"))?.Word);
        Assert.Null(EntryLife.Returned(Facts("Ask GiveBack Ask")));
    }

    private static List<EntryFact> Facts(string acts) =>
        [
            .. acts.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select((act, at) => new EntryFact(Enum.Parse<EntryAct>(act), DateTimeOffset.UnixEpoch, "binh", $"lý do {at}", "open")),
        ];
}
