using System.Text.RegularExpressions;
using Support;

namespace EndToEnd.Tests;

public sealed partial class PagesTests
{
    [Fact]
    public void The_list_has_every_page_of_the_arena()
    {
        var routes = Directory.EnumerateFiles(Path.Combine(Repository.Root, "arena-web"), "*.cshtml", SearchOption.AllDirectories)
            .Select(path => PageLine().Match(File.ReadAllText(path)))
            .Where(match => match.Success)
            .Select(match => match.Groups["route"].Value)
            .Order();
        Assert.Equal(routes, Pages.All.Select(page => page.Route).Distinct().Order());
    }

    [Fact]
    public void No_two_pages_bear_the_same_name() => Assert.Distinct(Pages.All.Select(page => page.Name));

    [GeneratedRegex("^@page(?: \"(?<route>[^\"]*)\")?", RegexOptions.Multiline)]
    private static partial Regex PageLine();
}
