using System.Net;
using System.Text.RegularExpressions;
using ArenaWeb.Access;
using ArenaWeb.Accounts;
using Judge.Contests;
using Microsoft.AspNetCore.Routing;

namespace ArenaWeb.Tests.Access;

/// <summary>
/// Two arenas that differ in secrets only answer alike, byte for byte, whoever may not see them: every endpoint of the table with every id
/// of the fixtures, and every page, file and part that links lead to, also to whoever asks whether a copy that others have is still true.
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
        [Secret.Planned] =
        [
            "/btc",
            "/giam-khao",
            "/btc/tai-khoan",
            "/btc/cuoc-thi/{contest}",
            "/btc/cuoc-thi/{contest}/thoi-gian",
            "/btc/cuoc-thi/{any}/ky-thi",
            "/btc/cuoc-thi/{contest}/ghi-danh",
            "/btc/cuoc-thi/{contest}/phong-thi",
            "/btc/cuoc-thi/{contest}/thi-sinh",
            "/btc/cuoc-thi/{contest}/hoi-dap",
            "/btc/cuoc-thi/{contest}/hoi-dap/{thread}",
            "/btc/cuoc-thi/{contest}/cau-mau",
            "/btc/cuoc-thi/{contest}/bai-nop",
            "/btc/cuoc-thi/{contest}/cham-lai",
            "/btc/cuoc-thi/{contest}/man-choi",
            "/the-du-thi/{contest}",
            "/lop-hoc/{contest}",
            "/lop-hoc/{contest}/{pupil}",
            "/lop-hoc/{contest}/{mate}",
        ],
    };

    /// <summary>What asks whether a copy is still true, by the header of the answer that the copy came with.</summary>
    private static readonly Dictionary<string, string> Questions = new()
    {
        ["ETag"] = "If-None-Match",
        ["Last-Modified"] = "If-Modified-Since",
    };

    /// <summary>By address: the questions of whoever has seen it, at any time and in either world.</summary>
    private readonly Dictionary<string, HashSet<(string Header, string Value)>> _copies = [];

    private const string Shown = "200";
    private const string Unchanged = "304";

    private World _one = null!;
    private World _other = null!;

    private World[] Worlds => [_one, _other];

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
        await KeepCopiesOfWhatComesLaterAsync();
        List<string> wrong = [];
        foreach (var viewer in Viewer.All)
        {
            var differing = await DifferingAsync(viewer);
            wrong.AddRange(differing.Where(path => !MayDiffer(viewer, path)).Select(path => $"{viewer} at {path}"));
            wrong.AddRange(
                from one in _one.Contests
                where _one.Shows(one, viewer) && CanLook(viewer, one.Secret) && !differing.Any(path => Shows(one, path))
                select $"{viewer} sees nothing of {one.Secret}"
            );
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_card_of_a_planned_contest_is_answered_as_one_of_none()
    {
        var fields = new Dictionary<string, string>
        {
            ["Code"] = _one.Planned.Contest.Code,
            ["Sbd"] = _one.Planned.Owner.Sbd,
            ["Pin"] = _one.Planned.Owner.Pin,
        };
        var (one, other) = (await TryAsync(_one), await TryAsync(_other));
        Assert.Equal(other, one);

        async Task<string> TryAsync(World world)
        {
            var answer = await world.Arena.Browser().SubmitAsync("/dang-nhap", fields);
            return $"{answer.Status} {answer.Location} {answer.Text}";
        }
    }

    [Fact]
    public async Task As_a_contest_goes_on_what_was_hidden_shows_where_the_matrix_says_and_nowhere_else()
    {
        var (frozen, planned) = (_one.Frozen.Contest, _one.Planned.Contest);
        string[] board = [$"/bang/{frozen.Code}", $"/bang/{frozen.Code}/rows"];
        string[] plan = ["/", $"/bang/{planned.Code}", $"/bang/{planned.Code}/rows"];
        await ExpectDifferingAsync();
        await MoveAsync(world => world.Planned, LifeAct.Publish);
        await ExpectDifferingAsync(plan);
        foreach (var world in Worlds)
        {
            world.Arena.Clock.Advance(TimeSpan.FromHours(3));
        }
        await ExpectDifferingAsync(plan);
        await MoveAsync(world => world.Frozen, LifeAct.Provisional);
        await ExpectDifferingAsync([.. board, .. plan]);

        async Task ExpectDifferingAsync(params string[] expected) =>
            Assert.Equal(expected.Order(), (await DifferingAsync(new Viewer())).Select(PathOf).Distinct().Order());
    }

    /// <summary>Shows everybody what is still hidden, for a while, and keeps the copies.</summary>
    private async Task KeepCopiesOfWhatComesLaterAsync()
    {
        await MoveAsync(world => world.Planned, LifeAct.Publish);
        await FreezeAsync(_ => null);
        Assert.NotEmpty(await DifferingAsync(new Viewer()));
        Assert.NotEmpty(_copies);
        await MoveAsync(world => world.Planned, LifeAct.Draft);
        await FreezeAsync(world => world.Frozen.Contest.FreezeAt);
    }

    private async Task MoveAsync(Func<World, SecretContest> which, LifeAct act)
    {
        foreach (var world in Worlds)
        {
            var bar = await world
                .Arena.Get<IContestActs>()
                .MoveAsync(which(world).Contest.Id, act, new("test", ""), CancellationToken.None);
            Assert.Equal(LifeBar.None, bar);
            await world.SettleAsync(which(world).Contest);
        }
    }

    private async Task FreezeAsync(Func<World, DateTimeOffset?> from)
    {
        foreach (var world in Worlds)
        {
            var changed = world.Frozen.Contest with { FreezeAt = from(world) };
            await world.Arena.Get<IContests>().ChangeAsync(changed, CancellationToken.None);
            await world.SettleAsync(changed);
        }
    }

    /// <summary>Addresses whose answers tell the worlds apart.</summary>
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
            else
            {
                differing.AddRange(await TellingAsync(path, one));
            }
            foreach (var link in Links(one).Where(known.Add))
            {
                waiting.Enqueue(link);
            }
        }
        return differing;

        // A copy is still true in both worlds or in neither, and only for whoever is shown something without asking so.
        async Task<IEnumerable<string>> TellingAsync(string path, string plain)
        {
            List<string> telling = [];
            foreach (var copy in _copies.GetValueOrDefault(path, []))
            {
                var (one, other) = (await ReplyAsync(here, path, copy), await ReplyAsync(there, path, copy));
                if (
                    one != other
                    || (one.StartsWith(Unchanged, StringComparison.Ordinal) && !plain.StartsWith(Shown, StringComparison.Ordinal))
                )
                {
                    telling.Add($"{path} for {copy}");
                }
            }
            return telling;
        }
    }

    /// <param name="copy">Header that asks whether a copy is still true; null: it is asked plainly.</param>
    private async Task<string> ReplyAsync(Browser browser, string path, (string Header, string Value)? copy = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (copy is { } kept)
        {
            request.Headers.Add(kept.Header, kept.Value);
        }
        using var response = await browser.Client.SendAsync(request);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        foreach (var (told, asks) in Questions.Where(question => headers.ContainsKey(question.Key)))
        {
            _copies.TryAdd(path, []);
            _copies[path].Add((asks, headers[told]));
        }
        var isWorkbook = response.Content.Headers.ContentType?.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) == true;
        var content = isWorkbook
            ? Masked.Workbook(await response.Content.ReadAsByteArrayAsync())
            : await response.Content.ReadAsStringAsync();
        var lines = headers
            .Where(header => header.Key is not ("Set-Cookie" or "Content-Length" or "Content-Security-Policy"))
            .Select(header => $"{header.Key}: {header.Value}");
        return Masked.Of($"{(int)response.StatusCode}\n{string.Join('\n', lines.Order())}\n{content}", path);
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
    private bool MayDiffer(Viewer viewer, string path) =>
        viewer is { IsOwner: true, In: Secret.Name } || _one.Contests.Any(one => Shows(one, path) && _one.Shows(one, viewer));

    private bool Shows(SecretContest one, string path) =>
        Places[one.Secret].Any(place => Patterns(place, one).Contains(PathOf(path), StringComparer.OrdinalIgnoreCase));

    private IEnumerable<string> Patterns(string place, SecretContest one) =>
        from id in one.Submissions.DefaultIfEmpty()
        from any in _one.Contests
        select place
            .Replace("{code}", one.Contest.Code)
            .Replace("{contest}", $"{one.Contest.Id.Value}")
            .Replace("{any}", $"{any.Contest.Id.Value}")
            .Replace("{rejudging}", $"{_one.Rejudging.Value}")
            .Replace("{mate}", $"{one.Other.Entrant.Value}")
            .Replace("{pupil}", $"{one.Owner.Entrant.Value}")
            .Replace("{id}", $"{id.Value}")
            .Replace("{thread}", $"{one.Threads[0]}");

    private static string PathOf(string address) => address.Split('?')[0];

    [GeneratedRegex("href=\"(/[^\"#]*)\"")]
    private static partial Regex Hrefs();

    [GeneratedRegex("[?&](lang|theme)=")]
    private static partial Regex Look();
}
