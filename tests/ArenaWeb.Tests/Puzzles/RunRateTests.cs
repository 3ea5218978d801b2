using ArenaWeb.Puzzles.Rules;
using Microsoft.Extensions.Time.Testing;
using Support;

namespace ArenaWeb.Tests.Puzzles;

public sealed class RunRateTests
{
    private readonly FakeTimeProvider _clock = TestClock.New();

    [Fact]
    public void Five_at_once_and_then_one_a_second()
    {
        var rate = new RunRate(_clock);
        Assert.Equal([true, true, true, true, true, false], Enumerable.Range(0, 6).Select(_ => rate.Enter("a")));
        Assert.True(rate.Enter("b"));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([true, false], [rate.Enter("a"), rate.Enter("a")]);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(RunRate.Burst, Enumerable.Range(0, 10).Count(_ => rate.Enter("a")));
    }

    [Fact]
    public void Who_is_refused_pays_nothing_for_it()
    {
        var rate = new RunRate(_clock);
        Assert.Equal(RunRate.Burst, Enumerable.Range(0, 1_000).Count(_ => rate.Enter("a")));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(rate.Enter("a"));
    }
}
