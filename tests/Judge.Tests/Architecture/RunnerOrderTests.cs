using System.Text.RegularExpressions;
using Support;

namespace Judge.Tests.Architecture;

public sealed partial class RunnerOrderTests
{
    /// <summary>From below: each calls functions of those before it, which bear the file's name in front.</summary>
    private static readonly string[] Files = ["die", "become", "beside", "wire", "usage", "files", "zygote", "run", "main"];

    private static readonly string Folder = Path.Combine(Repository.Root, "sandbox-images", "runner");

    [Fact]
    public void A_file_of_the_runner_calls_only_those_before_it()
    {
        Assert.Equal(Files.Order(), Directory.GetFiles(Folder, "*.c").Select(Path.GetFileNameWithoutExtension).Order());
        var wrong =
            from file in Files.Index()
            let text = Text(file.Item)
            from later in Files[(file.Index + 1)..]
            where Regex.IsMatch(text, $@"\b{later}(_\w+)?\(")
            select $"{file.Item}.c calls {later}.c";
        Assert.Empty(wrong);
    }

    [Fact]
    public void What_a_file_of_the_runner_offers_bears_its_name()
    {
        var offered = Files
            .SelectMany(file => OfferPattern().Matches(Text(file)), (file, function) => (file, Name: function.Groups[1].Value))
            .ToList();
        Assert.NotEmpty(offered);
        Assert.DoesNotContain(offered, function => !Regex.IsMatch(function.Name, $"^{function.file}(_|$)"));
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file + ".c"));

    /// <summary>A function that is not static, from its return type to its body.</summary>
    [GeneratedRegex(@"^(?!static\b)[a-z][\w ]*?[ *](\w+)\([^;{]*\)\s*\{", RegexOptions.Multiline)]
    private static partial Regex OfferPattern();
}
