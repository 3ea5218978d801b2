using System.Net;
using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Staff;

/// <summary>Who may open the organiser's pages.</summary>
public sealed class StaffAccessTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    public static TheoryData<string> Pages =>
        [
            "/btc",
            "/btc/cuoc-thi/tao",
            "/btc/may-cham",
            "/btc/nhat-ky",
            "/btc/cuoc-thi/1",
            "/btc/cuoc-thi/1/thi-sinh",
            "/btc/cuoc-thi/1/thoi-gian",
            "/btc/cuoc-thi/1/bai-nop",
            "/btc/bai-nop/1",
        ];

    [Theory, MemberData(nameof(Pages))]
    public async Task Visitors_are_led_to_the_door_and_pupils_and_jurors_are_refused(string page)
    {
        var contest = await arena.AddContestAsync();
        Assert.StartsWith("/dang-nhap/can-bo", (await arena.Browser().GetAsync(page)).Location?.Replace("http://localhost", ""));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await arena.PupilAsync(contest)).GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await arena.StaffAsync(Roles.Juror)).GetAsync(page)).Status);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var staff = await arena.StaffAsync();
        foreach (
            var page in new[]
            {
                "/btc/cuoc-thi/999999",
                "/btc/cuoc-thi/999999/thi-sinh",
                "/btc/cuoc-thi/999999/bai-nop",
                "/btc/bai-nop/999999",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(page)).Status);
        }
    }
}
