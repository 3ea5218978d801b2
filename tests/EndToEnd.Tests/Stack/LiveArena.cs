using EndToEnd.Tests.Seed;

namespace EndToEnd.Tests.Stack;

/// <summary>An arena of a test class's own with one contest, so that its streams can be counted.</summary>
public sealed class LiveArena : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-live-").FullName;
    private int _pupils;

    internal Entry Entry { get; private set; } = null!;

    public ArenaProcess Process { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using (var seeder = await Seeder.OpenAsync(_folder))
        {
            Entry = await SeedContests.AddPracticeAsync(seeder, 12, TimeProvider.System.GetUtcNow());
        }
        Process = new ArenaProcess(_folder);
        await Process.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A pupil whom no other test has.</summary>
    internal ArenaWeb.Accounts.Card NextCard() => Entry.Cards[Interlocked.Increment(ref _pupils) - 1];

    /// <summary>Returns when so many browsers listen.</summary>
    public Task ExpectStreamsAsync(int count) =>
        Process.WaitForAsync(TestContext.Current.CancellationToken, FormattableString.Invariant($"contest_live_streams {count}"));
}
