using System.Globalization;
using System.Text.RegularExpressions;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Rosters;

/// <summary>A pupil as a list has him or her.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Class">As the school writes it, such as 7A5.</param>
/// <param name="Grade">1 to 12.</param>
/// <param name="Birth">Null: the list has none.</param>
/// <param name="Key">Of the education database; null: the list has none.</param>
internal sealed partial record PupilLine(int Line, string Name, string Class, int Grade, BirthText? Birth, string? Key)
{
    private const int MostGrade = 12;
    private const int MostKey = 20;

    /// <summary>Digits of the number of a citizen, which nobody may ask a child for.</summary>
    private const int PersonalDigits = 12;

    /// <summary>Rows to pupils, or to all that is wrong with them; then what only shows when they are compared.</summary>
    public static List<PupilLine> ReadAll(RosterList list, List<Issue> issues)
    {
        List<PupilLine> lines = [.. list.Rows.Select(row => Read(new RosterFields(list, row, issues))).OfType<PupilLine>()];
        PupilClashes.Find(lines, list.Columns, issues);
        return lines;
    }

    private static PupilLine? Read(RosterFields fields)
    {
        var (name, label) = (fields.Name(), fields.Class());
        var birth = BirthText.Parse(fields[RosterColumn.Birth]);
        var key = TypedText.Fold(fields[RosterColumn.Key]);
        fields.Check(RosterColumn.Birth, fields[RosterColumn.Birth].Length > 0 && birth is null ? Flaw.BadBirth : Flaw.None);
        fields.Check(RosterColumn.Key, OfKey(key));
        var ofClass = GradeIn(label);
        var grade = fields[RosterColumn.Grade].Length == 0 ? ofClass : GradeOf(fields);
        fields.Check(
            fields[RosterColumn.Grade].Length == 0 ? RosterColumn.Class : RosterColumn.Grade,
            grade is null && fields.IsSound ? Flaw.BadGrade : Flaw.None
        );
        if (!fields.IsSound)
        {
            return null;
        }

        fields.Check(RosterColumn.Grade, ofClass is not null && ofClass != grade ? Flaw.GradeDiffers : Flaw.None);
        return new(fields.Line, name, label, grade!.Value, birth, key.Length > 0 ? key : null);
    }

    /// <summary>"7", "7.0", "Khối 7", "Lớp 7".</summary>
    private static int? GradeOf(RosterFields fields) =>
        GradePattern().Match(Folding.Plain(fields[RosterColumn.Grade])) is { Success: true } word
            ? Whole(decimal.Parse(word.Groups[1].Value, CultureInfo.InvariantCulture))
            : Whole(fields.Number(RosterColumn.Grade));

    private static int? GradeIn(string label) =>
        ClassPattern().Match(label) is { Success: true } digits
            ? Whole(decimal.Parse(digits.Groups[1].Value, CultureInfo.InvariantCulture))
            : null;

    private static int? Whole(decimal? number) => number is >= 1 and <= MostGrade && decimal.IsInteger(number.Value) ? (int)number : null;

    private static Flaw OfKey(string key) =>
        key.Length == 0 ? Flaw.None
        : key.Length == PersonalDigits && key.All(char.IsAsciiDigit) ? Flaw.PersonalNumber
        : key.Length <= MostKey && key.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or '_') ? Flaw.None
        : Flaw.BadKey;

    [GeneratedRegex(@"^(?:khoilop|khoi|lop|k)(\d{1,2})$")]
    private static partial Regex GradePattern();

    /// <summary>A label begins with its grade: 9A1, 11CT2, "Lớp 6/3".</summary>
    [GeneratedRegex(@"^(?:l[ớo]p )?(\d{1,2})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClassPattern();
}
