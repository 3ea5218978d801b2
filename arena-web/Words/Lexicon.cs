using System.Reflection;
using System.Text.Json;

namespace ArenaWeb.Words;

/// <summary>
/// Every sentence of the site in every language, read once from the embedded files <c>Words/{language}/{area}.json</c>
/// (flat objects: key to text, with <c>{0}</c> placeholders). A key that two files of one language define stops the start.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<SiteLanguage, Dictionary<string, string>> _texts;

    public Lexicon() => _texts = SiteLanguage.All.ToDictionary(language => language, Load);

    /// <summary>The text of a key.</summary>
    /// <exception cref="KeyNotFoundException">No file of that language has the key.</exception>
    public string Text(SiteLanguage language, string key) =>
        _texts[language].TryGetValue(key, out var text)
            ? text
            : throw new KeyNotFoundException($"Words/{language.Code} has no text for '{key}'.");

    public IReadOnlyCollection<string> Keys(SiteLanguage language) => _texts[language].Keys;

    private static Dictionary<string, string> Load(SiteLanguage language)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = assembly
            .GetManifestResourceNames()
            .Where(name => name.Replace('\\', '/').StartsWith($"Words/{language.Code}/", StringComparison.Ordinal));
        var texts = new Dictionary<string, string>();
        foreach (var (key, text) in files.SelectMany(file => Read(assembly, file)))
        {
            if (!texts.TryAdd(key, text))
            {
                throw new InvalidOperationException($"Words/{language.Code} defines '{key}' twice.");
            }
        }
        return texts;
    }

    private static Dictionary<string, string> Read(Assembly assembly, string file)
    {
        using var stream = assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
