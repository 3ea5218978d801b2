using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Accounts;

public sealed class ThrottleTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 30)]
    [InlineData(6, 60)]
    [InlineData(7, 120)]
    [InlineData(9, 480)]
    [InlineData(10, 900)]
    [InlineData(int.MaxValue, 900)]
    public void Pauses_double_up_to_a_quarter_of_an_hour(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Throttle.Pause(failures));

    [Fact]
    public async Task Four_failures_cost_nothing_and_the_fifth_costs_half_a_minute()
    {
        var throttle = arena.Get<Throttle>();
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await throttle.EnterAsync("a", CancellationToken.None));
        }
        Assert.Equal(TimeSpan.FromSeconds(30), await throttle.EnterAsync("a", CancellationToken.None));
        arena.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(20), await throttle.EnterAsync("a", CancellationToken.None));
    }

    [Fact]
    public async Task Tries_during_a_pause_do_not_lengthen_it_and_the_next_failure_doubles_it()
    {
        var throttle = arena.Get<Throttle>();
        for (var i = 0; i < 20; i++)
        {
            await throttle.EnterAsync("b", CancellationToken.None);
        }
        arena.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await throttle.EnterAsync("b", CancellationToken.None));
        Assert.Equal(TimeSpan.FromMinutes(1), await throttle.EnterAsync("b", CancellationToken.None));
    }

    [Fact]
    public async Task A_right_try_wipes_the_slate()
    {
        var throttle = arena.Get<Throttle>();
        for (var i = 0; i < 12; i++)
        {
            Assert.Null(await throttle.EnterAsync("c", CancellationToken.None));
            await throttle.ForgetAsync("c", CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_hundred_tries_at_once_are_counted_like_a_hundred_in_a_row()
    {
        var throttle = arena.Get<Throttle>();
        var tries = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => throttle.EnterAsync("d", CancellationToken.None)));
        Assert.Equal(5, tries.Count(pause => pause is null));
    }

    [Fact]
    public async Task Accounts_do_not_slow_each_other_down()
    {
        var throttle = arena.Get<Throttle>();
        for (var i = 0; i < 10; i++)
        {
            await throttle.EnterAsync("e", CancellationToken.None);
        }
        Assert.Null(await throttle.EnterAsync("f", CancellationToken.None));
    }
}
