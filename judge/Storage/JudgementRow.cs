using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Storage;

/// <summary>A judgement as it lies in the table; tests and groups are JSON.</summary>
internal sealed class JudgementRow
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public long Submission { get; set; }
    public long Rejudging { get; set; }
    public string Verdict { get; set; } = "";
    public string Share { get; set; } = "";
    public long CpuUs { get; set; }
    public long Memory { get; set; }
    public string CompileFault { get; set; } = nameof(Score.CompileFault.None);
    public string CompilerMessage { get; set; } = "";
    public string Tests { get; set; } = "[]";
    public string GroupResults { get; set; } = "[]";
    public string? Puzzle { get; set; }
    public string StaffMessage { get; set; } = "";
    public string ProblemVersion { get; set; } = "";
    public string Judge { get; set; } = "";
    public long At { get; set; }

    public static JudgementRow Of(SubmissionId submission, RejudgingId rejudging, Judgement judgement, string judge, long at) =>
        new()
        {
            Submission = submission.Value,
            Rejudging = rejudging.Value,
            Verdict = judgement.Verdict.ToString(),
            Share = judgement.Share.ToString(CultureInfo.InvariantCulture),
            CpuUs = (long)(judgement.Program?.Cpu ?? default).TotalMicroseconds,
            Memory = judgement.Program?.MemoryBytes ?? 0,
            CompileFault = (judgement.Program?.CompileFault ?? default).ToString(),
            CompilerMessage = judgement.Program?.CompilerMessage ?? "",
            Tests = JsonSerializer.Serialize(judgement.Tests, Json),
            GroupResults = JsonSerializer.Serialize(judgement.Groups, Json),
            Puzzle = judgement.Puzzle is { } puzzle ? JsonSerializer.Serialize(puzzle, Json) : null,
            StaffMessage = judgement.StaffMessage,
            ProblemVersion = judgement.ProblemVersion,
            Judge = judge,
            At = at,
        };

    /// <param name="counts">The rejudging whose judgement counts.</param>
    public JudgementOfRecord ToRecord(long counts) =>
        new(new RejudgingId(Rejudging), DateTimeOffset.FromUnixTimeMilliseconds(At), Judge, ToJudgement(), Rejudging == counts);

    public Judgement ToJudgement() =>
        new()
        {
            Verdict = Enum.Parse<Verdict>(Verdict),
            Share = decimal.Parse(Share, CultureInfo.InvariantCulture),
            Program = ToReport() is var report && report == new ProgramReport() ? null : report,
            Tests = JsonSerializer.Deserialize<TestOutcome[]>(Tests, Json)!,
            Groups = GroupsOf(GroupResults),
            Puzzle = Puzzle is null ? null : JsonSerializer.Deserialize<PuzzleReport>(Puzzle, Json),
            StaffMessage = StaffMessage,
            ProblemVersion = ProblemVersion,
        };

    public static IReadOnlyList<GroupResult> GroupsOf(string json) => JsonSerializer.Deserialize<GroupResult[]>(json, Json)!;

    private ProgramReport ToReport() =>
        new()
        {
            Cpu = TimeSpan.FromMicroseconds(CpuUs),
            MemoryBytes = Memory,
            CompileFault = Enum.Parse<CompileFault>(CompileFault),
            CompilerMessage = CompilerMessage,
        };
}
