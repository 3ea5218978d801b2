using System.Text.RegularExpressions;
using Support;

namespace ArenaWeb.Tests.Architecture;

public sealed partial class FormsTests
{
    private static readonly Dictionary<string, string> Pages = Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "arena-web"), "*.cshtml", SearchOption.AllDirectories)
        .ToDictionary(file => file, File.ReadAllText);

    /// <summary>The framework adds the token only where a form names no address.</summary>
    [Fact]
    public void Every_form_that_posts_to_an_address_brings_the_token_without_which_it_is_refused() =>
        Assert.Empty(
            from page in Pages
            from form in Form().Matches(page.Value)
            where !WithParts(form.Value).Contains("@Html.AntiForgeryToken()", StringComparison.Ordinal)
            select $"{Path.GetFileName(page.Key)}: {form.Value.Split('\n')[0]}"
        );

    private static string WithParts(string form) =>
        form
        + string.Concat(
            Part()
                .Matches(form)
                .SelectMany(part => Pages.Where(page => Path.GetFileNameWithoutExtension(page.Key) == part.Groups[1].Value))
                .Select(page => page.Value)
        );

    [GeneratedRegex("<form\\b(?=[^\\n]*method=\"post\")(?=[^\\n]* action=).*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<partial name=\"(\\w+)\"")]
    private static partial Regex Part();
}
