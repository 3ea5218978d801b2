namespace ArenaWeb.Library;

/// <summary>Wires the organiser's library of problems.</summary>
internal static class LibrarySetup
{
    public static IServiceCollection AddLibrary(this IServiceCollection services) =>
        services.AddSingleton<Packages>().AddSingleton<Uploads>().AddHostedService<UploadSweep>();
}
