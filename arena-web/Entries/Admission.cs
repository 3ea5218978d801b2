using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Privacy;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Dapper;
using Judge.Contests;
using Judge.Messages;

namespace ArenaWeb.Entries;

/// <summary>Makes entrants with numbers and accounts of what leaders approved, and takes them out again.</summary>
internal sealed class Admission(
    EntryDesk desk,
    EntryStore entries,
    EditionStore editions,
    ExamStore exams,
    OrgUnits units,
    People people,
    Sessions sessions,
    Audit audit
)
{
    /// <summary>Takes out a team that has a number, before the contest begins; the number is not given again.</summary>
    /// <param name="word">Why.</param>
    /// <returns>What stands against it; empty: it is out.</returns>
    public async Task<IReadOnlyList<Said>> WithdrawAsync(EntryCase entry, long team, string word, string actor, CancellationToken ct)
    {
        var (contest, reason) = (entry.Contest, Folding.Squeeze(word));
        var sbd = entry.Entry.Teams.FirstOrDefault(one => one.Id == team)?.Sbd;
        if ((await people.ListAsync(contest.Id, ct)).FirstOrDefault(person => person.Sbd == sbd) is not { } person)
        {
            return [EntryDesk.Outdated];
        }

        var flaw =
            contest.PhaseAt(entry.Round.Now) == ContestPhase.Upcoming
                ? EntryLife.FlawOf(reason, isReason: true)
                : new Said("entries.rule.begun", person.Sbd);
        if (flaw is not null)
        {
            return [flaw];
        }

        var fact = new EntryFact(EntryAct.Withdraw, entry.Round.Now, actor, reason, person.Sbd);
        if (!await entries.WithdrawAsync(entry.Entry, team, person.Entrant, fact, ct))
        {
            return [EntryDesk.Outdated];
        }

        await sessions.EndAllAsync(new PupilVisitor(person.Entrant, contest.Id, person.Sbd, person.Name), "", ct);
        await audit.WriteAsync(
            actor,
            "entry.withdraw",
            contest.Id,
            string.Create(CultureInfo.InvariantCulture, $"{entry.School.Id.Value} {person.Sbd}: {reason}")
        );
        return [];
    }

    /// <summary>
    /// Every team that was approved and has no number gets one; whoever has one keeps it, so twice is as good as once. Left out is whose
    /// family has taken the consent back since.
    /// </summary>
    /// <returns>How many there were, and how many are left out; null: somebody else gave numbers meanwhile, and nothing was done.</returns>
    public async Task<(int Given, int LeftOut)?> AdmitAsync(Contest contest, CancellationToken ct)
    {
        var edition = await editions.FindAsync(contest.Id, ct);
        var all = await entries.OfContestAsync(contest.Id, ct);
        var (waiting, leftOut) = await WaitingAsync(contest, all, ct);
        var taken = (await people.ListAsync(contest.Id, ct))
            .Select(person => person.Sbd)
            .Concat(all.SelectMany(entry => entry.Teams).Select(team => team.Sbd).OfType<string>())
            .Concat(all.SelectMany(entry => EntryLife.Withdrawn(entry.Facts)))
            .ToHashSet();
        var seed = await exams.SeedAsync(contest.Id, ct);
        var numbers = SbdScheme.Give(
            [.. waiting.Select(one => new Unnumbered(one.Team.Id, PlaceOf(one.Team, edition), one.Team.Title))],
            taken,
            seed is null ? SbdOrder.Name : SbdOrder.Drawn,
            seed ?? ""
        );
        var newcomers = await NewcomersAsync(contest, edition, waiting, numbers, ct);
        var (cards, clashes) = await people.AddAsync(
            contest.Id,
            newcomers,
            async (entrants, transaction) =>
            {
                await transaction.Connection!.ExecuteAsync(
                    "update entry_teams set sbd = @Sbd, entrant_id = @Entrant where id = @Team",
                    waiting.Select(
                        (one, at) =>
                            new
                            {
                                Team = one.Team.Id,
                                newcomers[at].Sbd,
                                Entrant = entrants[at].Value,
                            }
                    ),
                    transaction
                );
                var links = waiting.Zip(entrants).SelectMany(one => one.First.Team.Members, (one, member) => (one.Second, member.Pupil));
                await Consents.LinkAsync(transaction, [.. links]);
            },
            ct
        );
        return clashes.Count > 0 ? null : (cards.Count, leftOut);
    }

    private async Task<(List<(UnitId School, Team Team)> Waiting, int LeftOut)> WaitingAsync(
        Contest contest,
        IEnumerable<SchoolEntry> all,
        CancellationToken ct
    )
    {
        var waiting = new List<(UnitId, Team)>();
        var leftOut = 0;
        foreach (var entry in all.Where(entry => entry.Stage == EntryStage.Approved && entry.Teams.Any(team => team.Sbd is null)))
        {
            var known = await desk.FindAsync(contest.Id, entry.School, ct);
            var teams = entry.Teams.Where(team => team.Sbd is null).ToLookup(team => known?.LacksConsent(team) == true);
            waiting.AddRange(teams[false].Select(team => (entry.School, team)));
            leftOut += teams[true].Count();
        }

        return (waiting, leftOut);
    }

    private async Task<List<NewPerson>> NewcomersAsync(
        Contest contest,
        Edition edition,
        IEnumerable<(UnitId School, Team Team)> waiting,
        IReadOnlyDictionary<long, string> numbers,
        CancellationToken ct
    )
    {
        var tree = await units.TreeAsync(ct);
        var day = EditionRule.DayOf(contest, edition);
        return
        [
            .. waiting.Select(one => new NewPerson(
                numbers[one.Team.Id],
                one.Team.Title,
                tree.Find(one.School)?.NameAt(day).Short ?? "",
                string.Join(", ", one.Team.Members.Select(member => member.Class).Distinct())
            )),
        ];
    }

    private static int PlaceOf(Team team, Edition edition) =>
        Math.Max(0, edition.Divisions.Index().FirstOrDefault(one => one.Item.Name == team.Division, (0, null!)).Index);
}
