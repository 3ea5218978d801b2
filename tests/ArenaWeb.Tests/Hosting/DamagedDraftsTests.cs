namespace ArenaWeb.Tests.Hosting;

public sealed class DamagedDraftsTests
{
    [Fact]
    public async Task With_damaged_drafts_the_arena_starts_and_the_organiser_is_told_until_the_file_is_taken_away()
    {
        await using var arena = new ArenaFixture();
        Directory.CreateDirectory(arena.DataFolder);
        var file = Path.Combine(arena.DataFolder, "live.db");
        await File.WriteAllTextAsync(file, new string('x', 50_000), TestContext.Current.CancellationToken);
        var staff = await arena.StaffAsync();
        var aside = Assert.Single(Directory.GetFiles(arena.DataFolder, "live.db.damaged-*"));
        Assert.Contains($"có tên {Path.GetFileName(aside)}", (await staff.GetAsync("/btc")).Text);
        File.Delete(aside);
        Assert.DoesNotContain("damaged", (await staff.GetAsync("/btc")).Text);
    }
}
