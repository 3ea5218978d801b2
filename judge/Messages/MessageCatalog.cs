using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Judge.Messages;

/// <summary>
/// Every sentence of one language, read from the files <c>Words/{language}/{area}.json</c> that an assembly embeds: flat objects, key to
/// text with <c>{0}</c> placeholders. Numbers follow the language: 8,75 in Vietnamese.
/// </summary>
public sealed class MessageCatalog
{
    private readonly Dictionary<string, string> _texts = [];

    /// <param name="language">Code of the language, such as <c>vi</c>.</param>
    /// <exception cref="InvalidOperationException">Two files of that language define the same key.</exception>
    public MessageCatalog(Assembly assembly, string language, CultureInfo culture)
    {
        (Language, Culture) = (language, culture);
        var files = assembly
            .GetManifestResourceNames()
            .Where(name => name.Replace('\\', '/').StartsWith($"Words/{language}/", StringComparison.Ordinal));
        foreach (var (key, text) in files.SelectMany(file => Read(assembly, file)))
        {
            if (!_texts.TryAdd(key, text))
            {
                throw new InvalidOperationException($"Words/{language} defines '{key}' twice.");
            }
        }
    }

    public string Language { get; }

    public CultureInfo Culture { get; }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The text of a key as it stands in its file.</summary>
    /// <exception cref="KeyNotFoundException">No file of the language has the key.</exception>
    public string this[string key] =>
        _texts.TryGetValue(key, out var text) ? text : throw new KeyNotFoundException($"Words/{Language} has no text for '{key}'.");

    /// <summary>The text of a key with its placeholders filled in.</summary>
    /// <inheritdoc cref="this[string]"/>
    public string this[string key, params object?[] values] => string.Format(Culture, this[key], [.. values.Select(Filled)]);

    /// <inheritdoc cref="this[string]"/>
    public string this[Said said] => this[said.Key, [.. said.Arguments]];

    /// <summary>What is said, with its remark where it has one and does not hold it already.</summary>
    /// <inheritdoc cref="this[string]"/>
    public string WithRemark(Said said)
    {
        var (text, key) = (this[said], said.Key + Said.RemarkEnding);
        return _texts.ContainsKey(key) && this[said with { Key = key }] is var remark && !text.Contains(remark, StringComparison.Ordinal)
            ? $"{text} ({remark})"
            : text;
    }

    private object? Filled(object? value) =>
        value switch
        {
            Said said => this[said],
            IEnumerable<Said> several => string.Join("; ", several.Select(said => this[said])),
            _ => value,
        };

    private static Dictionary<string, string> Read(Assembly assembly, string file)
    {
        using var stream = assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
