using System.Net;
using Judge.Settings;

namespace ArenaWeb.Hosting;

/// <summary>A setting that cannot be used; the message names it and the cure.</summary>
internal sealed class WrongSettingException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Reads <see cref="ArenaOptions"/>, makes its folders absolute and checks them.</summary>
internal static class ArenaSettings
{
    private const int LeastTokenLength = 16;
    private const int MostSiteNameLength = 60;

    /// <exception cref="WrongSettingException">A setting is wrong.</exception>
    public static ArenaOptions Read(IConfiguration configuration)
    {
        var options = Located(Bound(configuration));
        Check(options);
        return options;
    }

    private static ArenaOptions Bound(IConfiguration configuration)
    {
        try
        {
            return configuration
                    .GetSection(ArenaOptions.Section)
                    .Get<ArenaOptions>(static binder => binder.ErrorOnUnknownConfiguration = true)
                ?? new();
        }
        catch (InvalidOperationException e)
        {
            throw new WrongSettingException($"A setting under {ArenaOptions.Section} is unknown or no value of its kind: {e.Message}", e);
        }
    }

    private static ArenaOptions Located(ArenaOptions options)
    {
        var home = options.Home.Length > 0 ? Path.GetFullPath(options.Home) : FolderOfSources(AppContext.BaseDirectory);
        var images =
            options.ImagesFolder.Length > 0 ? options.ImagesFolder
            : Environment.GetEnvironmentVariable("CONTEST_IMAGES") is { Length: > 0 } shared ? shared
            : ".artifacts/images";
        return options with
        {
            Home = home,
            DataFolder = Path.GetFullPath(options.DataFolder, home),
            ProblemsFolder = Path.GetFullPath(options.ProblemsFolder, home),
            LanguagesFolder = Path.GetFullPath(options.LanguagesFolder, home),
            ImagesFolder = Path.GetFullPath(images, home),
            Cluster = options.Cluster with
            {
                Certificate = FullOrEmpty(options.Cluster.Certificate, home),
                Authority = FullOrEmpty(options.Cluster.Authority, home),
            },
        };
    }

    private static string FullOrEmpty(string path, string home) => path.Length > 0 ? Path.GetFullPath(path, home) : "";

    private static string FolderOfSources(string? folder) =>
        folder is null ? Environment.CurrentDirectory
        : Directory.Exists(Path.Combine(folder, "sandbox-images")) ? folder
        : FolderOfSources(Path.GetDirectoryName(folder));

    private static void Check(ArenaOptions options)
    {
        if ((options.Judge.Flaw() ?? options.Privacy.Flaw()) is { } flaw)
        {
            throw new WrongSettingException(flaw);
        }

        Need(options.SiteName.Trim().Length is > 0 and <= MostSiteNameLength, $"Contest__SiteName: 1 to {MostSiteNameLength} characters.");
        Need(
            options.MetricsToken.Length is 0 or >= LeastTokenLength,
            $"Contest__MetricsToken: at least {LeastTokenLength} characters, or empty for this machine only."
        );
        Need(
            options.TracesTo.Length == 0 || JudgingTraces.IsCollector(options.TracesTo),
            "Contest__TracesTo: an address like http://host:4317, or empty."
        );
        Need(
            Proxies(options).All(static proxy => IPAddress.TryParse(proxy, out _)),
            "Contest__TrustedProxies: IP addresses parted by commas."
        );
        NeedWritable(options.DataFolder);
    }

    /// <summary>Addresses in <see cref="ArenaOptions.TrustedProxies"/>, not yet parsed.</summary>
    public static IEnumerable<string> Proxies(ArenaOptions options) =>
        options.TrustedProxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void Need(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new WrongSettingException(otherwise);
        }
    }

    /// <summary>Makes the data folder, closed to other users of the machine, and tries to write in it.</summary>
    private static void NeedWritable(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            using var _ = File.Create(Path.Combine(folder, ".writable"), 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"Contest__DataFolder: {folder} cannot be written: {e.Message}", e);
        }
    }
}
