using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Problems.Package;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Judge.Formats.Draft;

/// <summary>A mapping to be written as YAML. Texts that could mean anything else than themselves are quoted.</summary>
internal sealed partial class YamlDraft
{
    private readonly YamlMappingNode _node = [];
    private readonly Dictionary<string, YamlDraft> _maps = [];

    public bool IsEmpty => _node.Children.Count == 0;

    public IEnumerable<string> Keys => _node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public bool Has(string key) => _node.Children.ContainsKey(Scalar(key));

    public YamlDraft Set(string key, string value) => Put(key, Scalar(value));

    public YamlDraft Set(string key, decimal value) =>
        Put(key, new YamlScalarNode(value.ToString("0.############", CultureInfo.InvariantCulture)));

    public YamlDraft Set(string key, bool value) => Put(key, new YamlScalarNode(value ? "true" : "false"));

    public YamlDraft Set(string key, IEnumerable<string> values) =>
        Put(key, new YamlSequenceNode(values.Select(Scalar)) { Style = YamlDotNet.Core.Events.SequenceStyle.Flow });

    /// <summary>Whether what is under the key was made by <see cref="Map"/>.</summary>
    public bool IsMap(string key) => _maps.ContainsKey(key);

    /// <summary>The mapping under a key, made if there is none.</summary>
    public YamlDraft Map(string key)
    {
        if (_maps.TryGetValue(key, out var map))
        {
            return map;
        }

        _maps[key] = map = new YamlDraft();
        Put(key, map._node);
        return map;
    }

    /// <summary>Takes all keys of another mapping over, as they are written there.</summary>
    public void Take(YamlMap from, params ReadOnlySpan<string> except)
    {
        foreach (var key in from.Keys.ToList())
        {
            if (except.Contains(key))
            {
                continue;
            }

            if (from.IsMap(key))
            {
                Map(key).Take(from.Map(key)!);
            }
            else
            {
                Put(key, from.Node(key)!);
            }
        }
    }

    public string Text() => new Serializer().Serialize(_node);

    private YamlDraft Put(string key, YamlNode value)
    {
        _node.Children[Scalar(key)] = value;
        return this;
    }

    private static YamlScalarNode Scalar(string value) =>
        new(value)
        {
            Style = PlainPattern().IsMatch(value) && !WordPattern().IsMatch(value) ? ScalarStyle.Plain : ScalarStyle.DoubleQuoted,
        };

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_./-]*\z")]
    private static partial Regex PlainPattern();

    /// <summary>Words that YAML 1.1 reads as something else than text.</summary>
    [GeneratedRegex(@"\A(true|false|yes|no|on|off|y|n|null)\z", RegexOptions.IgnoreCase)]
    private static partial Regex WordPattern();
}
