using ArenaWeb.Words;
using Judge.Problems;

namespace ArenaWeb.Library;

internal static class ImportWords
{
    /// <summary>A line of an import or export; the switches of the command line that it may name are of no use on a page.</summary>
    public static string Say(ImportLine line, Phrases words) => line.Text(words.Language.Code).Replace(" (--replace)", "").Replace(" (--name)", "");
}
