using System.Net;
using System.Text.RegularExpressions;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using Judge.Contests;
using Microsoft.AspNetCore.Routing;

namespace ArenaWeb.Tests.Access;

/// <summary>
/// Two arenas that differ in secrets only answer alike, byte for byte, whoever may not see them: every endpoint of the table with every id
/// of the fixtures, and every page, file and part that links lead to.
/// </summary>
public sealed partial class TwoWorldsTests : IAsyncLifetime
{
    /// <summary>Where each secret shows to whoever may see it; nowhere else.</summary>
    private static readonly Dictionary<Secret, string[]> Places = new()
    {
        [Secret.FrozenVerdict] =
        [
            "/thi/{code}",
            "/thi/{code}/bai-nop",
            "/thi/{code}/bai-nop/{id}",
            "/thi/{code}/bai/B",
            "/btc/cuoc-thi/{contest}/bai-nop",
            "/btc/cuoc-thi/{contest}/cham-lai",
            "/btc/cham-lai/{rejudging}",
            "/btc/bai-nop/{id}",
            "/btc/cuoc-thi/{contest}/thi-sinh",
        ],
        [Secret.Name] =
        [
            "/btc/cuoc-thi/{contest}/thi-sinh",
            "/btc/cuoc-thi/{contest}/bai-nop",
            "/btc/bai-nop/{id}",
            "/the-du-thi/{contest}",
            "/lop-hoc/{contest}/{pupil}",
            "/lop-hoc/{contest}/{mate}",
            "/thi/{code}",
            "/",
        ],
        [Secret.Draft] = ["/thi/{code}/bai/A/nhap"],
        [Secret.Source] = ["/thi/{code}/bai-nop/{id}", "/thi/{code}/bai/A", "/thi/{code}/bai/B", "/btc/bai-nop/{id}"],
        [Secret.Question] = ["/thi/{code}/hoi-dap", "/btc/cuoc-thi/{contest}/hoi-dap", "/btc/cuoc-thi/{contest}/hoi-dap/{thread}"],
    };

    private World _one = null!;
    private World _other = null!;

    public async ValueTask InitializeAsync()
    {
        _one = await World.MakeAsync(isOther: false);
        _other = await World.MakeAsync(isOther: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _one.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_may_not_see_a_secret_finds_the_same_bytes_in_both_worlds_and_whoever_may_sees_it()
    {
        Assert.Equal(
            _one.Contests.Select(one => (one.Contest.Id, one.Owner.Entrant)),
            _other.Contests.Select(one => (one.Contest.Id, one.Owner.Entrant))
        );
        List<string> wrong = [];
        foreach (var viewer in Viewer.All)
        {
            var differing = await DifferingAsync(viewer);
            wrong.AddRange(differing.Where(path => !MayDiffer(viewer, path, 'Z')).Select(path => $"{viewer} at {path}"));
            wrong.AddRange(
                from one in _one.Contests
                where viewer.Sees(one, 'Z') && CanLook(viewer, one.Secret) && !differing.Any(path => Shows(one, path))
                select $"{viewer} sees nothing of {one.Secret}"
            );
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Once_the_freeze_is_lifted_the_verdict_shows_on_the_board_and_nothing_else_does()
    {
        foreach (var world in new[] { _one, _other })
        {
            world.Arena.Clock.Advance(TimeSpan.FromHours(3));
            foreach (var one in world.Contests)
            {
                await world.Arena.Get<IContests>().ChangeAsync(one.Contest with { FreezeAt = null }, CancellationToken.None);
            }
        }
        var contest = _one.Contests[(int)Secret.FrozenVerdict].Contest;
        var differing = await DifferingAsync(new Viewer());
        Assert.Equal([$"/bang/{contest.Code}", $"/bang/{contest.Code}/rows"], differing.Select(PathOf).Distinct().Order());
    }

    private async Task<IReadOnlyList<string>> DifferingAsync(Viewer viewer)
    {
        var (here, there) = (await _one.BrowserAsync(viewer), await _other.BrowserAsync(viewer));
        var endpoints = _one.Arena.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        var waiting = new Queue<string>(
            Recipes
                .Addresses(_one, endpoints.Where(endpoint => !EndpointTable.IsAsset(endpoint)))
                .Where(path => !path.StartsWith("/metrics", StringComparison.Ordinal))
        );
        HashSet<string> known = [.. waiting];
        List<string> differing = [];
        while (waiting.TryDequeue(out var path))
        {
            var (one, other) = (await ReplyAsync(here, path), await ReplyAsync(there, path));
            if (one != other)
            {
                differing.Add(path);
            }
            foreach (var link in Links(one).Where(known.Add))
            {
                waiting.Enqueue(link);
            }
        }
        return differing;
    }

    private static async Task<string> ReplyAsync(Browser browser, string path)
    {
        var answer = await browser.GetAsync(path);
        var headers = answer
            .Headers.Concat(answer.ContentHeaders)
            .Where(header => header.Key is not ("Set-Cookie" or "Content-Length" or "Content-Security-Policy"))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        var isWorkbook = answer.ContentHeaders.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) == true;
        var content = isWorkbook ? Masked.Workbook(await browser.Client.GetByteArrayAsync(path)) : answer.Html;
        return Masked.Of($"{(int)answer.Status}\n{string.Join('\n', headers.Order())}\n{content}", path);
    }

    /// <summary>Pages of this site that a reply leads to, but those that only change the language or the theme.</summary>
    private static IEnumerable<string> Links(string reply) =>
        Hrefs()
            .Matches(reply)
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            .Where(link => !link.StartsWith("/assets", StringComparison.Ordinal) && !link.Contains("{path}") && !Look().IsMatch(link));

    /// <summary>There is a page for this viewer by now.</summary>
    private static bool CanLook(Viewer viewer, Secret secret) =>
        viewer.Role == StaffRole.Organiser || (viewer.IsOwner && viewer.In == secret && secret != Secret.Name);

    /// <summary>The own name stands in the head of every page.</summary>
    private bool MayDiffer(Viewer viewer, string path, char phase) =>
        viewer is { IsOwner: true, In: Secret.Name } || _one.Contests.Any(one => Shows(one, path) && viewer.Sees(one, phase));

    private bool Shows(SecretContest one, string path) =>
        Places[one.Secret].Any(place => Patterns(place, one).Contains(PathOf(path), StringComparer.OrdinalIgnoreCase));

    private IEnumerable<string> Patterns(string place, SecretContest one) =>
        one.Submissions.Select(id =>
            place
                .Replace("{code}", one.Contest.Code)
                .Replace("{contest}", $"{one.Contest.Id.Value}")
                .Replace("{rejudging}", $"{_one.Rejudging.Value}")
                .Replace("{mate}", $"{one.Other.Entrant.Value}")
                .Replace("{pupil}", $"{one.Owner.Entrant.Value}")
                .Replace("{id}", $"{id.Value}")
                .Replace("{thread}", $"{one.Threads[0]}")
        );

    private static string PathOf(string address) => address.Split('?')[0];

    [GeneratedRegex("href=\"(/[^\"#]*)\"")]
    private static partial Regex Hrefs();

    [GeneratedRegex("[?&](lang|theme)=")]
    private static partial Regex Look();
}
