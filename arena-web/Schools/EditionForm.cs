using System.Globalization;
using ArenaWeb.Schools.Editions;
using ArenaWeb.Schools.Tree;
using ArenaWeb.Words;
using Judge.Contests;

namespace ArenaWeb.Schools;

/// <summary>An edition as typed, so that a mistake costs nobody what was typed beside it.</summary>
public sealed class EditionForm
{
    private const int Spare = 3;

    public string? Series { get; set; }

    public string? Number { get; set; }

    public string? Year { get; set; }

    public string? Round { get; set; }

    /// <summary>Number of the contest that follows; empty: none.</summary>
    public string? Next { get; set; }

    /// <summary>With commas between.</summary>
    public string? Tags { get; set; }

    public List<DivisionLine> Divisions { get; set; } = [];

    /// <summary>One row of the table; without a name and grades it is passed over.</summary>
    public sealed class DivisionLine
    {
        public string? Name { get; set; }

        public string? First { get; set; }

        public string? Last { get; set; }

        public List<string> Levels { get; set; } = [];

        internal bool IsEmpty => string.IsNullOrWhiteSpace(Name + First + Last);

        internal Division ToDivision() =>
            new(
                Folding.Squeeze(Name ?? ""),
                NumberInput.Whole(First) ?? 0,
                NumberInput.Whole(string.IsNullOrWhiteSpace(Last) ? First : Last) ?? 0,
                UnitWords.Levels.Where(level => Levels.Contains(level.Name)).Aggregate(SchoolLevels.None, (sum, one) => sum | one.Level)
            );
    }

    internal static EditionForm Of(Edition edition) =>
        new()
        {
            Series = edition.Series,
            Number = edition.Number?.ToString(CultureInfo.InvariantCulture),
            Year = edition.SchoolYear?.ToString(),
            Round = edition.Round,
            Next = edition.Next?.Value.ToString(CultureInfo.InvariantCulture),
            Tags = string.Join(", ", edition.Tags),
            Divisions = [.. edition.Divisions.Select(Line)],
        };

    /// <summary>Some empty rows at the end.</summary>
    internal void Offer() =>
        Divisions = [.. Divisions.Where(line => !line.IsEmpty), .. Enumerable.Range(0, Spare).Select(_ => new DivisionLine())];

    /// <returns>What was typed, and what in it cannot be read.</returns>
    internal (Edition Edition, IReadOnlyList<EditionFlaw> Flaws) Read(ContestId contest)
    {
        var edition = new Edition
        {
            Contest = contest,
            Series = Folding.Squeeze(Series ?? ""),
            Number = NumberInput.Whole(Number),
            SchoolYear = SchoolYear.Read(Year),
            Round = Folding.Squeeze(Round ?? ""),
            Next = NumberInput.Whole(Next) is { } next ? new ContestId(next) : null,
            Tags = [.. (Tags ?? "").Split(',').Select(Folding.Squeeze).Where(tag => tag.Length > 0).DistinctBy(Folding.SameName)],
            Divisions = [.. Divisions.Where(line => !line.IsEmpty).Select(line => line.ToDivision())],
        };
        var flaws = new List<EditionFlaw>();
        if (edition.Number is null && !string.IsNullOrWhiteSpace(Number))
        {
            flaws.Add(EditionFlaw.Number);
        }
        if (edition.SchoolYear is null && !string.IsNullOrWhiteSpace(Year))
        {
            flaws.Add(EditionFlaw.SchoolYear);
        }

        return (edition, flaws);
    }

    private static DivisionLine Line(Division division) =>
        new()
        {
            Name = division.Name,
            First = division.FirstGrade.ToString(CultureInfo.InvariantCulture),
            Last = division.LastGrade.ToString(CultureInfo.InvariantCulture),
            Levels = [.. UnitWords.Levels.Where(level => division.Levels.HasFlag(level.Level)).Select(level => level.Name)],
        };
}
