using System.Collections.Concurrent;
using Dapper;
using Judge.Board;
using Judge.Storage;
using Judge.Tests.Board;
using Judge.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans.Metadata;
using Orleans.TestingHost;

[assembly: AssemblyFixture(typeof(LiveCluster))]

namespace Judge.Tests.Board;

/// <summary>
/// Two processes, which are silos in this one, started when first needed. Tests that use them stand in one collection: a board that wakes
/// reads the facts of the test that runs.
/// </summary>
public sealed class LiveCluster : IAsyncLifetime
{
    public const string Collection = "Live";

    private static int _contests;

    private readonly Lazy<Task<InProcessTestCluster>> _cluster;
    private readonly Activator _activator = new();
    private readonly List<Boards> _opened = [];
    private int _questions;

    public LiveCluster() => _cluster = new(StartAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_cluster.IsValueCreated)
        {
            await (await _cluster.Value).DisposeAsync();
        }
    }

    /// <summary>Gives new contests numbers that no other test has, since boards of all tests live in one cluster.</summary>
    internal static Task NumberAsync(Stores stores, CancellationToken ct)
    {
        var from = Interlocked.Add(ref _contests, 1000);
        var sql =
            stores.Database is SqliteDatabase
                ? $"INSERT INTO sqlite_sequence (name, seq) VALUES ('contests', {from})"
                : $"ALTER TABLE contests ALTER COLUMN id RESTART WITH {from}";
        return stores.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), ct);
    }

    /// <summary>Boards that wake from now on read these facts.</summary>
    internal void Reads(Stores stores, TimeProvider clock) => (_activator.Stores, _activator.Clock) = (stores, clock);

    /// <summary>Boards as one of two processes follows them.</summary>
    internal async Task<Boards> OpenAsync(int process)
    {
        var boards = new Boards(await GrainsAsync(process), TimeProvider.System, NullLogger<Boards>.Instance);
        _opened.Add(boards);
        return boards;
    }

    /// <summary>How often boards were asked so far.</summary>
    internal int Questions => Volatile.Read(ref _questions);

    internal async Task<IGrainFactory> GrainsAsync(int process) =>
        (await SilosAsync())[process].ServiceProvider.GetRequiredService<IGrainFactory>();

    /// <summary>The process in which a grain is awake.</summary>
    internal async Task<int> ProcessOfAsync(Func<IGrainFactory, IAddressable> grain)
    {
        var cluster = await _cluster.Value;
        Assert.True(cluster.TryGetGrainContext(grain(cluster.Client).GetGrainId(), out var context));
        return (await SilosAsync()).FindIndex(silo => silo.SiloAddress.Equals(context!.Address.SiloAddress));
    }

    /// <summary>Ends a process without a word, as a power cut does, and starts another in its place.</summary>
    internal async Task KillAsync(int process)
    {
        var cluster = await _cluster.Value;
        var silo = (await SilosAsync())[process];
        await cluster.KillSiloAsync(silo);
        _activator.Forget(silo.SiloAddress);
        await cluster.StartAdditionalSiloAsync();
    }

    /// <summary>Nobody looks on any more, and all boards sleep.</summary>
    internal async Task SleepAsync()
    {
        await Task.WhenAll(_opened.Select(boards => boards.StopAsync(CancellationToken.None)));
        _opened.Clear();
        foreach (var board in _activator.Awake)
        {
            board.Deactivate(new DeactivationReason(DeactivationReasonCode.ApplicationRequested, "The test wants it."));
            await board.Deactivated;
        }
    }

    private async Task<List<InProcessSiloHandle>> SilosAsync() => [.. (await _cluster.Value).Silos];

    private async Task<InProcessTestCluster> StartAsync()
    {
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo(
            (_, silo) =>
            {
                silo.Services.AddSingleton<IConfigureGrainTypeComponents>(_activator);
                silo.AddIncomingGrainCallFilter(call =>
                {
                    Interlocked.Add(ref _questions, call.Grain is BoardGrain ? 1 : 0);
                    return call.Invoke();
                });
            }
        );
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    /// <summary>Makes boards over the facts of the test that runs.</summary>
    private sealed class Activator : IConfigureGrainTypeComponents, IGrainActivator
    {
        private readonly ConcurrentDictionary<IGrainContext, byte> _awake = new();

        public IEnumerable<IGrainContext> Awake => _awake.Keys;

        public Stores Stores { get; set; } = null!;

        public TimeProvider Clock { get; set; } = TimeProvider.System;

        public void Forget(SiloAddress dead)
        {
            foreach (var board in _awake.Keys.Where(board => dead.Equals(board.Address.SiloAddress)))
            {
                _awake.TryRemove(board, out _);
            }
        }

        public void Configure(GrainType grainType, GrainProperties properties, GrainTypeSharedContext shared)
        {
            if (grainType == GrainType.Create("board"))
            {
                shared.SetComponent<IGrainActivator>(this);
            }
        }

        public object CreateInstance(IGrainContext context)
        {
            _awake[context] = 0;
            return new BoardGrain(Stores.Contests, Stores.Acts, Stores.Judgements, Stores.Events, Clock, NullLogger<BoardGrain>.Instance);
        }

        public ValueTask DisposeInstance(IGrainContext context, object instance)
        {
            _awake.TryRemove(context, out _);
            return ValueTask.CompletedTask;
        }
    }
}
