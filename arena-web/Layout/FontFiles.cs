namespace ArenaWeb.Layout;

/// <summary>
/// The addresses of the fonts that every page needs at once, for preloading: their names carry a hash that only the client build knows.
/// </summary>
internal sealed class FontFiles(IWebHostEnvironment site)
{
    private static readonly string[] Needed =
    [
        "be-vietnam-pro-latin-400",
        "be-vietnam-pro-vietnamese-400",
        "be-vietnam-pro-latin-700",
        "be-vietnam-pro-vietnamese-700",
    ];

    public IReadOnlyList<string> Addresses { get; } =
    [
        .. site
            .WebRootFileProvider.GetDirectoryContents("assets/fonts")
            .Where(file =>
                Needed.Any(name => file.Name.StartsWith(name, StringComparison.Ordinal))
                && file.Name.EndsWith(".woff2", StringComparison.Ordinal)
            )
            .Select(file => $"assets/fonts/{file.Name}"),
    ];
}
