namespace ArenaWeb.Staff;

/// <summary>Addresses of the library's pages.</summary>
internal static class LibraryPaths
{
    public const string Home = "/btc/kho-bai";
    public const string Import = "/btc/nhap-bai";

    public static string Package(string name) => $"{Home}/{name}";
}
