using ArenaWeb.Accounts;
using ArenaWeb.Privacy;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Tree;
using Judge.Contests;

namespace ArenaWeb.Tests.Privacy;

/// <summary>A school with pupils in its list, and whoever looks after them.</summary>
internal sealed record PrivateSchool(ArenaFixture Arena, UnitId Unit, IReadOnlyList<Pupil> Pupils)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string Path => FormattableString.Invariant($"/btc/truong/{Unit.Value}");

    /// <param name="names">Of pupils of class 8A1.</param>
    public static async Task<PrivateSchool> AddAsync(ArenaFixture arena, string name, params string[] names)
    {
        var units = arena.Get<OrgUnits>();
        var tree = await units.TreeAsync(Ct);
        var unit = new OrgUnit
        {
            Id = tree.NextId,
            Kind = UnitKind.School,
            Levels = SchoolLevels.LowerSecondary,
            Names = [new(DateOnly.MinValue, new($"Trường {name}", name))],
        };
        Assert.True(await units.SaveAsync(tree, [unit], Ct));
        var added = names.Select(one => new Pupil(0, one, "8A1", 8, 2012, null)).ToList();
        const int year = 2025;
        Assert.True(await arena.Get<Pupils>().ApplyAsync(unit.Id, year, 0, new([.. added], [], 0, [], 0), Ct));
        return new(arena, unit.Id, (await arena.Get<Pupils>().ListAsync(unit.Id, year, Ct)).Pupils);
    }

    public Task<Browser> StaffAsync(StaffRole role = StaffRole.Leader) => Arena.StaffAsync(new Scope(Unit: Unit.Value), role);

    /// <summary>Lets pupils of the list into a contest.</summary>
    public async Task<IReadOnlyList<Card>> EnterAsync(Contest contest)
    {
        var newcomers = Pupils.Select((pupil, at) => new NewPerson($"TS{at + 1}", pupil.Name, "THCS Khác Tên", pupil.Class)).ToList();
        var (cards, _) = await Arena.Get<People>().AddAsync(contest.Id, newcomers, Ct);
        await Arena.Get<Consents>().LinkAsync([.. cards.Select((card, at) => (card.Entrant, Pupils[at].Id))], Ct);
        return cards;
    }

    /// <summary>Sends a form that stands on a page of the school.</summary>
    public static async Task<Answer> SendAsync(Browser browser, string page, string handler, params (string Name, string Value)[] fields)
    {
        var hidden = Browser.HiddenFields(await browser.GetAsync(page));
        var token = hidden.Where(field => field.Key == "__RequestVerificationToken").ToDictionary();
        return await browser.SendAsync($"{page}?handler={handler}", token, fields.ToDictionary(field => field.Name, field => field.Value));
    }
}
