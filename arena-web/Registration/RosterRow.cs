using ArenaWeb.Rosters;
using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Words;

namespace ArenaWeb.Registration;

/// <summary>One row of the list to an entrant, or to everything that is wrong with it.</summary>
internal static class RosterRow
{
    private const int MostSbd = 20;
    private const int MostSchool = 120;
    private const int PinDigits = 6;
    private static readonly HashSet<string> Yes = ["co", "x", "1", "dongy", "yes", "y", "true"];
    private static readonly HashSet<string> No = ["", "khong", "0", "no", "n", "false"];

    public static RosterEntry? Read(RosterFields fields)
    {
        var sbd = TypedText.Fold(fields[RosterColumn.Sbd]);
        var pin = TypedText.Digits(fields[RosterColumn.Pin]);
        var consent = Folding.Plain(fields[RosterColumn.Publish]);
        fields.Check(RosterColumn.Sbd, OfSbd(sbd));
        var (name, label) = (fields.Name(), fields.Class());
        fields.Check(RosterColumn.School, RosterFields.OfText(fields[RosterColumn.School], MostSchool));
        fields.Check(RosterColumn.Pin, fields[RosterColumn.Pin].Length == 0 || pin.Length == PinDigits ? Flaw.None : Flaw.BadPin);
        fields.Check(RosterColumn.Publish, Yes.Contains(consent) || No.Contains(consent) ? Flaw.None : Flaw.BadConsent);
        return fields.IsSound
            ? new(fields.Line, sbd, name, label, fields[RosterColumn.School], pin.Length > 0 ? pin : null, Yes.Contains(consent))
            : null;
    }

    private static Flaw OfSbd(string sbd) =>
        sbd.Length == 0 ? Flaw.Missing
        : sbd.Length > MostSbd ? Flaw.TooLong
        : char.IsAsciiLetterOrDigit(sbd[0]) && sbd.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or '_') ? Flaw.None
        : Flaw.BadSbd;
}
