using System.Text.RegularExpressions;
using ArenaWeb.Words;
using Judge.Messages;

namespace ArenaWeb.Tests.Words;

public sealed partial class LexiconTests
{
    private readonly Lexicon _lexicon = new();

    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Assert.Equal(_lexicon[SiteLanguage.Vietnamese].Keys.Order(), _lexicon[SiteLanguage.English].Keys.Order());

    [Fact]
    public void Both_languages_have_the_same_placeholders() =>
        Assert.All(
            _lexicon[SiteLanguage.Vietnamese].Keys,
            key => Assert.Equal(Placeholders(SiteLanguage.Vietnamese, key), Placeholders(SiteLanguage.English, key))
        );

    [Fact]
    public void No_text_is_empty() =>
        Assert.All(
            SiteLanguage.All,
            language => Assert.DoesNotContain(_lexicon[language].Keys, key => string.IsNullOrWhiteSpace(_lexicon[language][key]))
        );

    [Fact]
    public void Every_key_that_a_page_names_has_a_text()
    {
        var known = _lexicon[SiteLanguage.Vietnamese].Keys.ToHashSet();
        var used = Sources()
            .SelectMany(file => KeyInSource().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .ToHashSet();
        Assert.True(used.Count > 50, $"Only {used.Count} keys found: is the pattern still right?");
        Assert.Empty(used.Except(known));
    }

    [Fact]
    public void A_key_without_a_text_throws() =>
        Assert.Throws<KeyNotFoundException>(() => new Phrases(_lexicon, SiteLanguage.Vietnamese)["no.such.key"]);

    /// <summary>Of a sentence and its remark together: what one language says at once, the other may leave for the remark.</summary>
    private IEnumerable<string> Placeholders(SiteLanguage language, string key)
    {
        var (catalog, sentence) = (_lexicon[language], key.Replace(Said.RemarkEnding, "", StringComparison.Ordinal));
        var remark = sentence + Said.RemarkEnding;
        var texts = catalog.Keys.Contains(remark) ? catalog[sentence] + catalog[remark] : catalog[sentence];
        return Placeholder().Matches(texts).Select(match => match.Value).Distinct().Order();
    }

    private static IEnumerable<string> Sources()
    {
        var folder = Path.Combine(Support.Repository.Root, "arena-web");
        return new[] { "*.cshtml", "*.cs" }
            .SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));
    }

    /// <summary>
    /// T["a.b"] in views, words["a.b"] and the like in code; keys with an interpolated part are checked where they are used.
    /// </summary>
    [GeneratedRegex("""\b(?:T|[wW]ords|phrases|_words)\["([^"]+)"[\],]""")]
    private static partial Regex KeyInSource();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder();
}
