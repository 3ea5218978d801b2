using ArenaWeb.Accounts;
using ArenaWeb.Words;

namespace ArenaWeb.Registration;

/// <summary>One page of a contest's pupils.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Found">Pupils that fit what was searched for, on all pages.</param>
internal sealed record PupilList(IReadOnlyList<Person> Pupils, int Page, int Pages, int Found)
{
    private const int PageSize = 100;

    /// <param name="search">Part of a number, name, class or school, with or without marks.</param>
    public static PupilList Of(IEnumerable<Person> people, string? search, bool bySbd, int page)
    {
        var wanted = Folding.Plain(search ?? "");
        var found = people.Where(person =>
            Folding.Plain($"{person.Sbd}|{person.Name}|{person.Class}|{person.School}").Contains(wanted, StringComparison.Ordinal)
        );
        var ordered = bySbd
            ? found.OrderBy(person => person.Sbd, StringComparer.Ordinal).ToList()
            : found.OrderBy(person => person.Name, NameOrder.Instance).ThenBy(person => person.Sbd, StringComparer.Ordinal).ToList();
        var paging = Paging.Of(ordered.Count, PageSize, page);
        return new(paging.Of(ordered), paging.Page, paging.Pages, ordered.Count);
    }
}
