using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Judge.Formats.Draft;

namespace Judge.Formats.Themis;

/// <summary>What a <c>Settings.cfg</c> of Themis says of a problem.</summary>
/// <param name="Name">Null: the folder's name counts.</param>
/// <param name="Inputs">Names of the input files, the main one first.</param>
/// <param name="Evaluator">Such as <c>C1LinesWordsIgnoreCase.dll</c>.</param>
/// <param name="Mark">Points of a test.</param>
/// <param name="TimeLimit">CPU seconds.</param>
/// <param name="MemoryLimit">MiB.</param>
/// <param name="Tests">In the order in which they are listed; null: every folder is a test.</param>
/// <param name="Unknown">Attributes that are not known.</param>
internal sealed record ThemisSettings(
    string? Name,
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> Outputs,
    bool ReadsStandardInput,
    bool WritesStandardOutput,
    string Evaluator,
    decimal Mark,
    decimal TimeLimit,
    decimal MemoryLimit,
    IReadOnlyList<ThemisTest>? Tests,
    IReadOnlyList<string> Unknown
)
{
    private const int MostBytes = 16 << 20;

    private static readonly string[] Known =
    [
        "Name",
        "InputFile",
        "UseStdIn",
        "OutputFile",
        "UseStdOut",
        "EvaluatorName",
        "Mark",
        "TimeLimit",
        "MemoryLimit",
    ];

    /// <summary>What Themis takes when there is no file: default files, evaluator C1, 1 point, 1 s, 1024 MiB.</summary>
    public static ThemisSettings Default { get; } = new(null, [], [], false, false, "C1LinesWordsIgnoreCase.dll", 1, 1, 1024, null, []);

    /// <summary>The file is XML, plain or packed by zlib; numbers have a point or a comma, negative ones mean the default.</summary>
    /// <exception cref="ImportException">It is too large or not such a file.</exception>
    public static ThemisSettings Read(ImportFile file)
    {
        var root = Root(file);
        var tests = root.Descendants()
            .Where(element => Is(element.Name, "TestCase"))
            .Select(test => new ThemisTest(
                Text(test, "Name") ?? "",
                Number(test, "Mark"),
                Number(test, "TimeLimit"),
                Number(test, "MemoryLimit")
            ))
            .ToList();
        return new ThemisSettings(
            Text(root, "Name"),
            Names(root, "InputFile"),
            Names(root, "OutputFile"),
            Flag(root, "UseStdIn"),
            Flag(root, "UseStdOut"),
            Text(root, "EvaluatorName") ?? Default.Evaluator,
            Number(root, "Mark") ?? Default.Mark,
            Number(root, "TimeLimit") ?? Default.TimeLimit,
            Number(root, "MemoryLimit") ?? Default.MemoryLimit,
            tests.Count > 0 ? tests : null,
            [
                .. root.Attributes()
                    .Where(attribute =>
                        !attribute.IsNamespaceDeclaration && !Known.Contains(attribute.Name.LocalName, StringComparer.OrdinalIgnoreCase)
                    )
                    .Select(attribute => attribute.Name.LocalName),
            ]
        );
    }

    private static XElement Root(ImportFile file)
    {
        try
        {
            var root = ImportXml.Root(Inflated(file.Bytes(MostBytes)))!;
            return root.DescendantsAndSelf().FirstOrDefault(element => Is(element.Name, "ExamInformation"))
                ?? throw new XmlException("there is no ExamInformation");
        }
        catch (Exception e) when (ImportXml.IsUnreadable(e) || e is ArgumentException)
        {
            throw new ImportException("import.themis.notSettings", ImportNames.Shown(file.Path), e.Message.TrimEnd('.'));
        }
    }

    /// <summary>Unpacks by zlib where that works, else gives the bytes as they are.</summary>
    private static byte[] Inflated(byte[] bytes)
    {
        var plain = new MemoryStream();
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var buffer = new byte[1 << 16];
            int read;
            while ((read = zlib.Read(buffer)) > 0)
            {
                plain.Write(buffer.AsSpan(0, read));
                if (plain.Length > MostBytes)
                {
                    throw new ImportException("import.themis.settingsTooLarge");
                }
            }
        }
        catch (InvalidDataException)
        {
            return bytes;
        }

        return plain.Length > 0 ? plain.ToArray() : bytes;
    }

    private static bool Is(XName name, string word) => name.LocalName.Equals(word, StringComparison.OrdinalIgnoreCase);

    private static string? Text(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => Is(attribute.Name, name))?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string[] Names(XElement element, string name) =>
        Text(element, name)?.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static bool Flag(XElement element, string name) =>
        Text(element, name)?.ToLowerInvariant() switch
        {
            null or "false" or "0" => false,
            "true" or "1" or "-1" => true,
            var other => throw Wrong(name, other),
        };

    private static decimal? Number(XElement element, string name)
    {
        if (Text(element, name) is not { } text)
        {
            return null;
        }

        return decimal.TryParse(
            text.Replace(',', '.'),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number < 0
                ? null
                : number
            : throw Wrong(name, text);
    }

    private static ImportException Wrong(string name, string text) => new("import.themis.badSetting", name, ImportNames.Shown(text));
}

/// <summary>One test of it; null: as the problem has it.</summary>
internal sealed record ThemisTest(string Name, decimal? Mark, decimal? TimeLimit, decimal? MemoryLimit);
