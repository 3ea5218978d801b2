using System.Text;
using System.Text.RegularExpressions;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Problems.Package;

namespace Judge.Formats.Kattis;

/// <summary>
/// Constants of 2025-09: <c>{{name}}</c> or <c>{{name.variant}}</c> in texts and programs, <c>\constant{name}</c> in LaTeX.
/// </summary>
internal sealed partial class KattisConstants
{
    private const int MostBytes = 4 << 20;

    private readonly Dictionary<string, string> _values = [];

    /// <exception cref="PackageException">A name is none, or a value is neither a plain one, nor a mapping with 'value'.</exception>
    public KattisConstants(YamlMap? map)
    {
        foreach (var name in map?.Keys ?? [])
        {
            if (!NamePattern().IsMatch(name))
            {
                throw map!.Wrong(name, $"'{ImportNames.Shown(name)}' is no name of a constant.");
            }

            if (map!.IsMap(name) && map.Map(name) is { } full)
            {
                AddVariants(name, full);
            }
            else
            {
                _values[name] = map.Text(name)!;
            }
        }
    }

    public bool IsEmpty => _values.Count == 0;

    public string In(string text) => IsEmpty ? text : Use().Replace(text, use => ValueOf(use));

    public string InTex(string text) => IsEmpty ? text : TexUse().Replace(In(text), use => ValueOf(use));

    /// <summary>Adds a file with the constants in it; what is no text is taken as it is.</summary>
    public void Add(PackageDraft draft, string path, ImportFile file)
    {
        if (
            IsEmpty
            || file.Length > MostBytes
            || ImportFile.TextOf(file.Bytes(MostBytes)) is not { } text
            || In(text) is var made && made == text
        )
        {
            draft.Add(path, file);
        }
        else
        {
            draft.Add(path, Encoding.UTF8.GetBytes(made));
        }
    }

    /// <summary>Every key beside "value" is a variant (2025-09, "Constants"); its drafts had them under "variants".</summary>
    private void AddVariants(string name, YamlMap full)
    {
        _values[name] = full.RequiredText("value");
        var old = full.IsMap("variants") ? full.Map("variants") : null;
        foreach (var (map, variant) in full.Keys.Select(key => (full, key)).Concat(old?.Keys.Select(key => (old, key)) ?? []))
        {
            if (variant == "value" || (variant == "variants" && map == full && old is not null))
            {
                continue;
            }

            if (!NamePattern().IsMatch(variant))
            {
                throw map.Wrong(variant, $"'{ImportNames.Shown(variant)}' is no name of a variant of the constant '{name}'.");
            }

            _values[$"{name}.{variant}"] = map.RequiredText(variant);
        }
    }

    private string ValueOf(Match use) => _values.GetValueOrDefault(use.Groups[1].Value) ?? use.Value;

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_-]*\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\{\{\s{0,8}([A-Za-z_][A-Za-z0-9_.-]{0,100})\s{0,8}\}\}")]
    private static partial Regex Use();

    [GeneratedRegex(@"\\constant\{([A-Za-z_][A-Za-z0-9_.-]{0,100})\}")]
    private static partial Regex TexUse();
}
