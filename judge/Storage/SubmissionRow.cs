using Judge.Contests;
using Judge.Problems;
using Judge.Queue;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>A submission as it lies in the table.</summary>
internal sealed class SubmissionRow
{
    public const string Columns =
        "s.id, s.contest, s.entrant, s.label, s.problem, s.language, s.source, s.size, s.at, "
        + "s.made_at AS MadeAt, s.received_at AS ReceivedAt";

    /// <summary>Stand in the column of the language where something else than a program was handed in.</summary>
    private const string Outputs = "outputs";
    private const string Blocks = Waiting.Blocks;

    public long Id { get; set; }
    public long Contest { get; set; }
    public long Entrant { get; set; }
    public string Label { get; set; } = "";
    public string Problem { get; set; } = "";
    public string Language { get; set; } = "";
    public string Source { get; set; } = "";
    public long Size { get; set; }
    public long At { get; set; }
    public long? MadeAt { get; set; }
    public long? ReceivedAt { get; set; }

    public static string LanguageOf(Handin handin) =>
        handin.Kind switch
        {
            HandinKind.Outputs => Outputs,
            HandinKind.Blocks => Blocks,
            _ => handin.Language,
        };

    /// <param name="language">As it stands in the column.</param>
    public static HandinKind KindOf(string language) =>
        language switch
        {
            Outputs => HandinKind.Outputs,
            Blocks => HandinKind.Blocks,
            _ => HandinKind.Program,
        };

    public Submission ToSubmission() =>
        new()
        {
            Id = new SubmissionId(Id),
            Contest = new ContestId(Contest),
            Entrant = new EntrantId(Entrant),
            Label = Label,
            Problem = Problem,
            Kind = KindOf(Language),
            Language = KindOf(Language) == HandinKind.Program ? Language : "",
            Source = Source,
            Size = (int)Size,
            At = DateTimeOffset.FromUnixTimeMilliseconds(At),
            Late =
                MadeAt is { } made && ReceivedAt is { } received
                    ? new(DateTimeOffset.FromUnixTimeMilliseconds(made), DateTimeOffset.FromUnixTimeMilliseconds(received))
                    : null,
        };
}
