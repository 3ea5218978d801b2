using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Judge.Messages;
using Judge.Problems;
using Judge.Programs.Check;
using Judge.Score;

namespace Judge.Grade;

/// <summary>
/// The log of one source as Themis writes it, so that what teachers already have can read it: UTF-8, CRLF, decimal commas, no last line
/// end. The form is known from programs that read such logs, so its words are Vietnamese in either language.
/// </summary>
internal static class ThemisLog
{
    private const int MostNameBytes = 255;
    private const int FirstSignal = 128;

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Name of the log, such as <c>HS001[DOAN].PAS.log</c>.</summary>
    public static string Name(Grading grading)
    {
        var rest = $"[{grading.Problem.Name.ToUpperInvariant()}]{Path.GetExtension(grading.File)}.log";
        var (bytes, free) = (Encoding.UTF8.GetBytes(grading.Contestant), MostNameBytes - Encoding.UTF8.GetByteCount(rest));
        return (bytes.Length <= free ? grading.Contestant : Short(bytes, free)) + rest;
    }

    /// <summary>Names that are too long for a disk are cut, and stay different by a checksum.</summary>
    private static string Short(byte[] name, int bytes)
    {
        var sum = "~" + Convert.ToHexString(SHA256.HashData(name))[..8];
        return Encoding.UTF8.GetString(name.AsSpan(0, bytes - sum.Length)).TrimEnd('\uFFFD') + sum;
    }

    public static string Text(Grading grading, MessageCatalog words)
    {
        var who = $"{grading.Contestant}‣{grading.Problem.Name.ToUpperInvariant()}";
        if (grading.Judgement is not { } judged)
        {
            var why = grading.Refusal is { } refusal ? $"\r\n{grading.File}\r\n{words[refusal]}" : "";
            return $"{who}: {Missing(grading, words)}{why}";
        }

        var compiler = Lines(judged.Program?.CompilerMessage ?? "");
        if (judged.Verdict == Verdict.CompileError)
        {
            return $"{who}: {Says(judged.Verdict, words)}\r\n{grading.File}\r\n{compiler}";
        }

        var points = grading.Points?.ToString("0.00", Vietnamese) ?? Missing(grading, words);
        var log = new StringBuilder($"{who}: {points}\r\n{grading.File}\r\n{words["themis.log.compiled"]}\r\n{compiler}\r\n");
        foreach (var test in judged.Tests.Where(test => !test.IsSample))
        {
            var mark = grading.Problem.Tests.First(known => !known.IsSample && known.Name == test.Name).Mark;
            log.Append(Vietnamese, $"{who}‣{test.Name}: {PointsRule.Points(test.Share, mark):0.00}\r\n")
                .Append(words["themis.log.time", test.Cpu.TotalSeconds.ToString("0.000", Vietnamese)])
                .Append("\r\n")
                .Append(Lines(Shown(test)))
                .Append(Says(test, grading, words))
                .Append("\r\n");
        }

        return log.ToString().TrimEnd('\r', '\n');
    }

    /// <summary>Why there are no points.</summary>
    public static string Missing(Grading grading, MessageCatalog words) =>
        words[grading.File is null ? "themis.missing" : "themis.notJudged"];

    /// <summary>A verdict in Themis' words.</summary>
    public static string Says(Verdict verdict, MessageCatalog words) => words[$"themis.verdict.{verdict.Code()}"];

    /// <summary>What came of a test in Themis' words; some of its points are no wrong answer.</summary>
    public static string Result(TestOutcome test, MessageCatalog words) =>
        ShownVerdict.Of(test, scores: true).IsPartial ? words["themis.log.partial"] : Says(test.Verdict, words);

    /// <summary>
    /// What the checker said: of ours only what was written and what was wanted, of an author's its own words. Why the judge failed is told
    /// where the grading is watched.
    /// </summary>
    private static string Shown(TestOutcome test) =>
        test.Verdict == Verdict.JudgeError ? ""
        : Difference.Quoted(test.StaffRemark) is var (_, found, wanted) ? $"Output: {found}.     Answer: {wanted}."
        : test.StaffRemark;

    private static string Says(TestOutcome test, Grading grading, MessageCatalog words) =>
        test switch
        {
            { Message: TestMessage.NoOutputFile } => words["themis.log.noOutput"],
            { Verdict: Verdict.RuntimeError } => $"{Says(test.Verdict, words)}\r\n{Ended(test, grading)}",
            _ => Result(test, words),
        };

    /// <summary>A signal is told as shells tell it.</summary>
    private static string Ended(TestOutcome test, Grading grading)
    {
        var code = test.Message == TestMessage.Signal ? FirstSignal + test.Code : test.Code;
        var program = Path.GetFileNameWithoutExtension(grading.File);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Command: \"{program}\" terminated with exit code: {code} (Hexadecimal: {code:X})"
        );
    }

    private static string Lines(string text) =>
        text.Length == 0 ? "" : string.Join("\r\n", text.Split('\n').Select(line => line.TrimEnd('\r'))) + "\r\n";
}
