namespace ArenaWeb.Staff;

/// <summary>Addresses of the library's pages.</summary>
internal static class LibraryPaths
{
    public const string Home = "/btc/kho-bai";
    public const string Import = "/btc/nhap-bai";

    /// <summary>Where a package's page tells how far it is proved.</summary>
    public static string Proof(string name) => Package(name) + "#kiem-tra";

    public static string Package(string name) => $"{Home}/{name}";
}
