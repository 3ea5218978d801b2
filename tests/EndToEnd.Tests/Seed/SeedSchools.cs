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
        return schools;

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
