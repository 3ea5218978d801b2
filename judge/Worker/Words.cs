using System.Globalization;
using Judge.Formats.Draft;
using Judge.Messages;
using Judge.Problems;
using Judge.Sandbox;
using Judge.Score;

namespace Judge.Worker;

/// <summary>What the command line says to people: Vietnamese, or English with <c>--lang en</c>; its catalog has the sentences.</summary>
internal sealed class Words
{
    private static readonly Lazy<Words> Vietnamese = new(() => new Words("vi", "vi-VN"));
    private static readonly Lazy<Words> English = new(() => new Words("en", "en-GB"));

    private Words(string language, string culture) =>
        Catalog = new MessageCatalog(typeof(Words).Assembly, language, CultureInfo.GetCultureInfo(culture));

    public MessageCatalog Catalog { get; }

    public string Language => Catalog.Language;

    /// <summary>For numbers that people read; machines get invariant ones.</summary>
    public CultureInfo Culture => Catalog.Culture;

    public string Test => Catalog["worker.table.test"];
    public string Sample => Catalog["worker.table.sample"];
    public string Result => Catalog["worker.table.result"];
    public string Time => Catalog["worker.table.time"];
    public string Memory => Catalog["worker.table.memory"];
    public string Points => Catalog["worker.table.points"];
    public string CompilerSays => Catalog["worker.compilerSays"];
    public string JudgeLine => Catalog["worker.command.judge"];
    public string WorkLine => Catalog["worker.command.work"];
    public string BenchLine => Catalog["worker.command.bench"];
    public string ImportLine => Catalog["worker.command.import"];
    public string ExportLine => Catalog["worker.command.export"];
    public string GradeLine => Catalog["worker.command.grade"];
    public string VerifyLine => Catalog["worker.command.verify"];
    public string KoduLine => Catalog["worker.command.kodu"];
    public string NotExported => Catalog["worker.notExported"];
    public string Format => Catalog["worker.format"];
    public string Interrupted => Catalog["worker.interrupted"];
    public string NoArena => Catalog["worker.noArena"];
    public string NothingToProve => Catalog["worker.nothingToProve"];
    public string VerifiedGood => Catalog["worker.verified.good"];
    public string VerifiedBad => Catalog["worker.verified.bad"];

    /// <param name="args">With <c>--lang en</c>, also written as one word, for English; Vietnamese else.</param>
    public static Words Of(IReadOnlyList<string> args) =>
        (
            args.Any(word => word is "--lang=en" or "--lang:en")
            || args.SkipWhile(word => word != "--lang").Skip(1).FirstOrDefault() == "en"
                ? English
                : Vietnamese
        ).Value;

    public string Verdict(Verdict verdict) =>
        verdict switch
        {
            Problems.Verdict.Accepted or Problems.Verdict.WrongAnswer or Problems.Verdict.RuntimeError or Problems.Verdict.CompileError =>
                Catalog[$"verdict.{verdict.Code()}"],
            Problems.Verdict.None => Catalog["worker.verdict.JE"],
            _ => Catalog[$"worker.verdict.{verdict.Code()}"],
        };

    /// <summary>As it is told: "Partially correct (30/100)" where it is a part of the points.</summary>
    public string Verdict(ShownVerdict shown) =>
        shown is { IsPartial: true, Points: { } points, FullMark: { } full } ? Catalog.Partial(points, full) : Verdict(shown.Verdict);

    /// <summary>Of a test or a group, whose points stand beside it.</summary>
    public string VerdictOnly(ShownVerdict shown) => shown.IsPartial ? Catalog["verdict.PARTIAL"] : Verdict(shown.Verdict);

    /// <param name="file">Name of the output file, where there is one.</param>
    public string Message(TestMessage message, int code, string? file) =>
        message == TestMessage.None ? "" : Catalog[$"worker.message.{message}", code, file];

    public string Fault(CompileFault fault) => fault is CompileFault.None or CompileFault.Errors ? "" : Catalog[$"worker.fault.{fault}"];

    public string WrongArena(string place) => Catalog["worker.wrongArena", place];

    public string FolderInUse(string folder) => Catalog["worker.folderInUse", folder];

    public string Exported(string file) => Catalog["worker.exported", file];

    public string Outcome(ImportOutcome outcome) => Catalog[$"worker.outcome.{outcome}"];

    public string Kind(ImportLineKind kind) =>
        kind is ImportLineKind.None or ImportLineKind.Understood ? "" : Catalog[$"worker.line.{kind}"];

    public string NoCollector(string setting, string value) => Catalog["worker.noCollector", setting, value];

    public string NoNumber(string option, string value) => Catalog["worker.noNumber", option, value];

    public string Usage(string usage) => Catalog["worker.usage", usage];

    public string NoSource(string file) => Catalog["worker.source.absent", file];

    public string UnknownLanguage(string name, IEnumerable<string> known) =>
        Catalog["worker.unknownLanguage", name, string.Join(", ", known)];

    public string SeveralPackages(IEnumerable<string> names) => Catalog["worker.package.several", string.Join(", ", names)];

    public string UnreadPackage(string path) => Catalog["worker.package.unread", path];

    /// <param name="passedOver">Why it is not Docker, in a sentence; empty: it is, or nobody asked for it.</param>
    public string Boxes(SandboxKind kind, string passedOver) =>
        passedOver.Length > 0 ? Catalog["worker.boxes.instead", kind, passedOver] : Catalog["worker.boxes", kind];

    public string NoGradeFolders(string folder) => Catalog["worker.grade.noFolders", folder];

    public string BadTasks(string folder) => Catalog["worker.grade.badTasks", folder];

    public string NotGraded(int count) => Catalog["worker.grade.notGraded", count];

    public string Graded(int contestants, int problems, string folder) => Catalog["worker.grade.done", contestants, problems, folder];

    public string UnknownCommand(string name, IEnumerable<string> known) =>
        Catalog["worker.unknownCommand", name, string.Join(", ", known)];

    public string UnknownOption(string option) => Catalog["worker.unknownOption", option];

    public string ValueMissing(string option) => Catalog["worker.valueMissing", option];

    public string Unexpected(string message) => Catalog["worker.unexpected", message];
}
