using System.Diagnostics;
using System.Globalization;
using Judge.Cluster;
using Judge.Drafts;
using Judge.Lite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Judge.Tests.Drafts;

// Two classes, so that one waits for its program to start while the other reads.
public sealed class DraftKillTests() : DraftKills(seed: 1);

public sealed class MoreDraftKillTests() : DraftKills(seed: 2);

/// <summary>A program that saves drafts is killed with -9 again and again; what it has acknowledged is there each time.</summary>
public abstract class DraftKills(int seed) : IDisposable
{
    private const int Kills = 150;

    private readonly string _folder = Directory.CreateTempSubdirectory("contest-drafts-").FullName;

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Killed_while_drafts_are_saved_nothing_acknowledged_is_missing()
    {
        var random = new Random(seed);
        var path = Path.Combine(_folder, "live.db");
        var acknowledged = new Dictionary<int, long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            await RunAndKillAsync(path, acknowledged, random.Next(1, 60));
            await using var file = new LiteFile(path, TimeProvider.System, NullLogger<LiteFile>.Instance);
            var storage = new LiteGrainStorage(file);
            foreach (var (draft, number) in acknowledged)
            {
                var state = new GrainState<Draft>(new Draft());
                await storage.ReadStateAsync("draft", GrainId.Create("draft", $"entrant-{draft}/A"), state);
                // One more may have been written whose acknowledgement was killed.
                Assert.InRange(state.State!.Newest?.At ?? 0, number, number + 8);
            }

            Assert.Empty(MovedAside.Beside(path));
        }
    }

    /// <param name="after">So many acknowledgements are waited for.</param>
    private static async Task RunAndKillAsync(string path, Dictionary<int, long> acknowledged, int after)
    {
        var first = acknowledged.Values.DefaultIfEmpty(0).Max() + 1;
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "DraftWriter"), [path, $"{first}"])
        {
            RedirectStandardOutput = true,
        };
        using var writer = Process.Start(start)!;
        for (var i = 0; i < after && await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line; i++)
        {
            Note(line);
        }

        writer.Kill();
        await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
        // What is still in the pipe was acknowledged as well; a last line may be cut off.
        var rest = (await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n');
        foreach (var line in rest[..^1])
        {
            Note(line);
        }

        void Note(string line)
        {
            var numbers = line.Split(' ');
            acknowledged[int.Parse(numbers[0], CultureInfo.InvariantCulture)] = long.Parse(numbers[1], CultureInfo.InvariantCulture);
        }
    }
}
