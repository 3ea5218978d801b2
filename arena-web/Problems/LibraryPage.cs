using ArenaWeb.Words;
using Judge.Problems.Package;

namespace ArenaWeb.Problems;

/// <summary>One page of the library's packages that fit a search, by name; a school has hundreds of them.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Count">Packages that fit, on all pages.</param>
internal sealed record LibraryPage(IReadOnlyList<string> Names, int Page, int Pages, int Count)
{
    /// <summary>More words than any title has are not looked for.</summary>
    private const int MostWords = 20;

    /// <param name="search">Words of a title or a name, each or in part, with or without marks; empty: all.</param>
    /// <param name="without">Names that are left out.</param>
    public static LibraryPage Of(ProblemLibrary library, string? search, int page, int size, IReadOnlySet<string>? without = null)
    {
        var words = (search ?? "")
            .Split((char[]?)null, MostWords + 1, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostWords)
            .Select(Folding.Plain)
            .ToList();
        var found = library
            .Names()
            .Where(name => without?.Contains(name) != true)
            .Where(name => words.Count == 0 || Fits(words, [name, .. library.Recall(name)?.Problem?.Titles.Values ?? []]))
            .ToList();
        var paging = Paging.Of(found.Count, size, page);
        return new(paging.Of(found), paging.Page, paging.Pages, found.Count);
    }

    /// <summary>Each word stands in one of the texts.</summary>
    internal static bool Fits(IEnumerable<string> words, IReadOnlyList<string> texts)
    {
        var plain = string.Join('|', texts.Select(Folding.Plain));
        return words.All(word => plain.Contains(word, StringComparison.Ordinal));
    }
}
