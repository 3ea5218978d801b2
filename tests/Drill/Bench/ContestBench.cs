using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using ArenaWeb.Entries;
using ArenaWeb.Staff;
using Judge.Contests;
using Judge.Worker.Bench;

namespace Drill.Bench;

/// <summary>
/// What people wait for on the day of a contest, over HTTP as they do: lists looked at and stored, cards with a code each,
/// signing in, the organiser's home.
/// </summary>
internal sealed class ContestBench(BenchArena arena) : IDisposable
{
    /// <summary>Of a contest of the city.</summary>
    private const int Accounts = 3_500;

    /// <summary>Of a large school.</summary>
    private const int Cards = 1_200;

    /// <summary>At eight o'clock.</summary>
    private const int Pupils = 1_000;

    /// <summary>Browsers that wait for an answer at once.</summary>
    private const int AtOnce = 50;

    private const int Looks = 200;

    /// <summary>Of a large organiser.</summary>
    private const int Contests = 200;

    private readonly BenchBrowser _organiser = new(BenchBrowser.ClientOf(arena.Address));

    public static IEnumerable<Contest> Made() => Enumerable.Range(0, Contests).Select(Contest);

    public async IAsyncEnumerable<Figure> RunAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await _organiser.OpenAsync("/dang-nhap/can-bo", ct);
        await _organiser.SendAsync("/dang-nhap/can-bo", "/", ct, ("Login", Organiser.Login), ("Password", Organiser.Password));
        yield return await HomeAsync(ct);
        var city = arena.All[0];
        var (look, write) = await AddAsync(city, Accounts, ct);
        yield return Once($"contest.import.{Accounts}.look", look);
        yield return Once($"contest.import.{Accounts}.write", write);
        await AddAsync(arena.All[1], Cards, ct);
        yield return Once($"contest.cards.{Cards}", await TimeAsync(() => IssueAsync(arena.All[1], ct)));
        (look, write) = await ListAsync(ct);
        yield return Once($"school.pupils.{Accounts}.look", look);
        yield return Once($"school.pupils.{Accounts}.write", write);
        yield return Once($"contest.signin.{Pupils}", await TimeAsync(() => SignInAsync(city, ct)));
        yield return Figure.Of("contest.memory", "MB", [arena.Memory]);
    }

    public void Dispose() => _organiser.Dispose();

    /// <summary>The page that lists all contests: of every hundred looks the fifth slowest.</summary>
    private async Task<Figure> HomeAsync(CancellationToken ct)
    {
        var times = new List<double>();
        for (var look = 0; look < Looks; look++)
        {
            times.Add(await TimeAsync(() => _organiser.OpenAsync(StaffPaths.Home, ct)));
        }

        return Once($"contest.home.{arena.All.Count}.p95", times.Order().ElementAt(Looks * 95 / 100));
    }

    /// <summary>Entrants of a contest: the dry run, then all stored with a PIN each and the cards to print.</summary>
    private async Task<(double Look, double Write)> AddAsync(Contest contest, int count, CancellationToken ct)
    {
        var path = StaffPaths.Pupils(contest.Id);
        var list = BenchList.Entrants(count);
        await _organiser.OpenAsync(path, ct);
        var look = await TimeAsync(() => _organiser.SendAsync($"{path}?handler=Look", "handler=Add", ct, ("Sent.Upload", list)));
        var file = Convert.ToBase64String(list);
        var last = BenchList.Pin(count - 1);
        return (look, await TimeAsync(() => _organiser.SendAsync($"{path}?handler=Add", last, ct, ("Sent.File", file))));
    }

    /// <summary>The page of all cards, and the same with a new PIN for each.</summary>
    private async Task IssueAsync(Contest contest, CancellationToken ct)
    {
        var path = EntryPaths.Cards(contest.Id);
        await _organiser.OpenAsync(path, ct);
        await _organiser.SendAsync($"{path}?handler=Issue", "notice-warning", ct);
    }

    private async Task<(double Look, double Write)> ListAsync(CancellationToken ct)
    {
        var path = StaffPaths.SchoolPupils(BenchArena.School);
        var list = BenchList.Pupils(Accounts);
        await _organiser.OpenAsync(path, ct);
        var look = await TimeAsync(() => _organiser.SendAsync($"{path}?handler=Look", "handler=Save", ct, ("Sent.Upload", list)));
        var file = Convert.ToBase64String(list);
        return (look, await TimeAsync(() => _organiser.SendAsync($"{path}?handler=Save", path, ct, ("Sent.File", file), ("Version", "0"))));
    }

    /// <summary>Each opens the door, signs in and sees the contest.</summary>
    private Task SignInAsync(Contest contest, CancellationToken ct) =>
        Parallel.ForAsync(
            0,
            Pupils,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (number, stop) =>
            {
                using var pupil = new BenchBrowser(BenchBrowser.ClientOf(arena.Address));
                await pupil.OpenAsync("/dang-nhap", stop);
                await pupil.SendAsync(
                    "/dang-nhap",
                    $"/thi/{contest.Code}",
                    stop,
                    ("Code", contest.Code),
                    ("Sbd", BenchList.Sbd(number)),
                    ("Pin", BenchList.Pin(number))
                );
                await pupil.OpenAsync($"/thi/{contest.Code}", stop);
            }
        );

    private static Contest Contest(int number)
    {
        var start = TimeProvider.System.GetUtcNow().AddHours(1 - number);
        return new()
        {
            Code = string.Create(CultureInfo.InvariantCulture, $"THI-{number}"),
            Names = new Dictionary<string, string> { ["vi"] = string.Create(CultureInfo.InvariantCulture, $"Kỳ thi {number}") },
            Scoring = ScoringStyle.Points,
            Start = start,
            End = start.AddHours(3),
            Problems = [new("A", "sonut", 100)],
        };
    }

    private static Figure Once(string name, double milliseconds) => Figure.Of(name, "ms", [milliseconds]);

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var start = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
