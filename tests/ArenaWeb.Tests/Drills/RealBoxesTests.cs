using Dapper;
using Drill;
using Judge.Problems;
using Npgsql;
using Support;

namespace ArenaWeb.Tests.Drills;

/// <summary>Two arenas and two nodes that judge for real; one node is drained for a while, the other one is killed.</summary>
[Trait("Needs", "PostgreSQL")]
[Trait("Needs", "Box")]
public sealed class RealBoxesTests : IAsyncLifetime
{
    private const int Handins = 100;
    private const int Pupils = 10;

    private static readonly Dictionary<string, Verdict> Verdicts = new()
    {
        ["accepted"] = Verdict.Accepted,
        ["wrong_answer"] = Verdict.WrongAnswer,
        ["run_time_error"] = Verdict.RuntimeError,
        ["compile_error"] = Verdict.CompileError,
    };

    private Stage _stage = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await (await SandboxFixture.StartAsync(SandboxFixture.Options())).DisposeAsync(); // says what is missing, at once
        _stage = await Stage.StartAsync(2, Pupils, TimeSpan.Zero, Ct);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact(Timeout = 600_000)]
    public async Task All_verdicts_are_right_though_one_node_is_drained_and_one_is_killed()
    {
        await using var drained = await StartAsync("drained");
        await using var killed = await StartAsync("killed");
        using var organiser = new Organiser(_stage.Addresses);
        await organiser.EnterAsync(Ct);
        var pupils = _stage.Site.Cards.Select((card, at) => new Pupil(_stage.Addresses, _stage.Site.Contest.Code, card, at)).ToList();
        await Task.WhenAll(pupils.Select(pupil => pupil.EnterAsync(Ct)));

        var expected = await HandInAsync(pupils, 0, 40);
        await UntilAsync(1, "SELECT count(*) FROM judgements WHERE judge = 'drained'");
        await organiser.DrainAsync("drained", drained: true, Ct);
        await UntilAsync(1, "SELECT count(*) FROM drained_nodes");
        await UntilAsync(1, "SELECT CASE WHEN EXISTS (SELECT 1 FROM tries WHERE judge = 'drained') THEN 0 ELSE 1 END");
        var before = await AskAsync("SELECT count(*) FROM judgements WHERE judge = 'drained'");

        var others = HandInAsync(pupils, 40, Handins);
        await UntilAsync(60, "SELECT count(*) FROM judgements");
        Assert.Equal(before, await AskAsync("SELECT count(*) FROM judgements WHERE judge = 'drained'"));
        await UntilAsync(1, "SELECT count(*) FROM tries WHERE judge = 'killed'");
        await killed.KillAsync();
        await organiser.DrainAsync("drained", drained: false, Ct);
        expected = expected.Concat(await others).ToDictionary();
        await UntilAsync(Handins, "SELECT count(*) FROM judgements");
        pupils.ForEach(pupil => pupil.Dispose());
        await using var database = NpgsqlDataSource.Create(_stage.Site.Database);
        await using var connection = await database.OpenConnectionAsync(Ct);
        var verdicts = await connection.QueryAsync<(long Submission, string Verdict)>("SELECT submission, verdict FROM judgements");
        Assert.Equal(
            expected.OrderBy(one => one.Key),
            verdicts.OrderBy(one => one.Submission).Select(one => KeyValuePair.Create(one.Submission, Enum.Parse<Verdict>(one.Verdict)))
        );
    }

    private Task<RealNode> StartAsync(string node) => RealNode.StartAsync(node, _stage, SandboxFixture.Options().ImagesFolder, slots: 2);

    /// <summary>Works of the problems' own folders, again and again.</summary>
    /// <returns>What each of them should get.</returns>
    private async Task<Dictionary<long, Verdict>> HandInAsync(IReadOnlyList<Pupil> pupils, int from, int to)
    {
        var works = (
            from problem in _stage.Site.Contest.Problems
            from path in Directory.EnumerateFiles(
                Path.Combine(_stage.Site.Sources, "problems", problem.Problem, "submissions"),
                "*.p*",
                SearchOption.AllDirectories
            )
            let parts = path.Split('/')
            where parts[^3] == "submissions" && Verdicts.ContainsKey(parts[^2]) && Path.GetExtension(path) is ".pas" or ".py"
            orderby path
            select (
                problem.Label,
                Language: path.EndsWith(".py", StringComparison.Ordinal) ? "python" : "pascal",
                path,
                Verdicts[parts[^2]]
            )
        ).ToList();
        var expected = new Dictionary<long, Verdict>();
        for (var number = from; number < to; number++)
        {
            var (label, language, path, verdict) = works[number % works.Count];
            var source = $"{(language == "python" ? $"# {number}" : $"{{ {number} }}")}\n{await File.ReadAllTextAsync(path, Ct)}";
            expected[await pupils[number % Pupils].HandInAsync(label, language, source, Ct)] = verdict;
        }

        return expected;
    }

    private async Task UntilAsync(long least, string question)
    {
        while (await AskAsync(question) < least)
        {
            await Task.Delay(50, Ct);
        }
    }

    private async Task<long> AskAsync(string question)
    {
        await using var database = NpgsqlDataSource.Create(_stage.Site.Database + ";Pooling=false");
        await using var connection = await database.OpenConnectionAsync(Ct);
        return await connection.ExecuteScalarAsync<long>(question);
    }
}
