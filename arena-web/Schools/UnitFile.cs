using ArenaWeb.Rosters.Sheets;
using ArenaWeb.Schools.Import;

namespace ArenaWeb.Schools;

/// <summary>A file that somebody chose to its rows.</summary>
internal static class UnitFile
{
    public const int MostBytes = SheetLimits.MostBytes;

    /// <returns>The rows, or what is wrong with the file as a whole.</returns>
    public static (IReadOnlyList<SheetRow> Rows, ListIssue? Refusal) Read(byte[] file)
    {
        var (table, refusal) = SheetReader.Read(file, new());
        return table is null ? ([], new(refusal!.Line, refusal.Column, $"roster.flaw.{refusal.Flaw}", refusal.Detail)) : (table.Rows, null);
    }
}
