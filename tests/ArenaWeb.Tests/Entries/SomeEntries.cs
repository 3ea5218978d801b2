using ArenaWeb.Entries.Rules;
using ArenaWeb.Schools.Tree;

namespace ArenaWeb.Tests.Entries;

/// <summary>A contest for teams of one to three in two divisions, and pupils by their number.</summary>
internal static class SomeEntries
{
    public const string Juniors = "Bảng A";
    public const string Seniors = "Bảng B";

    public static readonly DateTimeOffset Closes = new(2026, 3, 9, 16, 59, 0, TimeSpan.Zero);

    public static EntryTerms Terms { get; } =
        new()
        {
            Closes = Closes,
            MostMembers = 3,
            MostTeams = 4,
        };

    public static EntryRound Round(EntryTerms? terms = null) =>
        new(
            terms ?? Terms,
            [new(Juniors, 6, 7), new(Seniors, 8, 9)],
            SchoolLevels.Primary | SchoolLevels.LowerSecondary,
            Closes.AddMinutes(-1)
        )
        {
            Pupils = Enumerable.Range(1, 40).Select(number => (long)number).ToHashSet(),
        };

    public static Member Pupil(long number, int grade = 6) => new(number, $"Em {number}", $"{grade}A1", grade);

    /// <summary>A team whose first pupil is its captain.</summary>
    public static Team Team(string name, params Member[] members) =>
        new()
        {
            Division = Juniors,
            Name = name,
            Members = members,
            Captain = members.Length > 0 ? members[0].Pupil : 0,
        };

    /// <summary>That many teams of one pupil each.</summary>
    public static List<Team> Teams(int count) => [.. Enumerable.Range(1, count).Select(number => Team($"Đội {number}", Pupil(number)))];
}
