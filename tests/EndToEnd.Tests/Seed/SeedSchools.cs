using ArenaWeb.Privacy;
using ArenaWeb.Privacy.Rules;
using ArenaWeb.Rosters;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;

namespace EndToEnd.Tests.Seed;

/// <summary>Two schools of one ward.</summary>
/// <param name="Known">Its pupils of this school year are listed.</param>
/// <param name="New">Nobody has listed its pupils yet.</param>
internal sealed record SeedSchools(UnitId Known, UnitId New)
{
    public static async Task<SeedSchools> PlayAsync(Seeder seeder, DateTimeOffset now)
    {
        var schools = new SeedSchools(await AddAsync("Hoa Phượng"), await AddAsync("Gò Sao"));
        await seeder.AddPupilsAsync(
            schools.Known,
            SchoolYear.On(VietnamTime.DayOf(now)),
            [.. SeedPeople.Pupils(32).Select(pupil => new Pupil(0, pupil.Name, pupil.Class, pupil.Class[0] - '0', null, null))]
        );
        await seeder.HearFamiliesAsync(
            now.AddDays(-8),
            async (consents, requests, pupils) =>
            {
                var listed = (await pupils.ListAsync(schools.Known, SchoolYear.On(VietnamTime.DayOf(now)).Begins, default)).Pupils;
                long[] Some(int step) => [.. listed.Where((_, at) => at % step != 0).Select(pupil => pupil.Id)];
                ConsentGiver[] both = [ConsentGiver.Representative, ConsentGiver.Child];
                await consents.RecordAsync(Some(6), Paper(ConsentKind.TakePart, both), default);
                await consents.RecordAsync(Some(3), Paper(ConsentKind.Publish, both[..1]), default);
                await consents.RecordAsync(Some(2), Paper(ConsentKind.Publish, both[1..]), default);
                await consents.RecordAsync([listed[5].Id], Paper(ConsentKind.Publish, both) with { IsGiven = false }, default);
                await AskAsync(RequestKind.Access, null, "Phụ huynh lớp 8A3 xin xem dữ liệu của con", 8);
                await AskAsync(RequestKind.Withdrawal, listed[5].Id, "", 1);
                await AskAsync(RequestKind.Correction, null, "Phụ huynh lớp 9A1 xin sửa lớp của em", 20);
                await requests.CloseAsync(schools.Known.Value, 3, SeedContests.Organiser, default);

                Task AskAsync(RequestKind kind, long? pupil, string note, int days) =>
                    requests.AddAsync(schools.Known.Value, kind, [pupil], note, now.AddDays(-days), SeedContests.Organiser, default);
            }
        );
        return schools;

        static ConsentWord Paper(ConsentKind kind, ConsentGiver[] givers) =>
            new(kind, givers, IsGiven: true, ConsentWay.Paper, "Tủ số 2, bìa của lớp", SeedContests.Organiser);

        Task<UnitId> AddAsync(string name) =>
            seeder.AddUnitAsync(tree =>
            {
                var ward = tree.Named("phường Bàn Cờ").Single();
                return new OrgUnit
                {
                    Id = tree.NextId,
                    Kind = UnitKind.School,
                    Levels = SchoolLevels.LowerSecondary,
                    Names = [new(DateOnly.MinValue, new($"Trường THCS {name}", $"THCS {name}"))],
                    Parents = [new(ward.Valid.First, ward.Id)],
                };
            });
    }
}
