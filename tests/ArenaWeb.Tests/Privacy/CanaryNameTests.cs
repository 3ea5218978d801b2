using System.Data.Common;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ArenaWeb.Accounts;
using ArenaWeb.Tests.Judgements;
using Dapper;
using Judge.Contests;
using Judge.Storage;

namespace ArenaWeb.Tests.Privacy;

/// <summary>A name that nobody else bears goes through the whole arena, and is searched for where names have no business.</summary>
public sealed partial class CanaryNameTests : IAsyncLifetime
{
    private const string Canary = "Quạ Mỏ Đỏ Kêu Sương";

    /// <summary>The arena's own tables of people; every other table is the judge's or tells what was done.</summary>
    private static readonly string[] OfPeople = ["people", "pupils"];

    private readonly ArenaFixture _arena = new();
    private readonly List<string> _addresses = [];

    public ValueTask InitializeAsync() => _arena.InitializeAsync();

    public ValueTask DisposeAsync() => _arena.DisposeAsync();

    [Fact]
    public async Task A_name_stands_in_no_log_no_address_no_file_name_no_error_and_in_no_table_of_the_judge()
    {
        var school = await PrivateSchool.AddAsync(_arena, "THCS Tổ Quạ", Canary);
        var contest = await _arena.AddContestAsync();
        var cards = await school.EnterAsync(contest);
        await PupilAsync(contest, cards[0]);
        await StaffAsync(contest, school);
        await PublicAsync(contest);
        Assert.DoesNotContain(_addresses, address => Holds(Uri.UnescapeDataString(address)));
        Assert.Equal(OfPeople, await TablesAsync());
        Assert.Empty(FilesWithName());
    }

    private async Task PupilAsync(Contest contest, Card card)
    {
        var pupil = await _arena.SignInAsync(contest, card);
        var page = $"/thi/{contest.Code}/bai/A";
        var taken = await pupil.SubmitAsync(page, new() { ["language"] = "pascal", ["source"] = "begin end." });
        _addresses.Add(taken.Location!);
        await _arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        foreach (
            var path in new[] { $"/thi/{contest.Code}", $"/thi/{contest.Code}/bai-nop", taken.Location!, $"/thi/{contest.Code}/hoi-dap" }
        )
        {
            Look(await pupil.GetAsync(path));
        }
        // The own name stands in the head of the page; in a trouble it has no business.
        Assert.False(Holds((await pupil.GetAsync($"/thi/{contest.Code}/bai/Z")).Text));
        Assert.False(Holds((await pupil.SubmitAsync(page, new() { ["language"] = "khongco", ["source"] = Canary })).Location ?? ""));
    }

    private async Task StaffAsync(Contest contest, PrivateSchool school)
    {
        var staff = await _arena.StaffAsync();
        foreach (
            var path in new[]
            {
                "/btc",
                $"/btc/cuoc-thi/{contest.Id.Value}",
                $"/btc/cuoc-thi/{contest.Id.Value}/thi-sinh",
                $"/btc/cuoc-thi/{contest.Id.Value}/bai-nop",
                $"{school.Path}/hoc-sinh",
                $"{school.Path}/dong-y",
                $"{school.Path}/yeu-cau",
                $"{school.Path}/du-lieu",
                $"{school.Path}/luot-xem",
                "/btc/nhat-ky",
            }
        )
        {
            var answer = await staff.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.Status));
            Look(answer);
        }
        await PrivateSchool.SendAsync(staff, $"{school.Path}/dong-y", "Record", ("kind", "Publish"), ("both", "true"), ("tatca", "true"));
        var withdrawn = await PrivateSchool.SendAsync(
            staff,
            $"{school.Path}/dong-y",
            "Withdraw",
            ("pupil", $"{school.Pupils[0].Id}"),
            ("kind", "Publish")
        );
        _addresses.Add(withdrawn.Location!);
        var token = Browser.HiddenFields(await staff.GetAsync($"{school.Path}/du-lieu"));
        using var export = await staff.Client.PostAsync($"{school.Path}/du-lieu?handler=Export", new FormUrlEncodedContent(token));
        Assert.DoesNotContain(Canary, $"{export.Content.Headers}");
        await using var zip = new System.IO.Compression.ZipArchive(await export.Content.ReadAsStreamAsync());
        _addresses.AddRange(zip.Entries.Select(entry => entry.FullName));
        Assert.False(Holds((await staff.GetAsync("/btc/nhat-ky")).Html));
    }

    private async Task PublicAsync(Contest contest)
    {
        var anybody = _arena.Browser();
        foreach (
            var path in new[]
            {
                "/",
                $"/bang/{contest.Code}",
                $"/bang/{contest.Code}?chieu=1",
                $"/bang/{contest.Code}/rows",
                $"/su-kien?nghe=contest:{contest.Id.Value}+board:{contest.Id.Value}&sau=0&mot-lan=1",
                "/health",
            }
        )
        {
            var answer = await anybody.GetAsync(path);
            Assert.False(Holds(answer.Html), path);
            Look(answer);
        }
    }

    private void Look(Answer page) =>
        _addresses.AddRange(Links().Matches(page.Html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value)));

    private Task<List<string>> TablesAsync() =>
        _arena
            .Get<Database>()
            .ReadAsync(
                async connection =>
                {
                    List<string> found = [];
                    foreach (
                        var table in await connection.QueryAsync<string>(
                            "select name from sqlite_master where type = 'table' order by name"
                        )
                    )
                    {
                        if (await HoldsAsync(connection, table))
                        {
                            found.Add(table);
                        }
                    }
                    return found;
                },
                CancellationToken.None
            );

    private static async Task<bool> HoldsAsync(DbConnection connection, string table)
    {
        await using var rows = await connection.ExecuteReaderAsync($"select * from \"{table}\"");
        while (await rows.ReadAsync())
        {
            for (var at = 0; at < rows.FieldCount; at++)
            {
                var value = rows.GetValue(at);
                if (Holds(value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}"))
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Logs, drafts, sources and keys; the database was looked at table by table.</summary>
    private IEnumerable<string> FilesWithName() =>
        Directory
            .EnumerateFiles(_arena.DataFolder, "*", SearchOption.AllDirectories)
            .Where(path =>
                !Path.GetFileName(path).Contains(".db", StringComparison.Ordinal) || path.Contains("lite", StringComparison.Ordinal)
            )
            .Where(path => Holds(path) || Holds(Encoding.UTF8.GetString(Bytes(path))) || Holds(Encoding.Latin1.GetString(Bytes(path))));

    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>As it is, and as logs in ASCII write it.</summary>
    private static bool Holds(string text) =>
        text.Contains(Canary, StringComparison.Ordinal)
        || text.Contains(System.Text.Json.JsonSerializer.Serialize(Canary).Trim('"'), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("(?:href|src|action|hx-get|hx-post|data-src|formaction)=\"([^\"]*)\"")]
    private static partial Regex Links();
}
