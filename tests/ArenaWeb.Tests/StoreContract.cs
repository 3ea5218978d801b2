using ArenaWeb.Accounts;
using Judge;
using Judge.Settings;
using Judge.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace ArenaWeb.Tests;

/// <summary>Stores of an arena over an empty database of either kind.</summary>
/// <param name="place">How to connect to the database; "" is SQLite.</param>
public abstract class StoreContract(Func<Task<string>> place) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-store-").FullName;
    private ServiceProvider _services = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = TestClock.New();

    protected IServiceProvider Services => _services;

    public async ValueTask InitializeAsync()
    {
        var options = new JudgeOptions
        {
            Database = await place(),
            DataFolder = _folder,
            ProblemsFolder = _folder,
            LanguagesFolder = Path.Combine(Repository.Root, "sandbox-images"),
            ImagesFolder = _folder,
        };
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddJudge(options).AddAccounts(_folder);
        Add(services);
        _services = services.BuildServiceProvider();
        await _services.PrepareJudgeAsync(Ct);
        await new ArenaTables(Get<Database>()).StartAsync(Ct);
        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Registers what is tested, beside judge and accounts.</summary>
    protected virtual void Add(IServiceCollection services) { }

    /// <summary>Stores what each test begins with.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}
