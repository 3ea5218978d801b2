using ArenaWeb.Accounts;
using ArenaWeb.Entries;
using ArenaWeb.Entries.Rules;
using ArenaWeb.Entries.Seating;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Judge.Contests;

namespace EndToEnd.Tests.Seed;

/// <summary>Two schools in a contest to come: one whose leader approved, with numbers and seats, and one that goes on.</summary>
/// <param name="Preparing">Number of the school that is not ready yet.</param>
/// <param name="Approved">Number of the school that is.</param>
/// <param name="Room">Number of a room with pupils.</param>
internal sealed record SeedEntries(long Preparing, long Approved, long Room)
{
    private const string Juniors = "Bảng A";
    private const string Seniors = "Bảng B";

    public static async Task<SeedEntries> PlayAsync(Seeder seeder, Entry entry)
    {
        var contest = entry.Contest;
        var year = SchoolYear.On(VietnamTime.DayOf(contest.Start));
        await seeder.DoAsync<EditionStore>(store =>
            store.SaveAsync(
                new()
                {
                    Contest = contest.Id,
                    Series = "Hội thi Tin học trẻ",
                    SchoolYear = year,
                    Round = "Vòng chung khảo",
                    Divisions = [new(Juniors, 6, 7), new(Seniors, 8, 9)],
                },
                CancellationToken.None
            )
        );
        await seeder.DoAsync<EntryTermsStore>(store =>
            store.SaveAsync(
                contest.Id,
                new()
                {
                    Closes = contest.Start.AddHours(-12),
                    MostMembers = 3,
                    MostTeams = 4,
                },
                CancellationToken.None
            )
        );
        var approved = await SchoolAsync(seeder, "THCS Lê Lợi", year.Begins);
        var preparing = await SchoolAsync(seeder, "THCS Bàn Cờ", year.Begins);
        await TeamsAsync(seeder, contest, approved, 4);
        await TeamsAsync(seeder, contest, preparing, 3);
        foreach (var act in new[] { EntryAct.Ask, EntryAct.Approve })
        {
            await ActAsync(seeder, contest, approved.School, act, "");
        }
        await ActAsync(seeder, contest, preparing.School, EntryAct.Ask, "");
        await ActAsync(seeder, contest, preparing.School, EntryAct.GiveBack, "Đội Sao Băng còn thiếu một em lớp 9.");
        await seeder.DoAsync<Admission>(admission => admission.AdmitAsync(contest, CancellationToken.None));
        await seeder.DoAsync<StaffAccounts>(staff =>
            staff.AddAsync(
                SeedContests.School,
                "Cô Thu",
                [
                    (StaffRole.Coordinator, new Scope(null, preparing.School.Value)),
                    (StaffRole.Leader, new Scope(null, preparing.School.Value)),
                    (StaffRole.Coordinator, new Scope(null, approved.School.Value)),
                    (StaffRole.Invigilator, new Scope(contest.Id, null, "Phòng máy 1")),
                ],
                SeedContests.Password,
                "seed",
                CancellationToken.None
            )
        );
        return new(preparing.School.Value, approved.School.Value, await SeatAsync(seeder, contest));
    }

    private static async Task<(UnitId School, IReadOnlyList<Pupil> Pupils)> SchoolAsync(Seeder seeder, string name, int year)
    {
        UnitId school = default;
        await seeder.DoAsync<OrgUnits>(async units =>
        {
            var tree = await units.TreeAsync(CancellationToken.None);
            school = tree.NextId;
            var added = new OrgUnit
            {
                Id = school,
                Kind = UnitKind.School,
                Levels = SchoolLevels.LowerSecondary,
                Names = [new(DateOnly.MinValue, new($"Trường {name}", name))],
            };
            Assert.True(await units.SaveAsync(tree, [added], CancellationToken.None));
        });
        IReadOnlyList<Pupil> pupils = [];
        await seeder.DoAsync<Pupils>(async lists =>
        {
            var all = SeedPeople
                .Pupils(32)
                .Select((one, at) => new Pupil(0, one.Name, $"{6 + (at / 8)}A{1 + (at % 3)}", 6 + (at / 8), null, null));
            Assert.True(await lists.ApplyAsync(school, year, 0, new([.. all], [], 0, [], 0), CancellationToken.None));
            pupils = (await lists.ListAsync(school, year, CancellationToken.None)).Pupils;
        });
        return (school, pupils);
    }

    private static Task TeamsAsync(Seeder seeder, Contest contest, (UnitId School, IReadOnlyList<Pupil> Pupils) of, int count)
    {
        string[] names = ["Sao Mai", "Sao Băng", "Ánh Dương", "Mũi Tên"];
        var teams = names
            .Take(count)
            .Select(
                (name, at) =>
                {
                    var members = of
                        .Pupils.Skip(8 * at)
                        .Take(1 + (at % 3))
                        .Select(one => new Member(one.Id, one.Name, one.Class, one.Grade))
                        .ToList();
                    return new Team
                    {
                        Division = at < 2 ? Juniors : Seniors,
                        Name = name,
                        Coach = "Thầy Nguyễn Quốc Bảo",
                        Members = members,
                        Captain = members[0].Pupil,
                    };
                }
            );
        return seeder.DoAsync<EntryStore>(async store =>
            Assert.True(
                await store.SaveAsync(
                    await store.FindAsync(contest.Id, of.School, CancellationToken.None),
                    [.. teams],
                    CancellationToken.None
                )
            )
        );
    }

    private static Task ActAsync(Seeder seeder, Contest contest, UnitId school, EntryAct act, string word) =>
        seeder.DoAsync<EntryStore>(async store =>
            Assert.True(
                await store.AddAsync(
                    await store.FindAsync(contest.Id, school, CancellationToken.None),
                    new(act, default, SeedContests.School, word),
                    CancellationToken.None
                )
            )
        );

    private static async Task<long> SeatAsync(Seeder seeder, Contest contest)
    {
        var first = 0L;
        await seeder.DoAsync<ExamStore>(async exams =>
        {
            await exams.SaveRoomsAsync(contest.Id, [new(0, "Phòng máy 1", 6), new(0, "Phòng máy 2", 6)], CancellationToken.None);
            await exams.SaveShiftsAsync(
                contest.Id,
                [
                    new(0, "Ca 1", contest.Start, TimeSpan.FromMinutes(60), []),
                    new(0, "Ca 2", contest.Start.AddMinutes(75), TimeSpan.FromMinutes(60), []),
                ],
                CancellationToken.None
            );
            first = (await exams.RoomsAsync(contest.Id, CancellationToken.None))[0].Id;
        });
        Exam? exam = null;
        await seeder.DoAsync<ExamDesk>(async desk => exam = await desk.FindAsync(contest.Id, CancellationToken.None));
        var plan = SeatingPlan.Of(exam!.Seaters, exam.Shifts, exam.Rooms, exam.Seats);
        await seeder.DoAsync<ExamStore>(exams => exams.PlaceAsync(contest.Id, plan, CancellationToken.None));
        return first;
    }
}
