using System.Collections.Concurrent;
using System.Diagnostics;
using Judge.Queue;
using Judge.Settings;
using Judge.Tests.Storage;

namespace Judge.Tests.Queue;

public sealed class JudgingTraceTests() : StoreTest(new OnSqlite())
{
    private static readonly DateTimeOffset At = new(2026, 3, 9, 1, 0, 0, 5, TimeSpan.Zero);
    private static readonly JudgingId First = new(new(7), default);

    [Fact]
    public void Each_judging_has_a_trace_of_its_own() =>
        Assert.Equal(
            4,
            new[]
            {
                JudgingTrace.Of(First, At),
                JudgingTrace.Of(First, At.AddMilliseconds(1)),
                JudgingTrace.Of(First with { Submission = new(8) }, At),
                JudgingTrace.Of(First with { Rejudging = new(1) }, At),
            }
                .DistinctBy(trace => trace.TraceId)
                .Count()
        );

    [Fact]
    public void Programs_of_different_versions_find_the_same_trace()
    {
        var trace = JudgingTrace.Of(First, At);
        Assert.Equal("75d7a2cc5e22ab575b27505d388cac9c be60e8ebfeda5e35", $"{trace.TraceId} {trace.SpanId}");
    }

    [Fact]
    public async Task The_hand_in_at_the_arena_and_the_judging_at_a_node_stand_in_one_trace()
    {
        ConcurrentQueue<Activity> ended = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == Tracing.SourceName,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);

        var (contest, entrants) = await RunningAsync(1);
        Clock.Advance(TimeSpan.FromMilliseconds(7_654_321)); // a moment of its own: number and moment make the trace
        var id = await SubmitAsync(contest, entrants[0]);

        // At the node, which has it from the order.
        var submission = await Here.Submissions.FindAsync(id, Ct);
        var trace = JudgingTrace.Of(new(id, default), submission!.At);
        using (Tracing.Begin(Tracing.Judging, trace))
        using (Tracing.Begin(Tracing.Run)) { }

        Assert.Equal(
            [Tracing.Handin, Tracing.Run, Tracing.Judging],
            ended.Where(stage => stage.TraceId == trace.TraceId).Select(stage => stage.OperationName)
        );
        Assert.Equal(submission.At.UtcDateTime, ended.First(stage => stage.TraceId == trace.TraceId).StartTimeUtc);
    }
}
