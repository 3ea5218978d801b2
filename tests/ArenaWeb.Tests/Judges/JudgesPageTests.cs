namespace ArenaWeb.Tests.Judges;

public sealed class JudgesPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task The_judges_page_says_that_nobody_judges()
    {
        var staff = await arena.StaffAsync();
        Assert.Contains("Không có máy chấm nào đang chạy", (await staff.GetAsync("/btc/may-cham")).Text);
        var part = await staff.GetAsync("/btc/may-cham?phan=1");
        Assert.DoesNotContain("<html", part.Html);
    }
}
