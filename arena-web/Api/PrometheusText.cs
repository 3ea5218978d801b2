using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace ArenaWeb.Api;

/// <summary>Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/).</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>Labels that are the same on every series.</summary>
    private static readonly HashSet<string> Dull =
    [
        "url.scheme",
        "network.protocol.version",
        "network.type",
        "network.transport",
        "server.address",
        "server.port",
    ];

    /// <summary>
    /// Meter (of ours), name, unit, and <c>_total</c> for counters: <c>latency</c> in s of the meter <c>Judge</c> is
    /// <c>judge_latency_seconds</c>.
    /// </summary>
    public static string NameOf(Instrument instrument)
    {
        var name = Word(instrument.Name);
        var meter = Word(instrument.Meter.Name).ToLowerInvariant();
        if (meter.StartsWith("judge", StringComparison.Ordinal))
        {
            name = $"{meter}_{name}";
        }

        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            _ => "",
        };
        if (!name.EndsWith(unit, StringComparison.Ordinal))
        {
            name += unit;
        }

        return Family.KindOf(instrument) == FamilyKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal)
            ? name + "_total"
            : name;
    }

    /// <summary><c>name="value",…</c> in the order of names.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> labels)
    {
        if (labels.IsEmpty)
        {
            return "";
        }

        var words = new List<string>(labels.Length);
        foreach (var (name, value) in labels)
        {
            if (!Dull.Contains(name))
            {
                words.Add($"{Word(name)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
            }
        }
        words.Sort(StringComparer.Ordinal);
        return string.Join(',', words);
    }

    public static string Write(IEnumerable<Family> families)
    {
        var text = new StringBuilder();
        foreach (var family in families)
        {
            if (family.Help.Length > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"# HELP {family.Name} {EscapeHelp(family.Help)}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"# TYPE {family.Name} {family.Kind.ToString().ToLowerInvariant()}\n");
            foreach (var (labels, series) in family.Series)
            {
                if (family.Kind == FamilyKind.Histogram)
                {
                    WriteHistogram(text, family.Name, labels, series);
                }
                else
                {
                    WriteSample(text, family.Name, labels, series.Value);
                }
            }
        }
        return text.ToString();
    }

    public static void WriteSample(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length > 0 ? $"{{{labels}}}" : "").Append(' ').Append(Number(value)).Append('\n');

    private static void WriteHistogram(StringBuilder text, string name, string labels, Series series)
    {
        var (buckets, sum) = series.Histogram();
        var others = labels.Length > 0 ? labels + "," : "";
        foreach (var (bound, count) in buckets)
        {
            WriteSample(text, name + "_bucket", $"{others}le=\"{Number(bound)}\"", count);
        }

        WriteSample(text, name + "_sum", labels, sum);
        WriteSample(text, name + "_count", labels, buckets[^1].Count);
    }

    private static string Number(double value) =>
        double.IsPositiveInfinity(value) ? "+Inf"
        : double.IsNegativeInfinity(value) ? "-Inf"
        : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Letters, digits and underscores, no digit in front.</summary>
    private static string Word(string name)
    {
        var word = string.Concat(name.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return word.Length > 0 && char.IsAsciiDigit(word[0]) ? "_" + word : word;
    }

    private static string Escape(string value) => EscapeHelp(value).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string EscapeHelp(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
