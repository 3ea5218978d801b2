using System.Globalization;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Judge.Problems.Package;

/// <summary>A mapping in a YAML file, whose every complaint names the file and the line.</summary>
/// <param name="file">Name for people, such as <c>mayin/problem.yaml</c>.</param>
internal sealed class YamlMap(string file, string path, YamlMappingNode node)
{
    private const int MostBytes = 64 << 10;
    private const int MostDepth = 24;

    /// <summary>A byte order mark of UTF-16 wins over it.</summary>
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IEnumerable<string> Keys => node.Children.Keys.Select(key => Scalar(key).Value ?? "");

    /// <summary>Reads a file of at most 64 KB with one mapping in it.</summary>
    /// <exception cref="PackageException">It is too large, not YAML, or not a mapping.</exception>
    public static YamlMap Read(string fullPath, string file)
    {
        if (new FileInfo(fullPath).Length > MostBytes)
        {
            throw new PackageException(file, "it is larger than 64 KB; only settings belong here.");
        }

        try
        {
            return Parse(File.ReadAllText(fullPath, StrictUtf8), file);
        }
        catch (DecoderFallbackException)
        {
            throw new PackageException(file, "it is not in UTF-8; open it in its encoding and save it as UTF-8.");
        }
    }

    /// <exception cref="PackageException">It is not YAML, or not a mapping.</exception>
    public static YamlMap Parse(string text, string file)
    {
        var yaml = new YamlStream();
        try
        {
            if (Deep(text) is { } line)
            {
                throw new PackageException(
                    file,
                    $"line {line}: settings are not nested so deeply, and aliases (*name) are not read; write it out."
                );
            }

            yaml.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new PackageException(file, $"line {e.Start.Line} is not valid YAML ({e.Message.TrimEnd('.')}).");
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode root }]
            ? new YamlMap(file, "", root)
            : throw new PackageException(file, "it must hold one mapping of keys to values.");
    }

    /// <summary>
    /// The line where it nests too deeply to be read with a stack of usual size, or uses an alias, which could be a loop; null: nowhere.
    /// </summary>
    private static long? Deep(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > MostDepth || parser.Current is AnchorAlias)
            {
                return parser.Current.Start.Line;
            }
        }

        return null;
    }

    /// <exception cref="PackageException">There is a key that is not in the list.</exception>
    public void Allow(params ReadOnlySpan<string> known)
    {
        foreach (var key in node.Children.Keys)
        {
            if (!known.Contains(Scalar(key).Value ?? ""))
            {
                throw Wrong(key, $"unknown key '{path}{key}'; known are {string.Join(", ", known)}.");
            }
        }
    }

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The mapping under a key; null: there is no such key.</summary>
    public YamlMap? Map(string key) =>
        Find(key) switch
        {
            null => null,
            YamlMappingNode map => new YamlMap(file, $"{path}{key}.", map),
            var other => throw Wrong(other, $"'{path}{key}' must be a mapping."),
        };

    public bool IsMap(string key) => Find(key) is YamlMappingNode;

    /// <summary>What is under a key, of any kind; null: there is no such key.</summary>
    public YamlNode? Node(string key) => Find(key);

    /// <summary>The text under a key; null: there is no such key.</summary>
    public string? Text(string key) => Find(key) is { } value ? Scalar(value).Value ?? "" : null;

    public string RequiredText(string key) => Text(key) is { Length: > 0 } text ? text : throw Wrong(node, $"'{path}{key}' is missing.");

    /// <summary>The number under a key, written with a dot; null: there is no such key.</summary>
    public decimal? Number(string key, decimal least, decimal most)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        var good = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        return good && number >= least && number <= most
            ? number
            : throw Wrong(
                Find(key)!,
                FormattableString.Invariant($"'{path}{key}' is '{text}' but must be a number from {least} to {most}.")
            );
    }

    /// <summary>The texts under a key, from a list or from words in one text; empty: there is no such key.</summary>
    public IReadOnlyList<string> Texts(string key) =>
        Find(key) switch
        {
            null => [],
            YamlSequenceNode list => [.. list.Children.Select(item => Scalar(item).Value ?? "")],
            var one => (Scalar(one).Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };

    /// <summary>The mappings in a list under a key; empty: there is no such key.</summary>
    public IReadOnlyList<YamlMap> Maps(string key) =>
        Find(key) switch
        {
            null => [],
            YamlSequenceNode list =>
            [
                .. list.Children.Select(item =>
                    item is YamlMappingNode map ? new YamlMap(file, $"{path}{key}.", map) : throw Wrong(item, "a mapping is wanted here.")
                ),
            ],
            var other => throw Wrong(other, $"'{path}{key}' must be a list."),
        };

    /// <summary>True or false under a key; null: there is no such key.</summary>
    public bool? Flag(string key) =>
        Text(key) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            var other => throw Wrong(key, $"'{path}{key}' is '{other}' but must be true or false."),
        };

    public PackageException Wrong(string key, string sentence) => Wrong(Find(key) ?? node, sentence);

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private YamlScalarNode Scalar(YamlNode value) =>
        value as YamlScalarNode ?? throw Wrong(value, $"a plain value is wanted here, under '{path.TrimEnd('.')}'.");

    private PackageException Wrong(YamlNode at, string sentence) => new(file, $"line {at.Start.Line}: {sentence}");
}
