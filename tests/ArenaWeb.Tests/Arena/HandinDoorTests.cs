using System.IO.Compression;
using System.Net;
using Judge.Contests;
using Judge.Submit;

namespace ArenaWeb.Tests.Arena;

/// <summary>Both file fields of the form and its text lead to the judge's one door.</summary>
public sealed class HandinDoorTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    /// <summary>Words in TCVN3, as old editors of schools save them.</summary>
    private static readonly byte[] Old = [.. "{ T"u8, 0xAE, 0x6E, 0x20, 0xB5, 0xD8, .. " }\r\nbegin end."u8];

    [Theory]
    [InlineData("file")]
    [InlineData("files")]
    public async Task Bytes_of_a_file_stay_in_either_field_but_for_the_mark_and_the_ending_tells_the_language(string field)
    {
        var (contest, pupil) = await StartAsync();
        var answer = await SendAsync(pupil, contest, "python", field, new Upload("Bài 1.PAS", [0xEF, 0xBB, 0xBF, .. Old]));
        var stored = Assert.Single(await OfAsync(contest));
        Assert.Equal(("pascal", Old.Length), (stored.Language, stored.Size));
        Assert.Equal(Old, await arena.Get<IBlobs>().GetAsync(stored.Source, CancellationToken.None));
        var page = await pupil.GetAsync(answer.Location!);
        Assert.Contains("được chấm bằng Pascal, không phải Python", page.Html);
        Assert.Contains("begin end.", page.Text);
        Assert.DoesNotContain("\uFFFD", page.Text);
        using var file = await pupil.Client.GetAsync($"{answer.Location}?handler=File", TestContext.Current.CancellationToken);
        Assert.Equal(Old, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_source_in_an_old_encoding_is_not_opened_in_the_editor_which_would_spoil_it()
    {
        var (contest, pupil) = await StartAsync();
        var answer = await SendAsync(pupil, contest, "pascal", "file", new Upload("a.pas", Old));
        var again = await pupil.GetAsync($"{Path(contest)}?tu={answer.Location!.Split('/')[^1]}");
        Assert.Equal("", again.Document.QuerySelector("textarea[name=source]")!.TextContent.Trim());
    }

    [Theory]
    [InlineData("file")]
    [InlineData("files")]
    public async Task A_bad_zip_is_refused_at_once_and_uses_no_attempt(string field)
    {
        var (contest, pupil) = await StartAsync(contest => contest with { AttemptsLimit = 1 });
        var answer = await SendAsync(pupil, contest, "pascal", field, new Upload("bai.zip", Zip("main.pas")[..^30]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Tệp “bai.zip” không mở được", answer.Text);
        Assert.Contains("không bị tính", answer.Text);
        Assert.Empty(await OfAsync(contest));
        Assert.Contains("còn 1 lần", answer.Text);
        Assert.NotNull((await SendAsync(pupil, contest, "pascal", field, new Upload("bai.zip", Zip("Bài 1.pas")))).Location);
    }

    [Fact]
    public async Task Files_that_nobody_compiles_are_left_out_and_named_once()
    {
        var (contest, pupil) = await StartAsync();
        var answer = await SendAsync(pupil, contest, "pascal", "files", new("main.pas", Old), new("main.exe", [0x4D, 0x5A, 0, 0]));
        Assert.Contains("Không dùng: main.exe.", (await pupil.GetAsync(answer.Location!)).Html);
        Assert.DoesNotContain("Không dùng", (await pupil.GetAsync(answer.Location!)).Html);
        Assert.Equal(Old, await arena.Get<IBlobs>().GetAsync((await OfAsync(contest))[0].Source, CancellationToken.None));
    }

    [Fact]
    public async Task Text_in_UTF_16_is_refused_with_the_cure()
    {
        var (contest, pupil) = await StartAsync();
        byte[] wide = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("begin end.")];
        var answer = await SendAsync(pupil, contest, "pascal", "file", new Upload("a.pas", wide));
        Assert.Contains("Tệp “a.pas” được lưu bằng mã UTF-16", answer.Text);
        Assert.Empty(await OfAsync(contest));
    }

    private async Task<(Contest Contest, Browser Pupil)> StartAsync(Func<Contest, Contest>? change = null)
    {
        var contest = await arena.AddContestAsync(change);
        return (contest, await arena.PupilAsync(contest));
    }

    private static byte[] Zip(string name)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Old);
        }

        return bytes.ToArray();
    }

    private static async Task<Answer> SendAsync(Browser pupil, Contest contest, string language, string field, params Upload[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(language), "language" }, { new StringContent(""), "source" } };
        foreach (var (key, value) in Browser.HiddenFields(await pupil.GetAsync(Path(contest))))
        {
            form.Add(new StringContent(value), key);
        }

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file.Bytes), field, file.Name);
        }

        using var answer = await pupil.Client.PostAsync(Path(contest), form, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(answer);
    }

    private static string Path(Contest contest) => $"/thi/{contest.Code}/bai/A";

    private Task<IReadOnlyList<Submission>> OfAsync(Contest contest) =>
        arena.Get<ISubmissions>().ListAsync(new SubmissionFilter { Contest = contest.Id }, CancellationToken.None);
}
