using System.Reflection;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using ArenaWeb.Staff;
using Judge.Contests;
using Judge.Problems;
using Judge.Rejudge;
using Judge.Score;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace ArenaWeb.Tests.Staff;

public sealed class IndexTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_home_asks_no_more_however_many_contests_there_are()
    {
        await arena.AddContestAsync();
        var few = await QuestionsAsync();
        for (var i = 0; i < 5; i++)
        {
            await arena.AddContestAsync();
        }

        Assert.Equal(["FailuresAsync", "ListAsync", "ReadyAsync"], few.Order());
        Assert.Equal(few, await QuestionsAsync());
    }

    [Fact]
    public async Task Contests_of_many_years_and_all_that_was_done_come_by_pages()
    {
        var staff = await arena.StaffAsync();
        for (var i = 0; i < 55; i++)
        {
            var contest = await arena.AddContestAsync();
            await arena.Get<Audit>().WriteAsync("bantochuc", "contest.created", contest.Id, "a");
            await arena.Get<Audit>().WriteAsync("bantochuc", "contest.changed", contest.Id, "b");
        }

        async Task<int> RowsAsync(string path) => (await staff.GetAsync(path)).Document.QuerySelectorAll("main tbody tr").Length;
        Assert.Equal(50, await RowsAsync("/btc"));
        Assert.InRange(await RowsAsync("/btc?trang=2"), 5, 50);
        Assert.Equal(100, await RowsAsync("/btc/nhat-ky"));
        Assert.InRange(await RowsAsync("/btc/nhat-ky?trang=2"), 10, 100);
        Assert.Equal(100, await RowsAsync("/btc/nhat-ky?trang=-5"));
    }

    [Fact]
    public async Task Failures_of_ours_alarm_the_organiser()
    {
        var contest = await arena.AddContestAsync();
        await arena.HandInAsync(contest);
        await arena.JudgeAllAsync(_ => new() { Verdict = Verdict.JudgeError, Share = 0 });
        Assert.Contains(
            $"Hệ thống chưa chấm được 1 bài nộp của {contest.Name("vi")}",
            (await (await arena.StaffAsync()).GetAsync("/btc")).Text
        );
    }

    /// <summary>What the page asks the stores.</summary>
    private async Task<List<string>> QuestionsAsync()
    {
        List<string> asked = [];
        var page = ActivatorUtilities.CreateInstance<IndexModel>(
            arena.Services,
            Asked<IContests>.Of(arena.Get<IContests>(), asked),
            Asked<IJudgements>.Of(arena.Get<IJudgements>(), asked),
            Asked<IRejudgings>.Of(arena.Get<IRejudgings>(), asked)
        );
        var grant = new Grant(1, "co", StaffRole.Organiser, Scope.Site, "test", default);
        var http = new DefaultHttpContext();
        http.Features.Set(new Asker("co", null, null, [grant]));
        page.PageContext = new PageContext { HttpContext = http };
        await page.OnGetAsync(Ct);
        return asked;
    }

    /// <summary>Notes the name of each call and hands it on.</summary>
    public class Asked<T> : DispatchProxy
        where T : class
    {
        private T _real = null!;
        private List<string> _asked = null!;

        public static T Of(T real, List<string> asked)
        {
            var proxy = Create<T, Asked<T>>();
            ((Asked<T>)(object)proxy)._real = real;
            ((Asked<T>)(object)proxy)._asked = asked;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            _asked.Add(targetMethod!.Name);
            return targetMethod.Invoke(_real, args);
        }
    }
}
