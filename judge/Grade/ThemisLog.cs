using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Judge.Problems;
using Judge.Score;

namespace Judge.Grade;

/// <summary>
/// The log of one source as Themis writes it, so that what teachers already have can read it: UTF-8, CRLF, decimal commas, no last line
/// end. The form is known from programs that read such logs.
/// </summary>
internal static class ThemisLog
{
    private const int MostNameBytes = 255;

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

    public static string Text(Grading grading)
    {
        var who = $"{grading.Contestant}‣{grading.Problem.Name.ToUpperInvariant()}";
        if (grading.Judgement is not { } judged)
        {
            return $"{who}: {Missing(grading)}";
        }

        var log = new StringBuilder();
        if (judged.Verdict == Verdict.CompileError)
        {
            return log.Append(
                    CultureInfo.InvariantCulture,
                    $"{who}: ℱ Dịch lỗi\r\n{grading.File}\r\n{Lines(judged.Program?.CompilerMessage ?? "")}"
                )
                .ToString();
        }

        var points = grading.Points?.ToString("0.00", Vietnamese) ?? Missing(grading);
        log.Append(
            CultureInfo.InvariantCulture,
            $"{who}: {points}\r\n{grading.File}\r\nDịch thành công\r\n{Lines(judged.Program?.CompilerMessage ?? "")}\r\n"
        );
        foreach (var test in judged.Tests.Where(test => !test.IsSample))
        {
            var mark = grading.Problem.Tests.First(known => !known.IsSample && known.Name == test.Name).Mark;
            log.Append(Vietnamese, $"{who}‣{test.Name}: {PointsRule.Points(test.Share, mark):0.00}\r\n")
                .Append(Vietnamese, $"Thời gian ≈ {test.Cpu.TotalSeconds:0.000} giây\r\n");
            if (test.StaffRemark.Length > 0)
            {
                log.Append(Lines(test.StaffRemark));
            }

            log.Append(Says(test)).Append("\r\n");
        }

        return log.ToString().TrimEnd('\r', '\n');
    }

    /// <summary>Why there are no points.</summary>
    public static string Missing(Grading grading) => grading.File is null ? "∄ Không có bài" : "Chưa chấm";

    /// <summary>A verdict in Themis' words.</summary>
    public static string Says(Verdict verdict) =>
        verdict switch
        {
            Verdict.Accepted => "Kết quả khớp đáp án!",
            Verdict.WrongAnswer => "Kết quả KHÁC đáp án",
            Verdict.TimeLimit => "Chạy quá thời gian!",
            Verdict.MemoryLimit => "Chạy quá bộ nhớ!",
            Verdict.OutputLimit => "Ghi ra quá nhiều!",
            Verdict.RuntimeError => "Chạy sinh lỗi",
            Verdict.CompileError => "ℱ Dịch lỗi",
            _ => "Lỗi hệ thống chấm",
        };

    private static string Says(TestOutcome test) =>
        test switch
        {
            { Message: TestMessage.NoOutputFile } => "Không tìm thấy kết quả",
            { Verdict: Verdict.WrongAnswer, Share: > 0 } => "Kết quả đúng một phần",
            { Verdict: Verdict.RuntimeError, Code: var code } => string.Create(
                CultureInfo.InvariantCulture,
                $"{Says(test.Verdict)}\r\nterminated with exit code: {code} (Hexadecimal: {code:X})"
            ),
            _ => Says(test.Verdict),
        };

    private static string Lines(string text) =>
        text.Length == 0 ? "" : string.Join("\r\n", text.Split('\n').Select(line => line.TrimEnd('\r'))) + "\r\n";
}
