using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Staff;

public sealed class JurorHomeTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task A_juror_is_greeted_and_told_that_there_is_nothing_to_do()
    {
        var page = await (await arena.StaffAsync(Roles.Juror)).GetAsync("/giam-khao");
        Assert.Contains("Chào thầy/cô Trần Văn Bình", page.Text);
        Assert.Contains("Chưa có hồ sơ nào được phân công", page.Text);
    }
}
