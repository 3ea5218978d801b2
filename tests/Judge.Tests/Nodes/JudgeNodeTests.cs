using Judge.Nodes;
using Judge.Problems;
using Judge.Problems.Package;
using Judge.Queue;
using Judge.Sandbox;
using Judge.Score;
using Judge.Settings;
using Judge.Tests.Problems.Package;
using Judge.Worlds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Support;
using Ending = Judge.Queue.Ending;

namespace Judge.Tests.Nodes;

public sealed class JudgeNodeTests : IAsyncDisposable
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly PackageFolder _package = new();
    private readonly ScriptedDesk _desk = new();
    private readonly ScriptedJudge _judge = new();
    private readonly ListLog<JudgeNode> _log = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _go = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private JudgeNode? _node;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_node is { } node)
        {
            await StopAsync();
            node.Dispose();
        }

        _package.Dispose();
    }

    [Fact]
    public async Task What_is_handed_in_gets_its_verdict_and_the_way_there_is_told()
    {
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _desk.UntilAsync(desk => desk is { Outcomes.Count: 1, Progress.Count: > 0 } or { Outcomes.Count: 1 });
        var outcome = Assert.Single(_desk.Outcomes);
        Assert.Equal((SomeJob.Of(5).Ticket, Ending.Judged, ""), (outcome.Ticket, outcome.Ending, outcome.Trouble));
        Assert.Equal(Verdict.Accepted, outcome.Judgement!.Verdict);
        await TurnUntilAsync(() => Polled() is { Judged: 1, Holds: [], Warm: ["tong"] });
    }

    [Fact]
    public async Task How_far_a_judging_is_can_be_heard_while_it_goes_on()
    {
        HoldAfterTests();
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _desk.UntilAsync(desk => desk.Progress.Count > 0);
        var first = _desk.Progress[0];
        Assert.Equal((5, 7, 1, 2), (first.Submission.Value, first.Entrant.Value, first.Tests.Count, first.Total));
        Assert.Empty(_desk.Outcomes);
    }

    [Fact]
    public async Task Of_judging_again_nobody_is_told_how_far_it_is()
    {
        HoldAfterTests();
        await StartAsync();
        _desk.Order(SomeJob.Of(5, rejudging: 2));
        await _begun.Task.WaitAsync(Enough, Ct);
        _go.SetResult();
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Empty(_desk.Progress);
    }

    [Fact]
    public async Task A_report_says_what_the_node_is_and_holds()
    {
        HoldBefore();
        await StartAsync();
        _desk.Order(SomeJob.Of(5, attempt: 2));
        var report = await UntilReportAsync(report => report.Holds.Count > 0);
        Assert.Equal(("node", 3, "", false), (report.Node, report.Slots, report.Trouble, report.Stopping));
        Assert.Equal((_clock.GetUtcNow(), SandboxKind.Docker), (report.Clock, report.Sandbox));
        Assert.Equal(new OrdersNumber(1, 1), report.Seen);
        Assert.Equal([SomeJob.Of(5, attempt: 2).Ticket], report.Holds);
        Assert.NotEqual(Guid.Empty, report.Run);
    }

    [Fact]
    public async Task While_the_sandbox_does_not_answer_submissions_wait_and_are_judged_when_it_does()
    {
        _judge.Trouble = "No engine answers.";
        await StartAsync(until: report => report.Trouble == "No engine answers.");
        _desk.Order(SomeJob.Of(5));
        await TurnUntilAsync(() => _desk.Outcomes.Count == 1);
        Assert.Equal((Ending.GivenBack, 0), (_desk.Outcomes[0].Ending, _judge.Calls));

        _judge.Trouble = null;
        await TurnUntilAsync(() => _desk.Reports.Last().Trouble.Length == 0);
        _desk.Order(SomeJob.Of(5));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 2);
        Assert.Equal(Ending.Judged, _desk.Outcomes[1].Ending);
    }

    [Fact]
    public async Task Blocks_need_no_sandbox()
    {
        _package.Write(
            "problem.yaml",
            """
            problem_format_version: 2025-09
            name: {vi: Màn}
            uuid: 6f6d8a52-2d0e-4e0a-9d0c-5f6f0c1f7b11
            type: blocks
            limits: {time_limit: 1}
            """
        );
        _package.Write(
            "level.json",
            """{"v": 1, "strand": "a", "theme": "market", "tools": ["forward"], "win": ["goal"], "worlds": [{"id": 1, "map": [">G"]}]}"""
        );
        _judge.Trouble = "No engine answers.";
        await StartAsync(until: report => report.Trouble == "No engine answers.");
        var job = SomeJob.Of(5);
        _desk.Order(job with { Submission = job.Submission with { Kind = HandinKind.Blocks } });
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Equal(Ending.Judged, _desk.Outcomes[0].Ending);
    }

    [Fact]
    public async Task A_sandbox_that_breaks_while_judging_costs_the_submission_no_try()
    {
        _judge.Before = _ => throw new SandboxException(_judge.Trouble = "It broke.");
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Equal((Ending.GivenBack, ""), (_desk.Outcomes[0].Ending, _desk.Outcomes[0].Trouble));
        await UntilReportAsync(report => report.Trouble == "It broke.");
    }

    [Fact]
    public async Task What_breaks_here_counts_as_a_try_and_says_why_and_others_are_judged()
    {
        _judge.Before = _ => _judge.Calls == 1 ? throw new InvalidDataException("spoilt") : Task.CompletedTask;
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        _desk.Order(SomeJob.Of(6));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 2);
        Assert.Equal((Ending.Failed, "spoilt"), (_desk.Outcomes[0].Ending, _desk.Outcomes[0].Trouble));
        Assert.Equal(Ending.Judged, _desk.Outcomes[1].Ending);
    }

    [Fact]
    public async Task A_problem_that_is_not_here_is_a_failed_try()
    {
        _package.Delete("problem.yaml");
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Equal(Ending.Failed, _desk.Outcomes[0].Ending);
        Assert.Contains("tong: there is no such package", _desk.Outcomes[0].Trouble);
    }

    [Fact]
    public async Task Judging_again_gives_way_to_a_contest_at_once_and_goes_on_afterwards_as_if_untried()
    {
        HoldBefore();
        await StartAsync();
        _desk.Order(SomeJob.Of(5, rejudging: 2), SomeJob.Of(6));
        await _begun.Task.WaitAsync(Enough, Ct);
        _desk.GiveWay(SomeJob.Judging(5, 2));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Equal((SomeJob.Of(5, 1, 2).Ticket, Ending.GivenBack), (_desk.Outcomes[0].Ticket, _desk.Outcomes[0].Ending));

        _go.SetResult();
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 2);
        _desk.Order(SomeJob.Of(5, rejudging: 2));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 3);
        Assert.Equal([Ending.Judged, Ending.Judged], _desk.Outcomes.Skip(1).Select(outcome => outcome.Ending));
    }

    [Fact]
    public async Task What_breaks_by_being_cut_off_is_given_back_and_no_failed_try()
    {
        _judge.Before = async ct =>
        {
            _begun.TrySetResult();
            await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new IOException("The box is gone.");
        };
        await StartAsync();
        _desk.Order(SomeJob.Of(5, rejudging: 2));
        await _begun.Task.WaitAsync(Enough, Ct);
        _desk.GiveWay(SomeJob.Judging(5, 2));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Equal(Ending.GivenBack, _desk.Outcomes[0].Ending);
    }

    [Fact]
    public async Task What_is_ordered_twice_is_judged_once_with_the_newest_ticket()
    {
        HoldBefore();
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _begun.Task.WaitAsync(Enough, Ct);
        _desk.Order(SomeJob.Of(5), SomeJob.Of(5, attempt: 2));
        await TurnUntilAsync(() => _desk.Reports.Last().Seen.Number == 2);
        _go.SetResult();
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Equal((2, 1), (_desk.Outcomes[0].Ticket.Attempt, _judge.Calls));
    }

    [Fact]
    public async Task A_node_whose_arena_is_away_goes_on_judging_and_hands_in_when_it_is_back()
    {
        HoldBefore();
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _begun.Task.WaitAsync(Enough, Ct);
        _desk.Away = new TimeoutException("No answer.");
        _go.SetResult();
        await TurnUntilAsync(() => _log.Count("cannot report") == 1);
        await TurnUntilAsync(() => _judge.Calls == 1 && _desk.Reports.Count > 5);
        Assert.Equal(1, _log.Count("cannot report"));

        _desk.Away = null;
        await TurnUntilAsync(() => _desk.Outcomes.Count == 1 && _desk.Reports.Last() is { Holds: [], Untold: [] });
        Assert.Equal(Ending.Judged, _desk.Outcomes[0].Ending);
    }

    [Fact]
    public async Task A_slot_is_free_before_the_arena_has_the_verdict_and_the_arena_hears_so_at_once()
    {
        _desk.Before = _ => throw new IOException("No database.");
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _desk.UntilAsync(desk => desk.Reports.Last() is { Holds: [], Untold: [var told] } && told == SomeJob.Of(5).Ticket);
    }

    [Fact]
    public async Task Orders_with_nothing_left_to_do_are_answered_at_once()
    {
        await StartAsync();
        _desk.GiveWay(SomeJob.Judging(5));
        await _desk.UntilAsync(desk => desk.Reports.Last().Seen.Number == 1);
    }

    [Fact]
    public async Task What_waits_to_be_handed_in_is_said_with_each_report()
    {
        _desk.Before = news => throw new IOException($"No database for {news.Outcomes.Count}.");
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await TurnUntilAsync(() => _judge.Calls == 1);
        _desk.Order(SomeJob.Of(6));
        await TurnUntilAsync(() => _judge.Calls == 2);
        _desk.Order();
        await TurnUntilAsync(() => _desk.Reports.Last().Seen.Number == 3);
        Assert.Equal([5, 6], _desk.Reports.Last().Untold.Select(ticket => ticket.Judging.Submission.Value).Order());
    }

    [Fact]
    public async Task A_verdict_that_waits_goes_with_the_ticket_of_a_new_order()
    {
        _desk.Before = _ => throw new IOException("No database.");
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await TurnUntilAsync(() => _judge.Calls == 1);
        _desk.Order(SomeJob.Of(5, attempt: 2));
        await TurnUntilAsync(() => _desk.Reports.Last() is { Seen.Number: 2, Untold: [{ Attempt: 2 }] });
        _desk.Before = _ => { };
        await TurnUntilAsync(() => _desk.Outcomes.Count == 1);
        Assert.Equal((2, Ending.Judged, 1), (_desk.Outcomes[0].Ticket.Attempt, _desk.Outcomes[0].Ending, _judge.Calls));
    }

    [Fact]
    public async Task What_an_earlier_run_could_not_hand_in_is_in_the_first_report_and_handed_in()
    {
        var kept = new KeptInMemory();
        await kept.PutAsync(SomeJob.Judged(5));
        await StartAsync(kept);
        Assert.Empty(_desk.Outcomes);
        _desk.Order();
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        Assert.Equal([SomeJob.Judged(5).Ticket], _desk.Reports.First().Untold);
        await TurnUntilAsync(() => kept.IsEmpty);
    }

    [Fact]
    public async Task A_node_that_is_stopped_finishes_what_it_holds_and_takes_no_more()
    {
        HoldBefore();
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _begun.Task.WaitAsync(Enough, Ct);
        var stopping = _node!.StopAsync(Ct);
        await UntilReportAsync(report => report.Stopping);
        _desk.Order(SomeJob.Of(6));
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 1);
        _go.SetResult();
        await _desk.UntilAsync(desk => desk.Outcomes.Count == 2);
        await TurnUntilAsync(() => stopping.IsCompleted);
        Assert.Equal((6, Ending.GivenBack), (_desk.Outcomes[0].Ticket.Judging.Submission.Value, _desk.Outcomes[0].Ending));
        Assert.Equal((5, Ending.Judged), (_desk.Outcomes[1].Ticket.Judging.Submission.Value, _desk.Outcomes[1].Ending));
        Assert.True(_desk.Reports.Last() is { Stopping: true, Holds: [] });
    }

    [Fact]
    public async Task What_is_not_finished_within_the_grace_goes_back_in_line_as_if_untried()
    {
        HoldBefore();
        await StartAsync();
        _desk.Order(SomeJob.Of(5));
        await _begun.Task.WaitAsync(Enough, Ct);
        var stopping = _node!.StopAsync(Ct);
        await UntilReportAsync(report => report.Stopping);
        Assert.Empty(_desk.Outcomes);
        _clock.Advance(TimeSpan.FromSeconds(10));
        await TurnUntilAsync(() => stopping.IsCompleted);
        Assert.Equal(Ending.GivenBack, Assert.Single(_desk.Outcomes).Ending);
    }

    [Fact]
    public async Task A_host_that_stops_all_at_once_lets_the_node_hand_in_first()
    {
        HoldBefore();
        _node = Make();
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.Configure<HostOptions>(host => host.ServicesStopConcurrently = true);
        builder.Services.AddSingleton<IHostedService>(new ArenaThatEnds(_desk)).AddSingleton<IHostedService>(_node);
        using var host = builder.Build();
        await host.StartAsync(Ct);
        await UntilReportAsync(report => report.Trouble.Length == 0);
        _desk.Order(SomeJob.Of(5));
        await _begun.Task.WaitAsync(Enough, Ct);

        var stopping = host.StopAsync(Ct);
        await UntilReportAsync(report => report.Stopping);
        _go.SetResult();
        await TurnUntilAsync(() => stopping.IsCompleted);
        Assert.Equal(Ending.Judged, Assert.Single(_desk.Outcomes).Ending);
    }

    [Fact]
    public async Task A_node_whose_arena_is_away_stops_all_the_same()
    {
        var kept = new KeptInMemory();
        await StartAsync(kept);
        _desk.Before = _ => throw new IOException("No database.");
        _desk.Order(SomeJob.Of(5));
        await TurnUntilAsync(() => !kept.IsEmpty);
        _desk.Away = new TimeoutException("No answer.");
        var stopping = _node!.StopAsync(Ct);
        await TurnUntilAsync(() => stopping.IsCompleted);
        Assert.False(kept.IsEmpty);
    }

    private Task StartAsync(IKeptOutcomes? kept = null) => StartAsync(report => report.Trouble.Length == 0, kept);

    private async Task StartAsync(Func<NodeReport, bool> until, IKeptOutcomes? kept = null)
    {
        _node = Make(kept);
        await _node.StartAsync(Ct);
        await UntilReportAsync(until);
    }

    private JudgeNode Make(IKeptOutcomes? kept = null)
    {
        var options = new JudgeOptions
        {
            DataFolder = "",
            ProblemsFolder = "",
            LanguagesFolder = "",
            ImagesFolder = _package.Parent,
            Node = "node",
            Slots = 3,
        };
        var library = new LibraryPackages(new ProblemLibrary([_package.Parent], _clock, NullLogger<ProblemLibrary>.Instance));
        var news = new NewsTeller(_desk, new Outbox(kept, NullLogger<Outbox>.Instance), options, _clock, NullLogger<NewsTeller>.Instance);
        var watch = new SandboxWatch(_judge, NullLogger<SandboxWatch>.Instance);
        var judging = new OrderedJudging(
            library,
            new Evaluators([_judge, new WorldEvaluator()]),
            news,
            watch,
            _clock,
            NullLogger<OrderedJudging>.Instance
        );
        var languages = Languages.Load(Path.Combine(Repository.Root, "sandbox-images"));
        return new JudgeNode(_desk, _judge, watch, judging, news, library, languages, options, _clock, _log);
    }

    private async Task StopAsync()
    {
        _go.TrySetResult();
        _desk.Before = _ => { };
        var stopping = _node!.StopAsync(CancellationToken.None);
        await TurnUntilAsync(() => stopping.IsCompleted);
        await stopping;
    }

    private async Task<NodeReport> UntilReportAsync(Func<NodeReport, bool> wanted)
    {
        await _desk.UntilAsync(desk => desk.Reports.Any(wanted));
        return _desk.Reports.First(wanted);
    }

    /// <summary>Answers the poll that is open with nothing to do.</summary>
    /// <returns>The last report so far.</returns>
    private NodeReport Polled()
    {
        _desk.Order();
        return _desk.Reports.Last();
    }

    /// <summary>Turns the clock until what is wanted has come: it waits for pauses, not for the machine.</summary>
    private async Task TurnUntilAsync(Func<bool> wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(Enough);
        while (!wanted())
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(2, limit.Token);
        }
    }

    private void HoldBefore() =>
        _judge.Before = async ct =>
        {
            _begun.TrySetResult();
            await _go.Task.WaitAsync(ct);
        };

    private void HoldAfterTests() =>
        _judge.After = async ct =>
        {
            _begun.TrySetResult();
            await _go.Task.WaitAsync(ct);
        };

    private sealed class ArenaThatEnds(ScriptedDesk desk) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            desk.Away = new IOException("The arena has ended.");
            return Task.CompletedTask;
        }
    }
}
