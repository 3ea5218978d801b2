using System.Text.Json;
using System.Text.Json.Serialization;
using Judge.Messages;

namespace Judge.Marking;

/// <summary>A rubric that cannot be used; whoever wrote it is told why.</summary>
public sealed class RubricException(IReadOnlyList<Said> flaws)
    : Exception($"The rubric cannot be used: {string.Join(", ", flaws.Select(flaw => flaw.Key))}.")
{
    public IReadOnlyList<Said> Flaws { get; } = flaws;
}

/// <summary>Rubrics from JSON: unknown keys, keys that come twice and numbers in place of names are refused.</summary>
public static class RubricFile
{
    public const int MostBytes = 256 * 1024;

    private const int LongestPath = 100;
    private const string Shipped = "Judge.Marking.Rubrics.";
    private const string UsualBands = "bands";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        MaxDepth = 12,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The rubrics that come with the program, by code.</summary>
    public static IReadOnlyDictionary<string, Rubric> All { get; } =
        typeof(RubricFile)
            .Assembly.GetManifestResourceNames()
            .Where(name =>
                name.StartsWith(Shipped, StringComparison.Ordinal) && !name.EndsWith($".{UsualBands}.json", StringComparison.Ordinal)
            )
            .Select(name => Read(Resource(name)))
            .ToDictionary(rubric => rubric.Code);

    /// <exception cref="RubricException">It is no rubric, or one that makes no sense.</exception>
    public static Rubric Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MostBytes)
        {
            throw new RubricException([new Said("marking.rubric.size", MostBytes / 1024)]);
        }

        var rubric = Parsed(json);
        rubric = rubric.Bands is [] ? rubric with { Bands = Usual() } : rubric;
        return RubricRule.Flaws(rubric) is { Count: > 0 } flaws ? throw new RubricException(flaws) : rubric;
    }

    private static Rubric Parsed(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Rubric>(json, Strict) is { } rubric && !HasGaps(rubric) ? rubric : throw new JsonException();
        }
        catch (JsonException e)
        {
            throw new RubricException([
                new Said("marking.rubric.unreadable", PlainText.Shortened(e.Path ?? "$", LongestPath), (e.LineNumber ?? 0) + 1),
            ]);
        }
    }

    /// <summary>The reader takes a null in a list for an element.</summary>
    private static bool HasGaps(Rubric rubric) =>
        rubric.Criteria.Any(one => one is null || one.Parts.Any(part => part is null))
        || rubric.Gates.Any(gate => gate is null)
        || rubric.Bands.Any(band => band is null);

    private static Band[] Usual() => JsonSerializer.Deserialize<Band[]>(Resource($"{Shipped}{UsualBands}.json"), Strict)!;

    private static byte[] Resource(string name)
    {
        using var stream = typeof(RubricFile).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
