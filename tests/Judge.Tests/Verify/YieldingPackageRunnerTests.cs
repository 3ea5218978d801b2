using Judge.Problems;
using Judge.Programs.Check;
using Judge.Sandbox;
using Judge.Score;
using Judge.Verify;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace Judge.Tests.Verify;

/// <summary>A verification beside a contest, whose judges want the one slot now and then.</summary>
public sealed class YieldingPackageRunnerTests
{
    private readonly FakeTimeProvider _clock = TestClock.New();
    private readonly OneSlot _sandbox = new();
    private readonly SlowRunner _slow = new();
    private readonly IdleSandbox _idle;

    public YieldingPackageRunnerTests() => _idle = new IdleSandbox(_sandbox, _clock);

    [Fact]
    public async Task What_is_under_way_gives_way_at_once_and_is_done_again_later()
    {
        var judging = Runner(TimeSpan.FromMinutes(1)).JudgeAsync(Some.Problem(), "python", default, Token);
        await TurnUntilAsync(() => _slow.Begun == 1);
        _sandbox.IsWanted = true;
        await TurnUntilAsync(() => _slow.BrokenOff == 1);
        _sandbox.IsWanted = false;
        await TurnUntilAsync(() => _slow.Begun >= 2);
        _slow.End.SetResult();
        Assert.Equal(Verdict.Accepted, (await judging).Verdict);
    }

    [Fact]
    public async Task The_time_of_a_verification_is_bounded()
    {
        var runner = Runner(TimeSpan.FromMinutes(1));
        var judging = runner.JudgeAsync(Some.Problem(), "python", default, Token);
        await TurnUntilAsync(() => judging.IsCompleted);
        await Assert.ThrowsAsync<TimeoutException>(() => judging);
        var next = runner.JudgeAsync(Some.Problem(), "python", default, Token);
        await TurnUntilAsync(() => next.IsCompleted);
        await Assert.ThrowsAsync<TimeoutException>(() => next);
    }

    [Fact]
    public async Task Waiting_for_an_idle_slot_takes_nobody_his_turn_and_does_not_count()
    {
        _sandbox.IsFree = false;
        var opening = _idle.OpenAsync("python", 0, Token);
        for (var turn = 0; turn < 5; turn++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.False(opening.IsCompleted);
        Assert.Equal(0, _sandbox.Waiting);
        _sandbox.IsFree = true;
        await TurnUntilAsync(() => opening.IsCompleted);
        Assert.True(_idle.Waited >= TimeSpan.FromMinutes(1));
        Assert.Null(await _idle.TryOpenIdleAsync("python", 0, Token));
    }

    [Fact]
    public async Task The_end_of_the_program_ends_it()
    {
        using var end = new CancellationTokenSource();
        var judging = Runner(TimeSpan.FromMinutes(1)).JudgeAsync(Some.Problem(), "python", default, end.Token);
        await TurnUntilAsync(() => _slow.Begun == 1);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => judging);
    }

    [Fact]
    public async Task What_takes_a_while_to_break_off_is_waited_for_without_a_whirl()
    {
        using var end = new CancellationTokenSource();
        _slow.IsDeaf = true;
        var judging = Runner(TimeSpan.FromMinutes(1)).JudgeAsync(Some.Problem(), "python", default, end.Token);
        await TurnUntilAsync(() => _slow.Begun == 1);
        var ending = end.CancelAsync();
        var isFree = await Task.WhenAny(ending, Task.Delay(TimeSpan.FromSeconds(20), Token)) == ending;
        _slow.End.SetResult();
        Assert.True(isFree);
        await TurnUntilAsync(() => judging.IsCompleted);
        Assert.Equal(Verdict.Accepted, (await judging).Verdict);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private YieldingPackageRunner Runner(TimeSpan most) => new(_slow, _idle, most, _clock);

    private async Task TurnUntilAsync(Func<bool> so)
    {
        while (!so())
        {
            Token.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(1, Token);
        }
    }

    /// <summary>Judges until it is told to end.</summary>
    private sealed class SlowRunner : IPackageRunner
    {
        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>It ends when it is told to, and not before.</summary>
        public bool IsDeaf { get; set; }

        public int Begun { get; private set; }

        public int BrokenOff { get; private set; }

        public async Task<Judgement> JudgeAsync(Problem problem, string language, ReadOnlyMemory<byte> source, CancellationToken ct)
        {
            Begun++;
            try
            {
                await End.Task.WaitAsync(IsDeaf ? CancellationToken.None : ct);
            }
            catch (OperationCanceledException)
            {
                BrokenOff++;
                throw;
            }

            return new Judgement { Verdict = Verdict.Accepted, Share = 1 };
        }

        public Task<string> CompileAsync(AuthorProgram program, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> ValidateAsync(
            Problem problem,
            AuthorProgram validator,
            IReadOnlyList<ValidatorInput> inputs,
            CancellationToken ct
        ) => Task.FromResult<IReadOnlyList<string>>([]);

        public Task<IReadOnlyList<CheckResult>> CheckAsync(Problem problem, IReadOnlyList<GivenOutput> outputs, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<CheckResult>>([]);
    }

    private sealed class OneSlot : ISandbox
    {
        public bool IsFree { get; set; } = true;

        public bool IsWanted { get; set; }

        public int Waiting { get; private set; }

        public SandboxKind Kind => SandboxKind.Docker;

        public int Slots => 1;

        public Task<IBox> OpenAsync(string image, long memoryBytes, CancellationToken ct)
        {
            Waiting++;
            return Task.FromResult<IBox>(new Box());
        }

        public Task<IBox?> TryOpenIdleAsync(string image, long memoryBytes, CancellationToken ct) =>
            Task.FromResult<IBox?>(IsFree && !IsWanted ? new Box() : null);

        public Task CheckAsync(CancellationToken ct) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Box : IBox
    {
        public Task PutAsync(IReadOnlyDictionary<string, Content> files, CancellationToken ct) => Task.CompletedTask;

        public Task<Execution> RunAsync(Command command, Limits limits, CancellationToken ct) => throw new NotSupportedException();

        public Task<IBox> OpenCompanionAsync(string image, long memoryBytes, CancellationToken ct) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
