using Judge.Board;
using Judge.Cluster;
using Judge.Contests;
using Judge.Drafts;
using Judge.Events;
using Judge.Lite;
using Judge.Nodes;
using Judge.Nodes.Store;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Programs;
using Judge.Programs.Compile;
using Judge.Programs.Script;
using Judge.Progress;
using Judge.Queue;
using Judge.Rejudge;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Judge.Storage;
using Judge.Submit;
using Judge.Verify;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Judge;

/// <summary>Wires the judge's services; the one file that knows how they are stored.</summary>
public static class JudgeSetup
{
    /// <summary>Room for the packages that a judge node apart keeps, in bytes.</summary>
    private const long PackageBytes = 4L << 30;

    /// <summary>Room for the compiled programs that a node keeps, in bytes: some thousands.</summary>
    private const long ProgramBytes = 1L << 30;

    /// <summary>Database, contests, submissions, queue, events and boards: what an arena needs.</summary>
    /// <exception cref="InvalidOperationException">A setting is wrong; the message says which and what cures it.</exception>
    /// <exception cref="PackageException">A language's folder is wrong.</exception>
    public static IServiceCollection AddJudge(this IServiceCollection services, JudgeOptions options)
    {
        if (options.Flaw() is { } flaw)
        {
            throw new InvalidOperationException(flaw);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<Database>(_ =>
            options.Database.Length > 0
                ? new PostgresDatabase(options.Database)
                : new SqliteDatabase(Path.Combine(options.DataFolder, "contest.db"))
        );
        services.AddSingleton<IBlobs>(new FileBlobs(Path.Combine(options.DataFolder, "blobs")));
        services.AddSingleton<IEvents, EventLog>();
        services.AddSingleton<IContests, ContestStore>();
        services.AddSingleton<IContestActs, ContestActStore>();
        services.AddSingleton(Languages.Load(options.LanguagesFolder));
        services.AddSingleton(all => new ProblemLibrary(
            [options.ProblemsFolder, options.LevelsFolder, options.ImportedFolder],
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<ProblemLibrary>>()
        ));
        services.AddSingleton(new Proofs(options.ProofsFolder));
        services.AddSingleton<ISubmissions>(all => new SubmissionStore(
            all.GetRequiredService<Database>(),
            all.GetRequiredService<IBlobs>(),
            LanguageNames(all),
            all.GetRequiredService<ProblemLibrary>(),
            all.GetRequiredService<IJudgeQueue>(),
            all.GetRequiredService<TimeProvider>()
        ));
        services
            .AddSingleton<IQueueFacts, QueueFacts>()
            .AddSingleton<IVerdicts, VerdictStore>()
            .AddSingleton<DispatcherQueue>()
            .AddSingleton<IJudgeQueue>(all => all.GetRequiredService<DispatcherQueue>())
            .AddSingleton<IJudgeNodes>(all => all.GetRequiredService<DispatcherQueue>());
        services
            .AddSingleton<JudgementStore>()
            .AddSingleton<IJudgements>(all => all.GetRequiredService<JudgementStore>())
            .AddSingleton<IBoardFacts>(all => all.GetRequiredService<JudgementStore>());
        services.AddSingleton<IRejudgings, RejudgingStore>();
        services.AddSingleton<IJudgingProgress, ProgressFeed>();
        services.AddSingleton<Boards>().AddSingleton<IBoards>(all => all.GetRequiredService<Boards>());
        services.AddSingleton<IPackageShelf, PackageShelf>();
        services.AddSingleton(all => new LiteFile(
            options.LiveFile,
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<LiteFile>>()
        ));
        services.AddKeyedSingleton<IGrainStorage>(DraftGrain.Store, (all, _) => LiveStorage(all));
        services.AddHostedService<Preparation>();
        services.AddSilo(options); // after the preparation: grains read the database
        services.AddHostedService(all => all.GetRequiredService<Boards>()); // after the silo: ends before it does
        return services;
    }

    /// <summary>
    /// Judges here what waits in line, in this machine's sandbox and with the arena's own packages. After <see cref="AddJudge"/>.
    /// </summary>
    public static IServiceCollection AddJudgeNode(this IServiceCollection services)
    {
        services.AddSingleton(ChecksOf);
        services.AddSingleton(provider => new ProgramTrial(RunnerOf(provider)));
        services.AddSingleton<IPackages, LibraryPackages>();
        return services.AddJudging();
    }

    /// <summary>
    /// A judge node apart: all that it needs comes from the arenas, through the cluster's client, which is to be added beside this.
    /// </summary>
    /// <exception cref="PackageException">A language's folder is wrong.</exception>
    public static IServiceCollection AddNodeApart(this IServiceCollection services, JudgeOptions options)
    {
        MakeOwnFolder(options.DataFolder);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(Languages.Load(options.LanguagesFolder));
        services.AddSingleton(all => new LiteFile(
            Path.Combine(options.DataFolder, "node.db"),
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<LiteFile>>()
        ));
        services.AddSingleton<NodeFile>();
        services.AddSingleton<IKeptOutcomes>(all => all.GetRequiredService<NodeFile>());
        services.AddSingleton<IPackages>(all => new PackageCache(
            new PackageFetcher(all.GetRequiredService<IJudgeDesk>(), options.Node, all.GetRequiredService<TimeProvider>()),
            all.GetRequiredService<NodeFile>(),
            Path.Combine(options.DataFolder, "cache", "packages"),
            PackageBytes,
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<PackageCache>>()
        ));
        return services.AddJudging();
    }

    /// <summary>What judges, wherever packages and orders come from.</summary>
    private static IServiceCollection AddJudging(this IServiceCollection services)
    {
        services.AddSingleton(all =>
        {
            var options = all.GetRequiredService<JudgeOptions>();
            return SandboxOptions.FromEnvironment(Environment.GetEnvironmentVariable) with
            {
                ImagesFolder = options.ImagesFolder,
                Slots = options.Slots,
            };
        });
        services.AddSingleton<IScriptHosts>(all => new ScriptHosts(
            Path.Combine(all.GetRequiredService<JudgeOptions>().DataFolder, "cache", "scripts")
        ));
        services.AddSingleton(all => new KeptPrograms(
            Path.Combine(all.GetRequiredService<JudgeOptions>().DataFolder, "cache", "programs"),
            all.GetRequiredService<JudgeOptions>().ImagesFolder,
            ProgramBytes,
            all.GetRequiredService<TimeProvider>(),
            all.GetRequiredService<ILogger<KeptPrograms>>()
        ));
        services.AddSingleton<ISandbox>(all =>
            Sandboxes.Late(
                all.GetRequiredService<SandboxOptions>(),
                all.GetRequiredService<TimeProvider>(),
                all.GetRequiredService<ILogger<ISandbox>>()
            )
        );
        services.AddSingleton(all =>
            ProgramEvaluators.In(
                all.GetRequiredService<ISandbox>(),
                all.GetRequiredService<Languages>(),
                all.GetRequiredService<IScriptHosts>(),
                all.GetRequiredService<KeptPrograms>()
            )
        );
        services.AddSingleton(all => AnyDesk.Of(all.GetRequiredService<IGrainFactory>()));
        services.AddSingleton(all => new Outbox(all.GetService<IKeptOutcomes>(), all.GetRequiredService<ILogger<Outbox>>()));
        services.AddSingleton<NewsTeller>().AddSingleton<SandboxWatch>().AddSingleton<OrderedJudging>();
        services.AddSingleton<JudgeNode>().AddHostedService<JudgeNodeService>();
        return services;
    }

    /// <summary>
    /// Makes the data folder (for its owner only) and brings the database to the present shape. The host does so before anything else
    /// starts; call it when there is no host. Doing it twice is harmless.
    /// </summary>
    public static async Task PrepareJudgeAsync(this IServiceProvider services, CancellationToken ct)
    {
        var options = services.GetRequiredService<JudgeOptions>();
        MakeOwnFolder(options.DataFolder);
        var database = services.GetRequiredService<Database>();
        await database.MigrateAsync("judge", Migrations.OfJudge(), ct);
        if (options.Cluster.Address.Length > 0)
        {
            await SharedFolder.CheckAsync(database, options.DataFolder, ct);
        }
    }

    /// <summary>Where a database is shared, any arena must find what grains keep; on one PC it need not wait for the disk.</summary>
    private static IGrainStorage LiveStorage(IServiceProvider services) =>
        services.GetRequiredService<JudgeOptions>() is { Database.Length: 0 }
            ? new LiteGrainStorage(services.GetRequiredService<LiteFile>())
            : new SqlGrainStorage(services.GetRequiredService<Database>());

    private static void MakeOwnFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The author's programs and solutions run only where nobody waits to be judged.</summary>
    private static Func<CancellationToken, Task<IPackageRunner>> RunnerOf(IServiceProvider services)
    {
        var languages = services.GetRequiredService<Languages>();
        var time = services.GetRequiredService<TimeProvider>();
        return async ct =>
        {
            var sandbox = new IdleSandbox(services.GetRequiredService<ISandbox>(), time);
            await sandbox.CheckAsync(ct);
            var runner = new BoxedPackageRunner(sandbox, languages, services.GetRequiredService<IScriptHosts>());
            return new YieldingPackageRunner(runner, sandbox, YieldingPackageRunner.Usual, time);
        };
    }

    private static PackageChecks ChecksOf(IServiceProvider services) =>
        new(
            RunnerOf(services),
            services.GetRequiredService<ProblemLibrary>(),
            services.GetRequiredService<Languages>(),
            services.GetRequiredService<Proofs>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<PackageChecks>>()
        );

    private static HashSet<string> LanguageNames(IServiceProvider services) =>
        [.. services.GetRequiredService<Languages>().All.Select(language => language.Id)];

    private sealed class Preparation(IServiceProvider services) : IHostedService
    {
        public async Task StartAsync(CancellationToken ct)
        {
            await services.PrepareJudgeAsync(ct);
            if (services.GetRequiredService<JudgeOptions>().Database.Length == 0)
            {
                await services.GetRequiredService<LiteFile>().OpenAsync(ct);
            }
        }

        public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
    }
}
