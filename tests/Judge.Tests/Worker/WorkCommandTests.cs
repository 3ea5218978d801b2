using Judge.Worker;

namespace Judge.Tests.Worker;

public sealed class WorkCommandTests
{
    [Theory]
    [InlineData("", "A judge node needs the address of an arena")]
    [InlineData("--arena ,", "A judge node needs the address of an arena")]
    [InlineData("--arena 127.0.0.1", "There is no arena at 127.0.0.1:")]
    [InlineData("--arena 127.0.0.1:0", "There is no arena at 127.0.0.1:0:")]
    [InlineData("--arena 127.0.0.1:30000,x", "There is no arena at x:")]
    [InlineData("--arena 127.0.0.1:1 --slots many", "--slots must be a number, not many.")]
    [InlineData("--arena 127.0.0.1:1 --slots -1", "--slots must be a number, not -1.")]
    [InlineData("--arena 127.0.0.1:1 --languages /nowhere", "The folder of languages /nowhere does not exist")]
    [InlineData("more", "Usage: work --arena")]
    public async Task A_wrong_setting_stops_the_start_with_a_sentence(string args, string sentence)
    {
        using var errors = new StringWriter();
        string[] words = ["work", .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--lang", "en"];
        Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync([WorkCommand.Entry], words, errors));
        Assert.StartsWith(sentence, errors.ToString());
    }

    [Fact]
    public async Task A_folder_that_another_node_works_in_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("contest-work-");
        try
        {
            await using var other = File.Open(
                Path.Combine(folder.FullName, "node.lock"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None
            );
            using var errors = new StringWriter();
            string[] words = ["work", "--arena", "127.0.0.1:1", "--data", folder.FullName, "--lang", "en"];
            Assert.Equal((int)ExitCode.BadInput, await CommandTable.RunAsync([WorkCommand.Entry], words, errors));
            Assert.StartsWith($"Another judge node works in the folder {folder.FullName}.", errors.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_node_without_a_name_gets_one_that_it_keeps_and_no_other_has()
    {
        var folders = new[] { Directory.CreateTempSubdirectory("contest-work-"), Directory.CreateTempSubdirectory("contest-work-") };
        try
        {
            var names = folders.Select(folder => WorkCommand.NameIn(folder.FullName)).ToList();
            Assert.NotEqual(names[0], names[1]);
            Assert.DoesNotContain(Environment.MachineName, names);
            Assert.Equal(names, folders.Select(folder => WorkCommand.NameIn(folder.FullName)));
        }
        finally
        {
            Array.ForEach(folders, folder => folder.Delete(recursive: true));
        }
    }
}
