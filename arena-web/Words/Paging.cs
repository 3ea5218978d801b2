namespace ArenaWeb.Words;

/// <summary>One page of a list.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
internal readonly record struct Paging(int Page, int Pages, int Size)
{
    public int Skip => (Page - 1) * Size;

    /// <param name="page">As asked for; beyond the ends it is the nearest there is.</param>
    public static Paging Of(int count, int size, int page)
    {
        var pages = Math.Max(1, (count + size - 1) / size);
        return new(Math.Clamp(page, 1, pages), pages, size);
    }

    public IReadOnlyList<T> Of<T>(IEnumerable<T> all) => [.. all.Skip(Skip).Take(Size)];
}
