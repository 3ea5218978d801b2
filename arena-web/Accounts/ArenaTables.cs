using System.Reflection;
using Judge.Storage;

namespace ArenaWeb.Accounts;

/// <summary>Brings the arena's own tables to the present shape before the first request.</summary>
internal sealed class ArenaTables(Database database) : IHostedService
{
    private const string Part = "arena";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var scripts = assembly
            .GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => (name, Read(assembly, name)))
            .ToList();
        return database.MigrateAsync(Part, scripts, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
