using ArenaWeb.Accounts;

namespace ArenaWeb.Tests.Accounts;

public sealed class ThrottleTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Pc = "a-pc";

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

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 30)]
    [InlineData(9, 1_920)]
    [InlineData(10, 3_600)]
    public void Without_a_cookie_pauses_come_sooner_and_last_longer(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Throttle.Pause(failures, hasCookie: false));

    [Fact]
    public async Task Four_failures_cost_nothing_and_the_fifth_costs_half_a_minute()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await EnterAsync("a"));
        }
        Assert.Equal(TimeSpan.FromSeconds(30), await EnterAsync("a"));
        arena.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(20), await EnterAsync("a"));
    }

    [Fact]
    public async Task Tries_during_a_pause_do_not_lengthen_it_and_the_next_failure_doubles_it()
    {
        for (var i = 0; i < 20; i++)
        {
            await EnterAsync("b");
        }
        arena.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(await EnterAsync("b"));
        Assert.Equal(TimeSpan.FromMinutes(1), await EnterAsync("b"));
    }

    [Fact]
    public async Task A_right_try_wipes_the_slate()
    {
        for (var i = 0; i < 12; i++)
        {
            Assert.Null(await EnterAsync("c"));
            await arena.Get<Throttle>().RightAsync("c", Pc, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_hundred_tries_at_once_are_counted_like_a_hundred_in_a_row()
    {
        var tries = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => EnterAsync("d")));
        Assert.Equal(5, tries.Count(pause => pause is null));
    }

    [Fact]
    public async Task Accounts_and_devices_do_not_slow_each_other_down()
    {
        for (var i = 0; i < 10; i++)
        {
            await EnterAsync("e");
        }
        Assert.Null(await EnterAsync("f"));
        Assert.Null(await EnterAsync("e", "another-pc"));
    }

    [Fact]
    public async Task Browsers_without_a_cookie_share_one_line()
    {
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(await EnterAsync("g", ""));
        }
        Assert.NotNull(await EnterAsync("g", ""));
        Assert.Null(await EnterAsync("g"));
    }

    [Fact]
    public async Task Endless_cookies_bring_no_more_than_a_hundred_guesses_a_day()
    {
        for (var day = 0; day < 3; day++)
        {
            var guesses = 0;
            for (var step = 0; step < 48; step++)
            {
                for (var i = 0; i < 10; i++)
                {
                    guesses += await EnterAsync("h", $"cookie-{day}-{step}-{i}") is null ? 1 : 0;
                }
                arena.Clock.Advance(TimeSpan.FromMinutes(30));
            }
            Assert.Equal(Allowance.OfPin.MostByStrangers, guesses);
        }
    }

    [Fact]
    public async Task Whatever_strangers_try_a_device_that_the_account_knows_goes_on()
    {
        Assert.Null(await EnterAsync("i", "own-pc"));
        await arena.Get<Throttle>().RightAsync("i", "own-pc", CancellationToken.None);
        for (var i = 0; i < 2 * Allowance.OfPin.MostByStrangers; i++)
        {
            await EnterAsync("i", $"cookie-{i}");
        }
        Assert.NotNull(await EnterAsync("i", "new-pc"));
        Assert.Null(await EnterAsync("i", "own-pc"));
        await arena.Get<Throttle>().ForgetAsync("i", CancellationToken.None);
        Assert.Null(await EnterAsync("i", "new-pc"));
    }

    private Task<TimeSpan?> EnterAsync(string account, string device = Pc) =>
        arena.Get<Throttle>().EnterAsync(account, device, isVouchedFor: false, CancellationToken.None);
}
