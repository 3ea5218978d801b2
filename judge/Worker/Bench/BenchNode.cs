using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Judge.Worker.Bench;

/// <summary>A real judge node with a database of its own, to be measured.</summary>
internal static class BenchNode
{
    /// <param name="problems">Folder of packages.</param>
    /// <param name="data">Folder that is made for it.</param>
    public static async Task<IHost> StartAsync(Places places, string problems, string data, CancellationToken ct)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder
            .Services.AddJudge(
                new()
                {
                    DataFolder = data,
                    ProblemsFolder = problems,
                    LanguagesFolder = places.Languages,
                    ImagesFolder = places.Images,
                    Node = "bench",
                }
            )
            .AddJudgeNode();
        var host = builder.Build();
        await host.StartAsync(ct);
        return host;
    }
}
