using System.Text;
using EndToEnd.Tests.Seed;
using EndToEnd.Tests.Stack;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EndToEnd.Tests;

/// <summary>Handing in as pupils really do: in a hurry, twice, in two tabs, on a PC that was switched off.</summary>
public sealed class SubmitTests(Site site)
{
    private const string Problem = "BAI1";

    private static readonly string Right = SampleSolution.Named("kehoachnho/submissions/accepted/direct.pas").Text;

    private string Contest => site.Contests.Practice.Contest.Code;

    [Fact]
    public async Task A_double_click_hands_in_once()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync(Problem);
        await pupil.TypeAsync("pascal", Right);
        await pupil.SubmitButton.DblClickAsync();
        await pupil.ExpectVerdictAsync("Đúng");
        await pupil.ExpectHandedInAsync(1);
    }

    [Fact]
    public async Task Two_tabs_hand_in_what_stands_in_each()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var (first, second) = (new PupilTab(seat.Pages[0], Contest), new PupilTab(await seat.NewPageAsync(), Contest));
        await first.OpenProblemAsync(Problem);
        await second.OpenProblemAsync(Problem);
        await first.TypeAsync("pascal", "{ first }\n" + Right);
        await second.TypeAsync("pascal", "{ second }\n" + Right);
        await Task.WhenAll(first.HandInAsync(), second.HandInAsync());
        await Expect(first.Tab.Locator("#source")).ToContainTextAsync("{ first }");
        await Expect(second.Tab.Locator("#source")).ToContainTextAsync("{ second }");
        await first.ExpectHandedInAsync(2);
    }

    [Fact]
    public async Task Going_back_and_sending_the_same_form_again_counts_once()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync(Problem);
        var answers = new List<string>();
        seat.Response += (_, answer) =>
        {
            // The editor saves its draft by POST too, and is answered by no other place.
            if (answer.Request.Method == "POST" && answer.Headers.TryGetValue("location", out var place))
            {
                answers.Add(place);
            }
        };
        await pupil.TypeAsync("pascal", Right);
        // As a browser does that lost the answer and is told to try again.
        const string Twice = "form => Promise.all([0, 1].map(() => fetch(location.href, { method: 'POST', body: new FormData(form) })))";
        await pupil.Tab.Locator("form:has(textarea)").EvaluateAsync(Twice);
        Assert.Equal(2, answers.Count);
        Assert.Single(answers.Distinct());
        await pupil.ExpectHandedInAsync(1);
    }

    [Fact]
    public async Task A_file_in_an_old_encoding_is_handed_in_byte_by_byte()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync(Problem);
        byte[] old = [.. "{ T"u8, 0xAE, 0x6E, 0x20, 0xB5, .. " }\r\n"u8, .. Encoding.UTF8.GetBytes(Right)];
        var file = new FilePayload
        {
            Name = "bai.pas",
            MimeType = "text/plain",
            Buffer = old,
        };
        await pupil.Tab.Locator("[data-source-file]").SetInputFilesAsync(file);
        await Expect(pupil.Tab.Locator("[data-kept]")).ToContainTextAsync("bai.pas: tệp này không lưu bằng mã UTF-8");
        await pupil.HandInAsync();
        await pupil.ExpectVerdictAsync("Đúng");
        var saved = await pupil.Tab.RunAndWaitForDownloadAsync(() => pupil.Tab.GetByText("Tải về").ClickAsync());
        Assert.Equal(old, await File.ReadAllBytesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_file_that_is_chosen_before_the_editor_is_there_goes_into_it()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        var chosen = new TaskCompletionSource();
        await pupil.Tab.RouteAsync(
            "**/assets/chunks/**",
            async route =>
            {
                await chosen.Task;
                await route.ContinueAsync();
            }
        );
        await pupil.Tab.GotoAsync($"/thi/{Contest}/bai/{Problem}", new() { WaitUntil = WaitUntilState.Commit }); // its scripts come later
        var file = new FilePayload
        {
            Name = "bai.pas",
            MimeType = "text/plain",
            Buffer = Encoding.UTF8.GetBytes("{ chosen early }\n" + Right),
        };
        await pupil.Tab.Locator("[data-source-file]").SetInputFilesAsync(file);
        chosen.SetResult();
        await Expect(pupil.Editor).ToContainTextAsync("{ chosen early }");
    }

    [Fact]
    public async Task A_draft_survives_a_reload()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync(Problem);
        await pupil.TypeAsync("python", "n = 1  # chưa xong");
        await Expect(pupil.Tab.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await pupil.Tab.ReloadAsync();
        await Expect(pupil.Editor).ToContainTextAsync("n = 1  # chưa xong");
        await Expect(pupil.Language).ToHaveValueAsync("python");
        await Expect(pupil.Tab.GetByText("Đã mở lại bản nháp đang viết dở.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_draft_goes_on_at_another_pc_even_if_the_network_was_away_and_two_pcs_at_once_lose_nothing()
    {
        var (window, card) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync(Problem);
        await seat.SetOfflineAsync(true);
        await pupil.TypeAsync("python", "n = 1  # khi mất mạng\nprint(n)");
        await Expect(pupil.Tab.GetByText("Chưa lưu được lên máy chủ")).ToBeVisibleAsync();
        await seat.SetOfflineAsync(false);
        await Expect(pupil.Tab.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        var take = pupil.Tab.GetByRole(AriaRole.Button, new() { Name = "Mở bản nháp kia" });
        await Expect(take).ToBeHiddenAsync();

        await using var elsewhere = await site.NewWindowAsync(new());
        var other = new PupilTab(await elsewhere.NewPageAsync(), Contest);
        await SigningIn.EnterAsync(other.Tab, Contest, card);
        await other.OpenProblemAsync(Problem);
        await Expect(other.Editor).ToContainTextAsync("n = 1  # khi mất mạng");
        await Expect(other.Language).ToHaveValueAsync("python");
        await other.TypeAsync("python", "n = 2  # ở máy kia");
        await Expect(other.Tab.GetByText("Đã lưu lúc")).ToBeVisibleAsync();

        await pupil.TypeAsync("python", "n = 3  # ở máy này");
        await take.ClickAsync();
        await Expect(pupil.Editor).ToContainTextAsync("n = 2  # ở máy kia");
        await take.ClickAsync();
        await Expect(pupil.Editor).ToContainTextAsync("n = 3  # ở máy này");
    }

    [Fact]
    public async Task Signing_out_leaves_no_draft_for_the_next_pupil()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenProblemAsync(Problem);
        await pupil.TypeAsync("pascal", "{ của em }");
        await Expect(pupil.Tab.GetByText("Đã lưu lúc")).ToBeVisibleAsync();
        await pupil.Tab.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên" }).ClickAsync();
        await pupil.Tab.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên" }).ClickAsync();
        await Expect(pupil.Tab.GetByRole(AriaRole.Heading, new() { Name = "Phiên làm việc đã kết thúc" })).ToBeVisibleAsync();
        Assert.Equal(0, await pupil.Tab.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('draft')).length"));
    }

    [Fact]
    public async Task Signing_out_with_nothing_to_lose_takes_one_press()
    {
        var (window, _) = await site.OpenForNextPupilAsync();
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenContestAsync();
        // Pressed once the page can ask what there is to lose.
        await Expect(pupil.Tab.Locator("form[action='/ket-thuc']")).ToHaveAttributeAsync("data-mounted", "");
        await pupil.Tab.WaitForFunctionAsync(
            "performance.getEntriesByType('resource').some(entry => entry.name.includes('/end-session-'))"
        );
        await pupil.Tab.GetByRole(AriaRole.Button, new() { Name = "Kết thúc phiên" }).ClickAsync();
        await Expect(pupil.Tab.GetByRole(AriaRole.Heading, new() { Name = "Phiên làm việc đã kết thúc" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_scripts_a_source_is_handed_in_and_its_verdict_comes()
    {
        var (window, _) = await site.OpenForNextPupilAsync(new() { JavaScriptEnabled = false });
        await using var seat = window;
        var pupil = new PupilTab(seat.Pages[0], Contest);
        await pupil.OpenContestAsync();
        await pupil.FollowAsync("Kế hoạch nhỏ");
        await pupil.ChooseAsync("pascal");
        await pupil.Tab.GetByRole(AriaRole.Textbox, new() { Name = "Mã nguồn" }).FillAsync(Right);
        await pupil.HandInAsync();
        await pupil.ExpectVerdictAsync("Đúng");
        await Expect(pupil.Tab.GetByText("100/100 điểm")).ToBeVisibleAsync();
    }
}
