using System.Globalization;
using ArenaWeb.Words;

namespace ArenaWeb.Registration;

/// <summary>One row of the list to a pupil, or to everything that is wrong with it.</summary>
internal static class RosterRow
{
    private const int MostSbd = 20;
    private const int MostName = 80;
    private const int MostClass = 20;
    private const int MostSchool = 120;
    private const int PinDigits = 6;
    private static readonly HashSet<string> Yes = ["co", "x", "1", "dongy", "yes", "y", "true"];
    private static readonly HashSet<string> No = ["", "khong", "0", "no", "n", "false"];

    public static RosterEntry? Read(int line, string[] fields, IReadOnlyDictionary<RosterColumn, int> columns, List<RosterIssue> issues)
    {
        var before = issues.Count;
        string Field(RosterColumn column) =>
            columns.TryGetValue(column, out var at) && at <= fields.Length ? Folding.Squeeze(fields[at - 1]) : "";
        void Check(RosterColumn column, Flaw flaw)
        {
            if (flaw != Flaw.None)
            {
                issues.Add(new(line, columns.GetValueOrDefault(column), flaw, Excerpt(Field(column))));
            }
        }

        var sbd = TypedText.Fold(Field(RosterColumn.Sbd));
        var pin = TypedText.Digits(Field(RosterColumn.Pin));
        var consent = Folding.Plain(Field(RosterColumn.Publish));
        Check(RosterColumn.Sbd, OfSbd(sbd));
        Check(RosterColumn.Name, OfName(Field(RosterColumn.Name)));
        Check(RosterColumn.Class, OfText(Field(RosterColumn.Class), MostClass));
        Check(RosterColumn.School, OfText(Field(RosterColumn.School), MostSchool));
        Check(RosterColumn.Pin, Field(RosterColumn.Pin).Length == 0 || pin.Length == PinDigits ? Flaw.None : Flaw.BadPin);
        Check(RosterColumn.Publish, Yes.Contains(consent) || No.Contains(consent) ? Flaw.None : Flaw.BadConsent);
        return issues.Count > before
            ? null
            : new(
                line,
                sbd,
                Field(RosterColumn.Name),
                Field(RosterColumn.Class),
                Field(RosterColumn.School),
                pin.Length > 0 ? pin : null,
                Yes.Contains(consent)
            );
    }

    private static Flaw OfSbd(string sbd) =>
        sbd.Length == 0 ? Flaw.Missing
        : sbd.Length > MostSbd ? Flaw.TooLong
        : char.IsAsciiLetterOrDigit(sbd[0]) && sbd.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or '_') ? Flaw.None
        : Flaw.BadSbd;

    /// <summary>Letters with their marks, and the signs that stand in foreign names.</summary>
    private static Flaw OfName(string name)
    {
        var flaw = OfText(name, MostName);
        return flaw == Flaw.None && !name.All(sign => char.IsLetter(sign) || IsMark(sign) || " .-'’".Contains(sign)) ? Flaw.BadSigns : flaw;
    }

    /// <summary>
    /// Free text that is safe to hand on: no control signs, no signs that turn the direction of writing, no tags, nothing that a
    /// spreadsheet would take for a formula.
    /// </summary>
    private static Flaw OfText(string text, int most) =>
        text.Length == 0 ? Flaw.Missing
        : text.Length > most ? Flaw.TooLong
        : text[0] is '=' or '+' or '-' or '@' ? Flaw.Formula
        : text.Any(sign =>
            char.IsControl(sign)
            || char.IsSurrogate(sign)
            || sign is '<' or '>'
            || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        )
            ? Flaw.BadSigns
        : Flaw.None;

    private static bool IsMark(char sign) => char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    private static string Excerpt(string text) => text.Length <= 40 ? text : text[..39] + "…";
}
