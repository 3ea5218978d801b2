using Judge.Problems;

namespace Judge.Programs.Check;

/// <summary>
/// The evaluators C1 to C5 of Themis, which has no public specification: lines of words (C1, C2), words (C3, C4), each without and with
/// case, and byte for byte (C5). A byte order mark at the start of a file is skipped, by C1 to C4.
/// </summary>
internal static class ThemisChecker
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static CheckResult Lines(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer, bool caseSensitive) =>
        WhiteDiff.Check(WithoutMark(output), WithoutMark(answer), caseSensitive);

    public static CheckResult Stream(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer, bool caseSensitive) =>
        TokenChecker.Check(WithoutMark(output), WithoutMark(answer), TokenOptions.None with { CaseSensitive = caseSensitive });

    public static CheckResult Bytes(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer)
    {
        var same = output.CommonPrefixLength(answer);
        return same == output.Length && same == answer.Length
            ? CheckResult.Right
            : Difference.Wrong(output, answer, $"Byte {same + 1}: {Difference.Instead(output[same..], answer[same..])}");
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith(Mark) ? text[Mark.Length..] : text;
}
