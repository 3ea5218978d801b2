using ArenaWeb.Access;
using ArenaWeb.Accounts;
using Judge.Contests;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace ArenaWeb.Tests.Access;

/// <summary>What stands in the table of endpoints, and that the gate keeps to it.</summary>
public sealed class EndpointTableTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public void Every_endpoint_stands_in_the_table_and_every_line_is_an_endpoint()
    {
        var routes = Endpoints().Select(EndpointTable.RouteOf).Distinct().Order().ToList();
        Assert.Empty(routes.Except(EndpointTable.Lines.Select(line => line.Route)));
        Assert.Empty(EndpointTable.Lines.Select(line => line.Route).Except(routes));
    }

    [Fact]
    public void Every_object_of_the_table_is_a_row_of_the_matrix()
    {
        foreach (var line in EndpointTable.Lines.Where(line => line.OpenTo == OpenTo.Object))
        {
            var table =
                line.Table == "house" ? Matrix.House
                : line.Table == "school" ? Matrix.School
                : Matrix.Contest;
            Assert.Contains(line.Object, table.Rows.Keys);
            Assert.Equal(line.Table == "house", line.FoundBy == FoundBy.None);
            Assert.Equal(line.Table == "school", line.FoundBy == FoundBy.Unit);
        }
    }

    [Fact]
    public void What_is_not_for_everybody_has_a_coarse_gate_too()
    {
        foreach (var endpoint in Endpoints().Where(one => EndpointTable.Find(one)!.OpenTo != OpenTo.Everybody))
        {
            var policies = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(asked => asked.Policy).ToList();
            var expected = EndpointTable.Find(endpoint)!.OpenTo == OpenTo.Pupil ? Policies.Pupil : Policies.Staff;
            Assert.Contains(policies, policy => policy == expected || (expected == Policies.Staff && policy == Policies.Organiser));
        }
    }

    [Fact]
    public async Task The_organiser_of_one_contest_finds_no_other_contest_and_nothing_of_the_house()
    {
        var (own, other) = (await arena.AddContestAsync(), await arena.AddContestAsync());
        var submission = await arena.HandInAsync(other);
        var staff = await arena.StaffAsync(new Scope(own.Id), StaffRole.Organiser);
        var home = await staff.GetAsync("/btc");
        Assert.Contains(own.Code, home.Text);
        Assert.DoesNotContain(other.Code, home.Text);
        Assert.Equal(200, (int)(await staff.GetAsync($"/btc/cuoc-thi/{own.Id.Value}")).Status);
        const string nowhere = "/btc/cuoc-thi/999999";
        var missing = Masked.Of((await staff.GetAsync(nowhere)).Html, nowhere);
        foreach (
            var path in new[]
            {
                $"/btc/cuoc-thi/{other.Id.Value}",
                $"/btc/cuoc-thi/{other.Id.Value}/thi-sinh",
                $"/btc/bai-nop/{submission.Value}",
                "/btc/kho-bai",
                "/btc/nhat-ky",
                "/btc/may-cham",
            }
        )
        {
            var answer = await staff.GetAsync(path);
            Assert.Equal((path, 404, missing), (path, (int)answer.Status, Masked.Of(answer.Html, path)));
        }
    }

    [Fact]
    public async Task A_grant_that_was_taken_away_opens_nothing_any_more()
    {
        var contest = await arena.AddContestAsync();
        var staff = await arena.StaffAsync(new Scope(contest.Id), StaffRole.Organiser);
        var path = $"/btc/cuoc-thi/{contest.Id.Value}";
        Assert.Equal(200, (int)(await staff.GetAsync(path)).Status);
        var grants = arena.Get<Grants>();
        var grant = (await grants.ListAsync(CancellationToken.None)).Single(one => one.Scope.Contest == contest.Id);
        Assert.NotNull(await grants.RemoveAsync(grant.Id, CancellationToken.None));
        Assert.NotEqual(200, (int)(await staff.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Reading_a_source_is_written_down()
    {
        var contest = await arena.AddContestAsync();
        var submission = await arena.HandInAsync(contest);
        var staff = await arena.StaffAsync();
        await staff.GetAsync($"/btc/bai-nop/{submission.Value}");
        var read = Assert.Single(await arena.Get<AccessLog>().LatestAsync(contest.Id, 10, CancellationToken.None));
        Assert.Equal((Objects.Work, $"/btc/bai-nop/{submission.Value}"), (read.Object, read.Subject));
    }

    [Theory]
    [InlineData(-1, null, 'R')]
    [InlineData(0, null, 'G')]
    [InlineData(30, 30, 'Z')]
    [InlineData(29, 30, 'G')]
    [InlineData(60, 30, 'E')]
    [InlineData(60, null, 'E')]
    public void Phases_follow_from_the_window(int minute, int? freeze, char phase)
    {
        var start = new DateTimeOffset(2026, 11, 30, 1, 0, 0, TimeSpan.Zero);
        var contest = new Contest
        {
            Code = "A",
            Names = new Dictionary<string, string> { ["vi"] = "A" },
            Scoring = ScoringStyle.Points,
            Start = start,
            End = start.AddHours(1),
            FreezeAt = freeze is { } minutes ? start.AddMinutes(minutes) : null,
            Problems = [],
        };
        Assert.Equal(phase, ContestAccess.PhaseAt(contest, start.AddMinutes(minute)));
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        arena.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !EndpointTable.IsAsset(endpoint));
}
