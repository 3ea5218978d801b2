using ArenaWeb.Accounts;
using ArenaWeb.Accounts.Classes;
using Judge.Contests;

namespace EndToEnd.Tests.Seed;

/// <summary>Two classes with open doors: one with pictures, whose PCs keep the code, and one with words.</summary>
/// <param name="Pictures">Class 3A.</param>
/// <param name="Words">Class 5B.</param>
internal sealed record SeedClasses(Entry Entry, SeedClass Pictures, SeedClass Words)
{
    private const string School = "TH Sông Quê";

    private const int PupilsOfAClass = 14;

    public static async Task<SeedClasses> PlayAsync(Seeder seeder, Contest wanted, DateTimeOffset now)
    {
        var contest = await seeder.AddContestAsync(wanted);
        var cards = await seeder.AddPupilsAsync(
            contest,
            [
                .. SeedPeople
                    .Pupils(2 * PupilsOfAClass)
                    .Select((one, at) => one with { School = School, Class = at < PupilsOfAClass ? "3A" : "5B", Publish = false }),
            ]
        );
        await seeder.DoAsync<SchoolClasses>(classes => classes.TurnAsync(contest.Id, true, CancellationToken.None));
        return new(
            new(contest, cards),
            await OpenAsync(seeder, contest, [.. cards.Take(PupilsOfAClass)], now),
            await OpenAsync(seeder, contest, [.. cards.Skip(PupilsOfAClass)], now)
        );
    }

    private static async Task<SeedClass> OpenAsync(Seeder seeder, Contest contest, IReadOnlyList<Card> cards, DateTimeOffset now)
    {
        SchoolClass? open = null;
        IReadOnlyDictionary<long, ClassSecret>? secrets = null;
        await seeder.DoAsync<SchoolClasses>(async classes =>
        {
            var one = await classes.GetAsync(contest.Id, School, cards[0].Class, CancellationToken.None);
            open = one with { OpenUntil = now.AddHours(12), KeepsCode = one.Way == ClassWay.Pictures };
            await classes.SaveAsync(open, CancellationToken.None);
        });
        await seeder.DoAsync<ClassSecrets>(async store =>
            secrets = await store.IssueAsync([.. cards.Select(card => card.Entrant)], open!.Way, CancellationToken.None)
        );
        return new(open!.Code, cards, [.. cards.Select(card => secrets![card.Entrant.Value])]);
    }
}

/// <summary>A class with its code and what each pupil shows.</summary>
internal sealed record SeedClass(string Code, IReadOnlyList<Card> Cards, IReadOnlyList<ClassSecret> Secrets);
