using System.Collections.Concurrent;
using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Judge.Events;

namespace EndToEnd.Tests;

/// <summary>The power goes, and comes back.</summary>
public sealed class RestartTests(Site site)
{
    private const int Pupils = 12;
    private const int Each = 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_amid_submissions_the_arena_loses_nothing_and_judges_each_once()
    {
        var folder = Directory.CreateTempSubdirectory("arena-killed-").FullName;
        var entry = await PrepareAsync(folder);
        await using var arena = new ArenaProcess(folder);
        await arena.StartAsync(Token);
        var accepted = await HandInThroughAKillAsync(arena, entry);
        await arena.WaitUntilJudgedAsync(Token);
        await arena.KillAsync();

        await using var seeder = await Seeder.OpenAsync(folder);
        var events = await seeder.EventsAsync();
        var verdicts = events.Where(e => e.Kind is EventKind.Judged or EventKind.JudgeFailed).ToList();
        Assert.Equal(Pupils * Each, accepted.Distinct().Count());
        Assert.Equal(accepted.Order(), verdicts.Select(e => e.Subject).Order());
        Assert.All(verdicts, e => Assert.Equal(EventKind.Judged, e.Kind));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_open_page_gets_its_verdict_across_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("arena-back-").FullName;
        var entry = await PrepareAsync(folder);
        await using var arena = new ArenaProcess(folder);
        await arena.StartAsync(Token);
        await using var window = await site.NewWindowAsync(new() { BaseURL = arena.Address.ToString() });
        var pupil = new PupilTab(await window.NewPageAsync(), entry.Contest.Code);
        await SigningIn.EnterAsync(pupil.Tab, entry.Contest.Code, entry.Cards[0]);
        await pupil.OpenProblemAsync("BAI1");
        await pupil.SubmitAsync("pascal", SampleSolution.Named("kehoachnho/submissions/time_limit_exceeded/dong_by_dong.pas").Text);
        await pupil.ExpectNoVerdictYetAsync();
        var stay = await Stay.BeginAsync(pupil.Tab);
        await arena.KillAsync();
        await arena.StartAsync(Token);
        await pupil.ExpectVerdictAsync("Đúng một phần");
        await stay.ExpectAsync();
        await arena.KillAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<Entry> PrepareAsync(string folder)
    {
        await using var seeder = await Seeder.OpenAsync(folder);
        return await SeedContests.AddPracticeAsync(seeder, Pupils, TimeProvider.System.GetUtcNow());
    }

    /// <summary>
    /// All pupils hand in at once; in the middle the arena is killed, and whoever got no answer sends the same form again.
    /// </summary>
    /// <returns>Numbers of the submissions that pupils were told.</returns>
    private static async Task<IReadOnlyList<long>> HandInThroughAKillAsync(ArenaProcess arena, Entry entry)
    {
        var accepted = new ConcurrentBag<long>();
        var half = new TaskCompletionSource();
        var back = new TaskCompletionSource();
        var pupils = entry.Cards.Select(card => HandInAsync(card, back.Task)).ToList();
        await half.Task;
        await arena.KillAsync();
        await arena.StartAsync(Token);
        back.SetResult();
        await Task.WhenAll(pupils);
        return [.. accepted];

        async Task HandInAsync(ArenaWeb.Accounts.Card card, Task whenBack)
        {
            using var client = new FormClient(arena.Address);
            await client.EnterAsync(entry.Contest.Code, card);
            var path = $"/thi/{entry.Contest.Code}/bai/BAI1";
            var forms = new List<Dictionary<string, string>>();
            for (var i = 0; i < Each; i++)
            {
                forms.Add(await client.OpenFormAsync(path));
            }

            foreach (var form in forms)
            {
                var fields = new Dictionary<string, string> { ["language"] = "pascal", ["source"] = $"{{ {card.Sbd} }} begin end." };
                accepted.Add(Number(await Patiently(() => client.SendAsync(path, form, fields), whenBack)));
                if (accepted.Count >= Pupils * Each / 2)
                {
                    half.TrySetResult();
                }
            }
        }
    }

    private static async Task<T> Patiently<T>(Func<Task<T>> action, Task whenBack)
    {
        try
        {
            return await action();
        }
        catch (HttpRequestException)
        {
            await whenBack;
            return await action();
        }
    }

    private static long Number(string? address) => long.Parse(address!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
}
