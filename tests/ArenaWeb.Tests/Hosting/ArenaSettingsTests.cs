using ArenaWeb.Hosting;
using Microsoft.Extensions.Configuration;
using Support;

namespace ArenaWeb.Tests.Hosting;

public sealed class ArenaSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("arena-settings").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folders_stand_under_the_sources_when_nothing_is_said()
    {
        var options = Read();
        Assert.Equal(Path.Combine(Repository.Root, "sandbox-images"), options.LanguagesFolder);
        Assert.Equal(Path.Combine(Repository.Root, "problems"), options.ProblemsFolder);
    }

    [Fact]
    public void The_data_folder_is_made_and_closed_to_other_users()
    {
        var options = Read(("DataFolder", Path.Combine(_folder, "new")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(options.DataFolder));
        Assert.Empty(Directory.GetFiles(options.DataFolder));
    }

    [Fact]
    public void The_judge_gets_the_same_absolute_folders()
    {
        var options = Read(("Node", "lab-1"), ("Slots", "3"));
        Assert.Equal(
            (options.DataFolder, options.ProblemsFolder, "lab-1", 3),
            (options.Judge.DataFolder, options.Judge.ProblemsFolder, options.Judge.Node, options.Judge.Slots)
        );
    }

    [Theory]
    [InlineData("Slots", "-1")]
    [InlineData("Slots", "257")]
    [InlineData("Slots", "many")]
    [InlineData("Node", "")]
    [InlineData("SiteName", "")]
    [InlineData("Database", "contest.db")]
    [InlineData("MetricsToken", "short")]
    [InlineData("TracesTo", "collector")]
    [InlineData("TracesTo", "/tmp/collector")]
    [InlineData("TrustedProxies", "10.0.0.1, proxy.example")]
    [InlineData("ProblemsFolder", "/nowhere/problems")]
    [InlineData("DataFolder", "/proc/contest")]
    public void A_wrong_setting_is_named_in_a_sentence(string name, string value)
    {
        var e = Assert.Throws<WrongSettingException>(() => Read((name, value)));
        Assert.Contains(name, e.Message, StringComparison.Ordinal);
        Assert.Equal(e.Message, StartFailure.Sentence(e));
    }

    [Fact]
    public void A_misspelt_setting_is_not_passed_over()
    {
        var e = Assert.Throws<WrongSettingException>(() => Read(("DataFoldr", "x")));
        Assert.Contains("DataFoldr", e.Message, StringComparison.Ordinal);
    }

    private ArenaOptions Read(params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Contest:DataFolder"] = _folder };
        foreach (var (name, value) in settings)
        {
            all[$"Contest:{name}"] = value;
        }

        return ArenaSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(all).Build());
    }
}
