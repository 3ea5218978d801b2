using System.Globalization;
using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using Judge.Contests;

namespace ArenaWeb.Tests.Entries;

/// <summary>A contest that begins tomorrow and takes teams of one or two, at most four a school, and a school with ten pupils.</summary>
internal sealed class EntryWorld(ArenaFixture arena)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Contest Contest { get; private set; } = null!;

    public UnitId School { get; private set; }

    public IReadOnlyList<Pupil> Pupils { get; private set; } = [];

    public string Path => string.Create(CultureInfo.InvariantCulture, $"/ghi-danh/{Contest.Id.Value}/{School.Value}");

    public string OrganiserPath => string.Create(CultureInfo.InvariantCulture, $"/btc/cuoc-thi/{Contest.Id.Value}");

    public static async Task<EntryWorld> MakeAsync(ArenaFixture arena, EntryTerms? terms = null)
    {
        var world = new EntryWorld(arena);
        var now = arena.Clock.GetUtcNow();
        world.Contest = await arena.AddContestAsync(contest => contest with { Start = now.AddDays(1), End = now.AddDays(1).AddHours(3) });
        await arena
            .Get<EditionStore>()
            .SaveAsync(new() { Contest = world.Contest.Id, Divisions = [new("Bảng A", 6, 7), new("Bảng B", 8, 9)] }, Ct);
        await arena
            .Get<EntryTermsStore>()
            .SaveAsync(
                world.Contest.Id,
                terms
                    ?? new()
                    {
                        Closes = now.AddHours(8),
                        MostMembers = 2,
                        MostTeams = 4,
                    },
                Ct
            );
        world.School = await world.AddSchoolAsync("THCS Bàn Cờ");
        world.Pupils = await world.RosterAsync(world.School);
        return world;
    }

    public async Task<UnitId> AddSchoolAsync(string name)
    {
        var units = arena.Get<OrgUnits>();
        var tree = await units.TreeAsync(Ct);
        var school = new OrgUnit
        {
            Id = tree.NextId,
            Kind = UnitKind.School,
            Levels = SchoolLevels.LowerSecondary,
            Names = [new(DateOnly.MinValue, new($"Trường {name}", name))],
        };
        Assert.True(await units.SaveAsync(tree, [school], Ct));
        return school.Id;
    }

    /// <summary>Ten pupils, five of grade 6 and five of grade 8, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<Pupil>> RosterAsync(UnitId school)
    {
        var year = SchoolYear.On(ArenaWeb.Words.VietnamTime.DayOf(Contest.Start)).Begins;
        var pupils = arena.Get<Pupils>();
        var added = Enumerable
            .Range(1, 10)
            .Select(number => new Pupil(
                0,
                $"Nguyễn Văn {(char)('A' + number)}n",
                number <= 5 ? "6A1" : "8A1",
                number <= 5 ? 6 : 8,
                null,
                null
            ))
            .ToList();
        Assert.True(await pupils.ApplyAsync(school, year, 0, new PupilPlan(added, [], 0, [], 0), Ct));
        return [.. (await pupils.ListAsync(school, year, Ct)).Pupils.OrderBy(pupil => pupil.Id)];
    }

    public Task<Browser> StaffAsync(StaffRole role, UnitId? school = null) =>
        arena.StaffAsync(new Scope(null, (school ?? School).Value), role);

    public Task<SchoolEntry> EntryAsync() => arena.Get<EntryStore>().FindAsync(Contest.Id, School, Ct);

    /// <summary>A team of one or two, as the form sends it.</summary>
    public static Dictionary<string, string> TeamOf(string name, Pupil pupil, string division = "Bảng A") =>
        new()
        {
            ["Form.Division"] = division,
            ["Form.Name"] = name,
            ["Form.Picks"] = pupil.Id.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>Four teams that the leader approved, with numbers, in a room of two shifts.</summary>
    public async Task SeatAsync()
    {
        var entries = arena.Get<EntryStore>();
        var teams = Pupils
            .Take(4)
            .Select(
                (pupil, at) =>
                    new Team
                    {
                        Division = "Bảng A",
                        Name = $"Đội {at + 1}",
                        Members = [new(pupil.Id, pupil.Name, pupil.Class, pupil.Grade)],
                        Captain = pupil.Id,
                    }
            );
        var entry = await EntryAsync();
        Assert.True(await entries.SaveAsync(entry, [.. teams], Ct));
        Assert.True(await entries.AddAsync(entry with { Version = 1 }, new(EntryAct.Ask, default, "binh"), Ct));
        Assert.True(await entries.AddAsync(entry with { Version = 2 }, new(EntryAct.Approve, default, "lan"), Ct));
        Assert.Equal((4, 0), await arena.Get<Admission>().AdmitAsync(Contest, Ct));
        var exams = arena.Get<ExamStore>();
        await exams.SaveRoomsAsync(Contest.Id, [new(0, "Phòng 1", 2), new(0, "Phòng 2", 2)], Ct);
        await exams.SaveShiftsAsync(Contest.Id, [new(0, "Ca 1", Contest.Start, TimeSpan.FromHours(1), [])], Ct);
        var exam = (await arena.Get<ExamDesk>().FindAsync(Contest.Id, Ct))!;
        await exams.PlaceAsync(Contest.Id, SeatingPlan.Of(exam.Seaters, exam.Shifts, exam.Rooms, exam.Seats), Ct);
    }
}
