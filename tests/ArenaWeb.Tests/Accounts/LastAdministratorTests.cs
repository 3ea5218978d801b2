using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Accounts;

public sealed class LastAdministratorTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Fact]
    public async Task The_last_administrator_can_be_neither_closed_nor_stripped()
    {
        var staff = await arena.StaffAsync(Scope.Site, StaffRole.Administrator);
        var (accounts, grants) = (arena.Get<StaffAccounts>(), arena.Get<Grants>());
        var page = await staff.GetAsync("/btc/tai-khoan");
        var token = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page
                .Document.QuerySelector("main input[name=__RequestVerificationToken]")!
                .GetAttribute("value")!,
        };
        // The first start of the arena made an organiser, who is an administrator too.
        foreach (var grant in await grants.ListAsync(CancellationToken.None))
        {
            await staff.SendAsync("/btc/tai-khoan?handler=Revoke", token, new() { ["grant"] = $"{grant.Id}" });
        }
        Assert.Single(await grants.ListAsync(CancellationToken.None), grant => grant.Role == StaffRole.Administrator);
        foreach (var member in await accounts.ListAsync(CancellationToken.None))
        {
            await staff.SendAsync("/btc/tai-khoan?handler=Disable", token, new() { ["id"] = $"{member.Id}", ["disabled"] = "true" });
        }
        Assert.Single(await accounts.ListAsync(CancellationToken.None), member => member.DisabledAt is null);
    }
}
