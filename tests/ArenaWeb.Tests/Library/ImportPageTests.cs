using System.IO.Compression;
using System.Net;
using ArenaWeb.Library;

namespace ArenaWeb.Tests.Library;

/// <summary>Importing over HTTP: a look that stores nothing, then the import.</summary>
public sealed class ImportPageTests(ArenaFixture arena) : IClassFixture<ArenaFixture>
{
    private const string Page = "/btc/nhap-bai";

    [Fact]
    public async Task A_package_is_looked_at_stored_listed_and_chosen_for_a_contest()
    {
        var staff = await arena.StaffAsync();
        var look = await LookAsync(staff, "Bài mới.zip", Zip("Bài mới"), "baimoi");
        Assert.Contains("Nhập được 1 trên 1 bài", look.Text);
        Assert.False(Directory.Exists(Imported("baimoi")));
        var sent = Browser.HiddenFields(look)["id"];
        Assert.NotNull(arena.Get<Uploads>().Find(sent));

        var stored = await StoreAsync(staff, look);
        Assert.Contains("Đã nhập 1 trên 1 bài", stored.Text);
        Assert.Null(arena.Get<Uploads>().Find(sent));
        Assert.Contains("Bài mới", (await staff.GetAsync("/btc/kho-bai")).Text);
        Assert.Contains("Bài mới", (await staff.GetAsync("/btc/cuoc-thi/tao")).Text);
        Assert.Contains("Nhập bài vào kho", (await staff.GetAsync("/btc/nhat-ky")).Text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await StoreAsync(staff, look)).Status);
    }

    [Fact]
    public async Task A_name_of_the_house_is_refused()
    {
        var look = await LookAsync(await arena.StaffAsync(), "a.zip", Zip("Khác"), TestProblems.Streams);
        Assert.Contains($"Tên {TestProblems.Streams} đã thuộc một bài có sẵn; hãy đặt tên khác.", look.Text);
        Assert.Null(look.Document.QuerySelector("form[action*=Store]"));
    }

    [Fact]
    public async Task A_package_that_runs_is_replaced_only_by_who_is_sure()
    {
        var staff = await arena.StaffAsync();
        await StoreAsync(staff, await LookAsync(staff, "a.zip", Zip("Bản một"), "baithay"));
        var contest = await arena.AddContestAsync(contest => contest with { Problems = [new("A", "baithay", 100)] });
        var look = await LookAsync(staff, "a.zip", Zip("Bản hai"), "baithay");
        Assert.Contains("Trong kho đã có: baithay", look.Text);
        Assert.Contains($"Đang thi: {contest.Name("vi")}", look.Text);

        Assert.Contains("Đã nhập 0 trên 1 bài", (await StoreAsync(staff, look)).Text);
        look = await LookAsync(staff, "a.zip", Zip("Bản hai"), "baithay");
        var unsure = await StoreAsync(staff, look, new() { ["replace"] = "true" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsure.Status);
        Assert.Contains(
            "Bản một",
            await File.ReadAllTextAsync(Path.Combine(Imported("baithay"), "problem.yaml"), TestContext.Current.CancellationToken)
        );
        var sure = await StoreAsync(staff, look, new() { ["replace"] = "true", ["sure"] = "true" });
        Assert.Contains("Đã thay bài cũ", sure.Text);
        Assert.Contains(
            "Bản hai",
            await File.ReadAllTextAsync(Path.Combine(Imported("baithay"), "problem.yaml"), TestContext.Current.CancellationToken)
        );
        Assert.Contains("Thay bài trong kho", (await staff.GetAsync("/btc/nhat-ky")).Text);
    }

    [Fact]
    public async Task A_form_without_its_token_imports_nothing()
    {
        var staff = await arena.StaffAsync();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Zip("Lén")), "upload", "len.zip" } };
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await staff.Client.PostAsync($"{Page}?handler=Look", form, TestContext.Current.CancellationToken)).StatusCode
        );
        var answer = await staff.SendAsync($"{Page}?handler=Store", [], new() { ["id"] = "1-" + new string('0', 32) });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
    }

    [Fact]
    public async Task What_is_no_package_is_told_in_words()
    {
        var look = await LookAsync(await arena.StaffAsync(), "../../tep.zip", "PK nonsense"u8.ToArray());
        Assert.Equal(HttpStatusCode.OK, look.Status);
        Assert.Contains("Không nhập được bài nào từ tệp này", look.Text);
        Assert.Contains("Không hiểu tệp tep.zip.", look.Text);
        Assert.DoesNotContain("định dạng –", look.Text);
    }

    [Fact]
    public async Task Without_a_file_the_page_says_so()
    {
        var staff = await arena.StaffAsync();
        var answer = await staff.SendAsync(
            $"{Page}?handler=Look",
            Browser.HiddenFields(await staff.GetAsync(Page)),
            new() { ["PackageName"] = "" }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("Chưa có tệp nào", answer.Text);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("../../first-organiser.txt")]
    [InlineData("1-00000000000000000000000000000000")]
    public async Task An_unknown_upload_is_gone(string id)
    {
        var staff = await arena.StaffAsync();
        var answer = await staff.SendAsync(
            $"{Page}?handler=Store",
            Browser.HiddenFields(await staff.GetAsync(Page)),
            new() { ["id"] = id }
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("không còn nữa", answer.Text);
    }

    [Fact]
    public async Task Too_large_a_file_is_read_to_its_end_and_not_kept()
    {
        var kept = await arena.Get<Uploads>().KeepAsync("to.zip", new Zeros(Uploads.MostBytes + 1), TestContext.Current.CancellationToken);
        Assert.Null(kept);
    }

    [Theory]
    [InlineData("../../a b.zip", "a b.zip")]
    [InlineData("C:\\bài\\Đề thi.kpp", "Đề thi.kpp")]
    [InlineData("..", "tep")]
    [InlineData("", "tep")]
    [InlineData("a\r\n\0b<c>.zip", "a___b_c_.zip")]
    public async Task A_file_keeps_a_name_that_is_safe(string name, string safe)
    {
        var uploads = arena.Get<Uploads>();
        var kept = await uploads.KeepAsync(name, new MemoryStream([1]), TestContext.Current.CancellationToken);
        Assert.Equal(safe, kept?.Name);
        uploads.Delete(kept!);
        Assert.Null(uploads.Find(kept!.Id));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_deleted_after_an_hour()
    {
        var uploads = arena.Get<Uploads>();
        var kept = await uploads.KeepAsync("a.zip", new MemoryStream([1]), TestContext.Current.CancellationToken);
        uploads.Sweep();
        Assert.NotNull(uploads.Find(kept!.Id));
        arena.Clock.Advance(TimeSpan.FromMinutes(61));
        uploads.Sweep();
        Assert.Null(uploads.Find(kept.Id));
    }

    /// <summary>Off at first; who ticks the box gets UTF-8.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tests_in_another_encoding_are_named_and_converted_by_who_asks_for_it(bool asks)
    {
        var (staff, name) = (await arena.StaffAsync(), asks ? "mautf8" : "mautf16");
        byte[] wide = [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes("1\r\n")];
        var look = await LookAsync(staff, "a.zip", Pairs(wide), name);
        Assert.Contains("ở mã UTF-16", look.Text);
        Assert.NotNull(look.Document.QuerySelector("form[action*=Store] input[name=ConvertText]:not([checked])"));
        await StoreAsync(staff, look, asks ? new() { ["ConvertText"] = "true" } : null);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(Imported(name), "data/secret/1.in"), TestContext.Current.CancellationToken);
        Assert.Equal(asks ? "1\n"u8.ToArray() : wide, bytes);
    }

    /// <summary>A test as a pair of files, the input of these bytes.</summary>
    private static byte[] Pairs(byte[] input)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, content) in new[] { ("1.inp", input), ("1.out", "1\n"u8.ToArray()) })
            {
                using var stream = zip.CreateEntry(entry).Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private string Imported(string name) => Path.Combine(arena.DataFolder, "problems", name);

    private static async Task<Answer> LookAsync(Browser staff, string file, byte[] bytes, string name = "")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(name), "PackageName" },
            { new ByteArrayContent(bytes), "upload", file },
        };
        foreach (var (key, value) in Browser.HiddenFields(await staff.GetAsync(Page)))
        {
            form.Add(new StringContent(value), key);
        }

        using var response = await staff.Client.PostAsync($"{Page}?handler=Look", form);
        return await Answer.OfAsync(response);
    }

    private static Task<Answer> StoreAsync(Browser staff, Answer look, Dictionary<string, string>? fields = null) =>
        staff.SendAsync($"{Page}?handler=Store", Browser.HiddenFields(look), fields ?? []);

    /// <summary>A package of our own layout with this title.</summary>
    private static byte[] Zip(string title)
    {
        var folder = Directory.CreateTempSubdirectory("arena-zip-").FullName;
        try
        {
            TestProblems.Write(Path.Combine(folder, "bai"), title, "New", "Đề bài.", null);
            using var bytes = new MemoryStream();
            ZipFile.CreateFromDirectory(Path.Combine(folder, "bai"), bytes, CompressionLevel.Fastest, includeBaseDirectory: true);
            return bytes.ToArray();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Zeros(long length) : MemoryStream
    {
        private long _left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(buffer.Length, _left);
            _left -= read;
            return ValueTask.FromResult(read);
        }
    }
}
