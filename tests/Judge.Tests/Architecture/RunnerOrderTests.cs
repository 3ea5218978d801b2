using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

public sealed class RunnerOrderTests
{
    /// <summary>From below: each calls functions of those before it, which bear the file's name in front.</summary>
    private static readonly string[] Files = ["die", "wire", "usage", "files", "run", "main"];

    [Fact]
    public void A_file_of_the_runner_calls_only_those_before_it()
    {
        var folder = Path.Combine(Repository.Root, "sandbox-images", "runner");
        Assert.Equal(Files.Order(), Directory.GetFiles(folder, "*.c").Select(Path.GetFileNameWithoutExtension).Order());
        var wrong =
            from file in Files.Index()
            let text = File.ReadAllText(Path.Combine(folder, file.Item + ".c"))
            from later in Files[(file.Index + 1)..]
            where Regex.IsMatch(text, $@"\b{later}(_\w+)?\(")
            select $"{file.Item}.c calls {later}.c";
        Assert.Empty(wrong);
    }
}
