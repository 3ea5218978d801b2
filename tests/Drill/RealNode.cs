using Judge.Worker.Trial;

namespace Drill;

/// <summary>A node that judges in real boxes, as it is started at a school.</summary>
internal sealed class RealNode : IAsyncDisposable
{
    private readonly OwnedProcess _process;

    private RealNode(OwnedProcess process) => _process = process;

    /// <param name="images">Folder of the boxes' images.</param>
    public static async Task<RealNode> StartAsync(string name, Stage stage, string images, int slots) =>
        new(
            await OwnedProcess.StartAsync(
                [
                    "dotnet",
                    Built.Program("Judge.Worker"),
                    "work",
                    "--arena",
                    string.Join(',', stage.Gateways.Select(port => $"127.0.0.1:{port}")),
                    "--node",
                    name,
                    "--data",
                    Path.Combine(stage.Folder, name),
                    "--slots",
                    $"{slots}",
                    "--images",
                    images,
                ],
                "KILL",
                new Dictionary<string, string> { ["Contest__Home"] = stage.Site.Sources },
                _ => { }
            )
        );

    public Task KillAsync() => _process.EndAsync("KILL");

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
