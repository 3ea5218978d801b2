namespace Judge.Programs.Check;

/// <summary>
/// Compares line by line, and in a line word by word: how much white space stands between and around words does not count, nor do blank
/// lines at the end, but line breaks and blank lines before the end do. With case it is the "white diff" of CMS
/// (github.com/cms-dev/cms, cms/grading/steps/whitediff.py) and C2 of Themis, without it C1.
/// </summary>
internal static class WhiteDiff
{
    /// <summary>Looks at each byte a few times at most; allocates only to say what differs.</summary>
    public static CheckResult Check(ReadOnlySpan<byte> output, ReadOnlySpan<byte> answer, bool caseSensitive)
    {
        if (output.SequenceEqual(answer))
        {
            return CheckResult.Right;
        }

        var rest = output;
        var wantedRest = answer;
        var line = 1;
        for (; !rest.IsEmpty && !wantedRest.IsEmpty; line++)
        {
            var words = Tokens.TakeLine(ref rest);
            var wantedWords = Tokens.TakeLine(ref wantedRest);
            for (var number = 1; !words.IsEmpty || !wantedWords.IsEmpty; number++)
            {
                var word = Tokens.Take(ref words);
                var wanted = Tokens.Take(ref wantedWords);
                if (!Tokens.Same(word, wanted, caseSensitive))
                {
                    return Difference.Wrong(output, answer, $"Line {line}, word {number}: {Difference.Instead(word, wanted)}");
                }
            }
        }

        return Tokens.IsBlank(rest) && Tokens.IsBlank(wantedRest)
            ? CheckResult.Right
            : Difference.Wrong(
                output,
                answer,
                $"From line {line} on: {Difference.Instead(Tokens.Take(ref rest), Tokens.Take(ref wantedRest))}"
            );
    }
}
