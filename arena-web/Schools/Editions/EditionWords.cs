using ArenaWeb.Words;

namespace ArenaWeb.Schools.Editions;

/// <summary>How pages write an edition.</summary>
internal static class EditionWords
{
    /// <summary>"Lần thứ 3 · Năm học 2017 - 2018 · Vòng sơ khảo · YouthSpark"; empty: nothing is said of it.</summary>
    public static string Line(this Edition edition, Phrases words) =>
        string.Join(
            " · ",
            new[]
            {
                edition.Number is { } number ? words["edition.number.said", number] : "",
                edition.SchoolYear is { } year ? words["edition.year.said", year.ToString()] : "",
                edition.Round,
            }
                .Concat(edition.Tags)
                .Where(part => part.Length > 0)
        );

    /// <summary>"Bảng A (lớp 3–5) · Bảng B (lớp 6–9)"; empty: there are none.</summary>
    public static string DivisionLine(this Edition edition, Phrases words) =>
        string.Join(
            " · ",
            edition.Divisions.Select(division =>
                division.FirstGrade == division.LastGrade
                    ? words["edition.division.grade", division.Name, division.FirstGrade]
                    : words["edition.division.grades", division.Name, division.FirstGrade, division.LastGrade]
            )
        );
}
