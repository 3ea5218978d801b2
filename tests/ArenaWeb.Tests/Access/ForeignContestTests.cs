using System.Net;
using ArenaWeb.Accounts;
using ArenaWeb.Live;
using ArenaWeb.Tests.Live;
using Judge.Contests;

namespace ArenaWeb.Tests.Access;

/// <summary>Whoever has a part in one contest tries what that gives in another one.</summary>
public sealed class ForeignContestTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Juror")]
    [InlineData("BoardOperator")]
    [InlineData("Invigilator")]
    public async Task An_organiser_elsewhere_who_sees_a_part_of_a_hand_in_does_not_get_the_whole_of_it(string role)
    {
        var (own, other) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        var submission = await arena.HandInAsync(other);
        var staff = await arena.StaffAsync(new Scope(own.Id), StaffRole.Organiser);
        var login = (await arena.Get<StaffAccounts>().ListAsync(Ct))[^1].Login;
        await arena.Get<Grants>().AddAsync(login, Enum.Parse<StaffRole>(role), new Scope(other.Id), "test", Ct);
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync($"/btc/bai-nop/{submission.Value}")).Status);
    }

    [Fact]
    public async Task A_juror_hears_of_the_questions_of_the_own_contest_only()
    {
        var (own, other) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        var juror = await arena.StaffAsync(new Scope(own.Id), StaffRole.Juror);
        foreach (var topic in new[] { "desk", "talk" })
        {
            Assert.Equal(HttpStatusCode.OK, (await juror.GetAsync($"/su-kien?nghe={topic}:{own.Id.Value}&mot-lan=1")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await juror.GetAsync($"/su-kien?nghe={topic}:{other.Id.Value}&mot-lan=1")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await juror.GetAsync($"/btc/cuoc-thi/{other.Id.Value}/hoi-dap?phan=dem")).Status);
    }

    [Fact]
    public async Task Nobody_hears_of_a_draft_but_its_jury()
    {
        var draft = new LifeFact { Act = LifeAct.Draft, At = arena.Clock.GetUtcNow() };
        var contest = await arena.AddContestAsync(contest => contest with { Life = [draft] });
        var address = $"/su-kien?nghe=contest:{contest.Id.Value}+board:{contest.Id.Value}&mot-lan=1";
        Assert.False(contest.IsPublished);
        Assert.Equal(HttpStatusCode.Forbidden, (await arena.Browser().GetAsync(address)).Status);
        var elsewhere = await arena.StaffAsync(new Scope((await arena.AddContestAsync()).Id), StaffRole.Juror);
        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync(address)).Status);
    }

    [Fact]
    public async Task The_organiser_of_one_contest_neither_sees_the_library_nor_takes_a_package_from_it_nor_makes_a_contest()
    {
        var contest = await arena.AddContestAsync(contest => contest with { Problems = [new("A", TestProblems.Streams, 100)] });
        var staff = await arena.StaffAsync(new Scope(contest.Id), StaffRole.Organiser);
        var path = $"/btc/cuoc-thi/{contest.Id.Value}";
        var page = await staff.GetAsync(path);
        Assert.Contains(TestProblems.Streams, page.Html);
        Assert.DoesNotContain(TestProblems.Files, page.Html);
        var hidden = Browser.HiddenFields(page);
        var picked = await staff.SendAsync(
            $"{path}?handler=Problems",
            hidden,
            new() { ["Form.Problems[7].Name"] = TestProblems.Files, ["Form.Problems[7].Chosen"] = "true" }
        );
        Assert.DoesNotContain(TestProblems.Files, picked.Html);
        var copied = await staff.SendAsync($"{path}?handler=Copy", hidden, new() { ["kind"] = "Practice" });
        Assert.Equal(HttpStatusCode.NotFound, copied.Status);
    }

    [Fact]
    public async Task A_number_that_a_copy_gave_to_somebody_else_opens_nobodys_place()
    {
        var contest = await arena.AddContestAsync();
        var pupil = await arena.PupilAsync(contest);
        Assert.Equal(TimeFlaw.None, await arena.Get<IContestActs>().CloseAsync(contest.Id, new("test", "Xong"), Ct));
        var copy = await arena.AddContestAsync(one => one with { CopyOf = contest.Id });
        await arena.AddPupilAsync(copy, name: "Trần Văn Khác");
        var token = Browser.HiddenFields(await pupil.GetAsync($"/thi/{contest.Code}"));
        var fields = new Dictionary<string, string> { ["copy"] = $"{copy.Id.Value}" };
        Assert.Equal(HttpStatusCode.NotFound, (await pupil.SendAsync($"/thi/{contest.Code}?handler=Repeat", token, fields)).Status);
    }

    [Fact]
    public async Task A_stream_ends_before_its_next_word_when_another_arena_took_the_grant_away()
    {
        var contest = await arena.AddContestAsync();
        var juror = await arena.StaffAsync(new Scope(contest.Id), StaffRole.Juror);
        var grants = arena.Get<Grants>();
        var grant = (await grants.ListAsync(Ct)).Single(one => one.Scope.Contest == contest.Id);
        var path = $"/su-kien?nghe=desk:{contest.Id.Value}";
        await using var stream = await EventStream.OpenAsync(juror.Client, path, null, null, Ct);
        arena.Get<LiveFeed>().Publish(LiveMessage.Of(LiveTopic.Desk(contest.Id), null, "desk", ""));
        Assert.Equal("desk", (await stream.NextAsync()).Name);

        await grants.RemoveAsync(grant.Id, Ct); // nobody here is told of a departure
        arena.Get<LiveFeed>().Publish(LiveMessage.Of(LiveTopic.Desk(contest.Id), null, "desk", ""));
        await Assert.ThrowsAsync<EndOfStreamException>(stream.NextAsync);
        Assert.Equal(HttpStatusCode.Forbidden, (await juror.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Streams_end_with_the_grant_that_opened_them()
    {
        var contest = await arena.AddContestAsync();
        await arena.StaffAsync(new Scope(contest.Id), StaffRole.Juror);
        var grant = (await arena.Get<Grants>().ListAsync(Ct)).Single(one => one.Scope.Contest == contest.Id);
        using var view = arena
            .Get<LiveFeed>()
            .Look(new StaffVisitor(grant.Login, "Trần Văn Bình", Roles.Juror), [LiveTopic.Desk(contest.Id)]);
        var admin = await arena.StaffAsync(Scope.Site, StaffRole.Administrator);
        var fields = Browser.HiddenFields(await admin.GetAsync("/btc/tai-khoan"));
        fields["grant"] = $"{grant.Id}";
        await admin.SendAsync("/btc/tai-khoan?handler=Revoke", [], fields);
        Assert.True(view.Waiting.Completion.IsCompleted);
    }
}
