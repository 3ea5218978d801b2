using System.Net;
using System.Text;
using ArenaWeb.Tests.Judgements;
using Judge.Contests;
using Judge.Problems;
using Judge.Submit;

namespace ArenaWeb.Tests.Arena;

/// <summary>Handing in, and all that can go wrong with it: each with a sentence, and what was typed still in the form.</summary>
public sealed class SubmitTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Source = "begin\n  writeln(7);\nend.\n";

    [Fact]
    public async Task A_typed_source_is_stored_and_its_page_follows()
    {
        var (contest, pupil) = await StartAsync();
        var answer = await TypeAsync(pupil, contest, Source.ReplaceLineEndings("\r\n"));
        Assert.Matches($"^/thi/{contest.Code}/bai-nop/[0-9]+$", answer.Location);
        var stored = Assert.Single(await OfAsync(contest));
        Assert.Equal(("A", "pascal"), (stored.Label, stored.Language));
        Assert.Equal(Source, await TextAsync(stored));
        Assert.Contains("Đã nhận bài", (await pupil.GetAsync(answer.Location!)).Html);
    }

    [Fact]
    public async Task A_file_is_stored_byte_by_byte_and_its_ending_tells_the_language()
    {
        var (contest, pupil) = await StartAsync();
        byte[] old = [.. "{ "u8, 0xC4, 0xD8, .. " }\r\nbegin end.\x1A"u8];
        await SendAsync(pupil, contest, new("BAI1.PAS", old), language: "python");
        var stored = Assert.Single(await OfAsync(contest));
        Assert.Equal("pascal", stored.Language);
        Assert.Equal(old, await arena.Get<IBlobs>().GetAsync(stored.Source, CancellationToken.None));
    }

    [Fact]
    public async Task A_byte_order_mark_does_not_reach_the_compiler()
    {
        var (contest, pupil) = await StartAsync();
        await SendAsync(pupil, contest, new("a.py", "\uFEFFprint(7)\n"u8.ToArray()));
        Assert.Equal("print(7)\n", await TextAsync(Assert.Single(await OfAsync(contest))));
    }

    [Fact]
    public async Task Ten_megabytes_of_file_are_refused_and_the_typed_text_stays() =>
        await RefusedAsync(HttpStatusCode.RequestEntityTooLarge, "dài tối đa 256 KB", new("a.pas", new byte[10 << 20]));

    [Fact]
    public async Task Thirty_megabytes_are_read_to_their_end_and_answered()
    {
        var (contest, pupil) = await StartAsync();
        var answer = await SendAsync(pupil, contest, new("a.pas", new byte[30 << 20]));
        Assert.Equal($"/thi/{contest.Code}/bai/A?loi=lon", answer.Location);
        Assert.Contains("Chương trình dài quá", (await pupil.GetAsync(answer.Location!)).Text);
    }

    [Theory]
    [InlineData(SubmitRule.MostBytes + 1)]
    [InlineData(10 << 20)]
    public async Task A_text_that_is_too_long_is_refused_and_stays(int length)
    {
        var (contest, pupil) = await StartAsync();
        var text = new string('x', length);
        var answer = await TypeAsync(pupil, contest, text);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("Chương trình dài quá", answer.Text);
        Assert.True(text == TypedIn(answer));
        Assert.Empty(await OfAsync(contest));
    }

    [Fact]
    public async Task A_binary_file_is_refused() =>
        await RefusedAsync(
            HttpStatusCode.UnprocessableEntity,
            "không phải là mã nguồn dạng chữ",
            new("a.pas", [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0])
        );

    [Fact]
    public async Task An_empty_file_is_refused() =>
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, "chưa có gì bên trong", new("a.pas", []));

    [Fact]
    public async Task An_unknown_extension_is_refused_with_the_known_ones() =>
        await RefusedAsync(HttpStatusCode.UnprocessableEntity, ".pas, .pp, .py", new("bai1.rs", "int main(){}"u8.ToArray()));

    [Theory]
    [InlineData("a\0b", "không phải là mã nguồn dạng chữ")]
    [InlineData("", "chưa có gì bên trong")]
    [InlineData(" \n\t\n", "chưa có gì bên trong")]
    public async Task A_text_that_is_none_is_refused(string text, string sentence)
    {
        var (contest, pupil) = await StartAsync();
        var answer = await TypeAsync(pupil, contest, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Empty(await OfAsync(contest));
    }

    [Fact]
    public async Task A_source_after_the_end_is_refused_and_stays()
    {
        var (contest, pupil) = await StartAsync(contest => contest with { End = arena.Clock.GetUtcNow().AddMinutes(5) });
        var page = await pupil.GetAsync(Path(contest));
        arena.Clock.Advance(TimeSpan.FromMinutes(5));
        var answer = await pupil.SendAsync(
            Path(contest),
            Browser.HiddenFields(page),
            new() { ["language"] = "pascal", ["source"] = Source }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Đã hết giờ, bài này chưa được nhận", answer.Text);
        Assert.Equal(Source, TypedIn(answer));
        Assert.Empty(await OfAsync(contest));
    }

    [Fact]
    public async Task A_source_after_the_end_of_the_own_time_is_refused_on_an_old_page_while_others_go_on()
    {
        var (contest, pupil) = await StartAsync(contest => contest with { Duration = TimeSpan.FromMinutes(20) });
        var home = $"/thi/{contest.Code}";
        await pupil.SendAsync($"{home}?handler=Begin", Browser.HiddenFields(await pupil.GetAsync(home)), []);
        var page = Browser.HiddenFields(await pupil.GetAsync(Path(contest)));
        var other = await arena.PupilAsync(contest, "HS9");
        arena.Clock.Advance(TimeSpan.FromMinutes(20));
        Dictionary<string, string> typed = new() { ["language"] = "pascal", ["source"] = Source };
        var answer = await pupil.SendAsync(Path(contest), page, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Đã hết giờ, bài này chưa được nhận", answer.Text);
        Assert.Equal(Source, TypedIn(answer));
        Assert.Empty(await OfAsync(contest));
        await other.SendAsync($"{home}?handler=Begin", Browser.HiddenFields(await other.GetAsync(home)), []);
        Assert.NotNull((await other.SendAsync(Path(contest), Browser.HiddenFields(await other.GetAsync(Path(contest))), typed)).Location);
    }

    [Fact]
    public async Task A_double_click_counts_once()
    {
        var (contest, pupil) = await StartAsync();
        var hidden = Browser.HiddenFields(await pupil.GetAsync(Path(contest)));
        Dictionary<string, string> typed = new() { ["language"] = "pascal", ["source"] = Source };
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => pupil.SendAsync(Path(contest), hidden, typed)));
        Assert.Single(answers.Select(answer => answer.Location).Distinct());
        Assert.Single(await OfAsync(contest));
    }

    [Fact]
    public async Task A_lab_whose_address_changes_and_whose_line_is_away_for_a_minute_is_signed_in_and_nothing_counts_twice()
    {
        var (contest, pupil) = await StartAsync();
        var hidden = Browser.HiddenFields(await pupil.GetAsync(Path(contest)));
        Dictionary<string, string> typed = new() { ["language"] = "pascal", ["source"] = Source };
        pupil.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        var lost = await pupil.SendAsync(Path(contest), hidden, typed); // its answer never came back
        arena.Clock.Advance(TimeSpan.FromSeconds(60));
        pupil.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
        pupil.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        var again = await pupil.SendAsync(Path(contest), hidden, typed);
        Assert.Equal(lost.Location, again.Location);
        Assert.Equal(HttpStatusCode.OK, (await pupil.GetAsync(again.Location!)).Status);
        Assert.Equal(Source, await TextAsync(Assert.Single(await OfAsync(contest))));
    }

    [Fact]
    public async Task Two_tabs_are_two_submissions()
    {
        var (contest, pupil) = await StartAsync();
        var first = Browser.HiddenFields(await pupil.GetAsync(Path(contest)));
        var second = Browser.HiddenFields(await pupil.GetAsync(Path(contest)));
        Dictionary<string, string> typed = new() { ["language"] = "pascal", ["source"] = Source };
        var one = await pupil.SendAsync(Path(contest), first, typed);
        var two = await pupil.SendAsync(Path(contest), second, typed);
        Assert.NotEqual(one.Location, two.Location);
        Assert.Equal(2, (await OfAsync(contest)).Count);
    }

    [Fact]
    public async Task Going_back_to_the_form_and_changing_something_is_another_submission()
    {
        var (contest, pupil) = await StartAsync();
        var hidden = Browser.HiddenFields(await pupil.GetAsync(Path(contest)));
        await pupil.SendAsync(Path(contest), hidden, new() { ["language"] = "pascal", ["source"] = Source });
        await pupil.SendAsync(Path(contest), hidden, new() { ["language"] = "pascal", ["source"] = Source + " " });
        Assert.Equal(2, (await OfAsync(contest)).Count);
    }

    [Fact]
    public async Task A_thousand_submissions_of_one_pupil_are_stopped_at_the_limit_and_none_is_lost()
    {
        var (contest, pupil) = await StartAsync();
        var hidden = Browser.HiddenFields(await pupil.GetAsync(Path(contest)));
        var answers = new List<Answer>();
        for (var i = 0; i < 1_000; i++)
        {
            answers.Add(
                await pupil.SendAsync(Path(contest), hidden, new() { ["language"] = "pascal", ["source"] = $"{{{i}}} begin end." })
            );
        }
        Assert.Equal(SubmitRule.MostWaiting, answers.Count(answer => answer.Location is not null));
        Assert.Equal(SubmitRule.MostWaiting, (await OfAsync(contest)).Count);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1].Status);
        Assert.Contains($"tối đa {SubmitRule.MostWaiting} bài chờ", answers[^1].Text);
        Assert.Equal("{999} begin end.", TypedIn(answers[^1]));
        await arena.JudgeAllAsync(_ => SomeJudgements.Accepted);
        Assert.NotNull((await TypeAsync(pupil, contest, Source)).Location);
    }

    [Fact]
    public async Task The_cap_on_attempts_is_quoted()
    {
        var (contest, pupil) = await StartAsync(contest => contest with { AttemptsLimit = 2 });
        Assert.Contains("còn 2 lần", (await pupil.GetAsync(Path(contest))).Text);
        await TypeAsync(pupil, contest, "{1} begin end.");
        await TypeAsync(pupil, contest, "{2} begin end.");
        var answer = await TypeAsync(pupil, contest, Source);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("mỗi bài được nộp tối đa 2 lần", answer.Text);
        Assert.Equal(Source, TypedIn(answer));
    }

    [Fact]
    public async Task A_language_that_the_contest_does_not_use_is_refused()
    {
        var (contest, pupil) = await StartAsync(contest => contest with { Languages = ["pascal"] });
        var answer = await SendAsync(pupil, contest, new("a.py", "print(7)"u8.ToArray()));
        Assert.Contains("Cuộc thi này dùng: Pascal", answer.Text);
        Assert.Equal(
            ["pascal"],
            answer.Document.QuerySelectorAll("select[name=language] option").Select(option => option.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_and_nothing_is_stored()
    {
        var (contest, pupil) = await StartAsync();
        var answer = await pupil.SendAsync(Path(contest), [], new() { ["language"] = "pascal", ["source"] = Source });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(await OfAsync(contest));
    }

    [Fact]
    public async Task Who_is_not_signed_in_comes_to_the_door()
    {
        var contest = await arena.AddContestAsync();
        var answer = await arena.Browser().SendAsync(Path(contest), [], new() { ["language"] = "pascal", ["source"] = Source });
        Assert.StartsWith("/dang-nhap", answer.Location);
    }

    [Fact]
    public async Task Text_with_html_comes_back_as_text()
    {
        var (contest, pupil) = await StartAsync(contest => contest with { AttemptsLimit = 1 });
        await TypeAsync(pupil, contest, Source);
        const string Hostile = "\n</textarea><script>alert(1)</script>";
        var answer = await TypeAsync(pupil, contest, Hostile);
        Assert.Equal(Hostile, TypedIn(answer));
        Assert.DoesNotContain("<script>alert", answer.Html);
    }

    private async Task<(Contest Contest, Browser Pupil)> StartAsync(Func<Contest, Contest>? change = null)
    {
        var contest = await arena.AddContestAsync(change);
        return (contest, await arena.PupilAsync(contest));
    }

    [Fact]
    public async Task Several_files_are_handed_in_as_one_zip()
    {
        var (contest, pupil) = await StartAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("pascal"), "language" },
            { new ByteArrayContent("begin end."u8.ToArray()), "files", "main.pas" },
            { new ByteArrayContent("unit u;"u8.ToArray()), "files", "../u.pas" },
        };
        foreach (var (key, value) in Browser.HiddenFields(await pupil.GetAsync(Path(contest))))
        {
            form.Add(new StringContent(value), key);
        }

        using var answer = await pupil.Client.PostAsync(Path(contest), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var handed = Assert.Single(await OfAsync(contest));
        using var zip = new System.IO.Compression.ZipArchive(
            new MemoryStream(await arena.Get<IBlobs>().GetAsync(handed.Source, CancellationToken.None))
        );
        Assert.Equal(["main.pas", "u.pas"], zip.Entries.Select(entry => entry.FullName));
        Assert.Contains("Nộp dưới dạng tệp zip", (await pupil.GetAsync(answer.Headers.Location!.OriginalString)).Text);
    }

    [Fact]
    public async Task Where_outputs_are_asked_for_there_is_no_editor_and_the_page_says_what_a_file_is_called()
    {
        var (contest, pupil) = await StartWithOutputsAsync();
        var page = await pupil.GetAsync(Path(contest));
        Assert.Empty(page.Document.QuerySelectorAll("textarea, select[name=language]"));
        Assert.NotNull(page.Document.QuerySelector("input[type=file][name=files][multiple]"));
        Assert.Contains("1.out", page.Text);
        Assert.DoesNotContain("bàn phím", page.Text);
    }

    [Theory]
    [InlineData("1.out", "2.out")]
    [InlineData("2.out")]
    public async Task Outputs_are_handed_in_under_their_names_also_a_single_one(params string[] names)
    {
        var (contest, pupil) = await StartWithOutputsAsync();
        var answer = await HandInAsync(pupil, contest, [.. names.Select(name => new Upload(name, "7\n"u8.ToArray()))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var handed = Assert.Single(await OfAsync(contest));
        Assert.Equal((HandinKind.Outputs, ""), (handed.Kind, handed.Language));
        var bytes = await arena.Get<IBlobs>().GetAsync(handed.Source, CancellationToken.None);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(bytes));
        Assert.Equal(names, zip.Entries.Select(entry => entry.FullName));
        var page = await pupil.GetAsync(answer.Location!);
        Assert.All(names, name => Assert.Contains(name, page.Text));
        Assert.Contains("Tệp kết quả", page.Text);
        Assert.DoesNotContain("outputs", page.Text);
    }

    [Fact]
    public async Task A_zip_of_outputs_is_stored_under_the_names_of_tests_and_its_owner_and_the_organiser_get_it_back()
    {
        var (contest, pupil) = await StartWithOutputsAsync();
        using var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("bài/output_1.txt");
        }

        var answer = await HandInAsync(pupil, contest, new Upload("ketqua.zip", memory.ToArray()));
        var handed = Assert.Single(await OfAsync(contest));
        var stored = await arena.Get<IBlobs>().GetAsync(handed.Source, CancellationToken.None);
        using (var zip = new System.IO.Compression.ZipArchive(new MemoryStream(stored)))
        {
            Assert.Equal("1.out", Assert.Single(zip.Entries).FullName);
        }

        foreach (var (browser, page) in new[] { (pupil, answer.Location!), (await arena.StaffAsync(), $"/btc/bai-nop/{handed.Id.Value}") })
        {
            Assert.Contains("Tải về", (await browser.GetAsync(page)).Text);
            using var file = await browser.Client.GetAsync($"{page}?handler=File", TestContext.Current.CancellationToken);
            Assert.Equal("application/octet-stream", file.Content.Headers.ContentType?.MediaType);
            Assert.Equal("attachment", file.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal(stored, await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
        var other = await arena.PupilAsync(contest, "HS002");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{answer.Location}?handler=File")).Status);
    }

    [Fact]
    public async Task No_output_is_refused_in_words_about_files()
    {
        var (contest, pupil) = await StartWithOutputsAsync();
        var answer = await HandInAsync(pupil, contest);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Bài nộp chưa có tệp nào", answer.Text);
        Assert.Empty(await OfAsync(contest));
    }

    /// <summary>Problem <c>A</c> asks for outputs.</summary>
    private async Task<(Contest Contest, Browser Pupil)> StartWithOutputsAsync()
    {
        const string Name = "tomau";
        var folder = System.IO.Path.Combine(arena.ProblemsFolder, Name);
        if (!Directory.Exists(folder))
        {
            TestProblems.Write(folder, "Tô màu", "Colours", "Tô bản đồ.", null);
            await File.AppendAllTextAsync(System.IO.Path.Combine(folder, "problem.yaml"), "\ntype: [pass-fail, submit-answer]\n");
        }
        return await StartAsync(contest => contest with { Problems = [new("A", Name, 100)] });
    }

    private static async Task<Answer> HandInAsync(Browser pupil, Contest contest, params Upload[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (key, value) in Browser.HiddenFields(await pupil.GetAsync(Path(contest))))
        {
            form.Add(new StringContent(value), key);
        }

        foreach (var file in files)
        {
            form.Add(new ByteArrayContent(file.Bytes), "files", file.Name);
        }

        using var answer = await pupil.Client.PostAsync(Path(contest), form, TestContext.Current.CancellationToken);
        return await Answer.OfAsync(answer);
    }

    private static string Path(Contest contest) => $"/thi/{contest.Code}/bai/A";

    private static Task<Answer> TypeAsync(Browser pupil, Contest contest, string text) =>
        pupil.SubmitAsync(Path(contest), new() { ["language"] = "pascal", ["source"] = text });

    private static Task<Answer> SendAsync(Browser pupil, Contest contest, Upload file, string language = "pascal") =>
        pupil.SubmitAsync(Path(contest), new() { ["language"] = language, ["source"] = "" }, file);

    private async Task RefusedAsync(HttpStatusCode status, string sentence, Upload file)
    {
        var (contest, pupil) = await StartAsync();
        var answer = await pupil.SubmitAsync(Path(contest), new() { ["language"] = "pascal", ["source"] = Source }, file);
        Assert.Equal(status, answer.Status);
        Assert.Contains(sentence, answer.Text);
        Assert.Equal(Source, TypedIn(answer));
        Assert.Empty(await OfAsync(contest));
    }

    private static string TypedIn(Answer answer) => answer.Document.QuerySelector("textarea[name=source]")!.TextContent;

    private Task<IReadOnlyList<Submission>> OfAsync(Contest contest) =>
        arena.Get<ISubmissions>().ListAsync(new SubmissionFilter { Contest = contest.Id }, CancellationToken.None);

    private async Task<string> TextAsync(Submission submission) =>
        Encoding.UTF8.GetString(await arena.Get<IBlobs>().GetAsync(submission.Source, CancellationToken.None));
}
