using Judge.Kodu.Findings;
using Judge.Kodu.Measures;
using Judge.Kodu.Model;
using Judge.Kodu.Reading;

namespace Judge.Kodu;

/// <summary>Everything that can be said of a file without running it.</summary>
/// <param name="World">Null: the file could not be read, and the finding says why.</param>
/// <param name="Measures">Counts by name; empty where there is no world.</param>
internal sealed record KoduReport(
    World? World,
    IReadOnlyList<Finding> Findings,
    IReadOnlyDictionary<string, Measure> Measures,
    IReadOnlyList<Rating> Ratings
)
{
    /// <summary>Whatever the file holds, there is a report, and nothing is thrown.</summary>
    public static KoduReport Of(byte[] file, Rubric? rubric = null, KoduLimits? limits = null)
    {
        var reading = WorldReader.Read(file, limits);
        if (reading.World is null)
        {
            return new KoduReport(null, reading.Findings, new Dictionary<string, Measure>(), []);
        }

        var census = Census.Of(reading.World);
        var measures = Measured.Of(census);
        return new KoduReport(
            reading.World,
            [.. reading.Findings, .. Inspection.Of(census, measures)],
            measures,
            (rubric ?? Rubric.Usual).Rate(measures)
        );
    }
}
