using System.IO.Compression;
using Judge.Messages;
using Judge.Problems;

namespace Judge.Submit.Intake;

/// <summary>Outputs at the door: that of the only test as it is, several in a zip under the names of their tests.</summary>
internal static class OutputIntake
{
    /// <summary>Greatest size of all outputs of a zip together.</summary>
    private const long MostUnpacked = 64L << 20;

    public static HandinDecision Decide(IReadOnlyList<HandedFile> handed, Problem problem)
    {
        List<Test> asked = [.. problem.Tests.Where(test => !test.IsSample)];
        var names = OutputNames.Of(problem);
        var opened = OpenedFiles.Of(handed, MostUnpacked, MostUnpacked, file => asked.Count == 1 || names.Called(file.Path).Count > 0);
        if (opened.Refused is { } refused)
        {
            return refused;
        }

        if (asked.Count == 1 && opened is { Files: [var single], Others: [] })
        {
            return One(single, [], problem);
        }

        var expected = HandedFile.List(names.All);
        List<(HandedFile File, IReadOnlyList<Test> Tests)> called =
        [
            .. opened.Files.Select(file => (file, names.Called(file.Path))).Where(one => one.Item2.Count > 0),
        ];
        if (called.Count == 0)
        {
            return opened.Nothing(given => new Said("handin.noOutput", given, expected));
        }

        if (called.Find(one => !AreOne(one.Tests)) is { File: not null } unclear)
        {
            return HandinDecision.Refused(
                "handin.unclearOutput",
                unclear.File.Subject,
                HandedFile.List(unclear.Tests.Select(names.StoredAs))
            );
        }

        var byTest = called.SelectMany(one => one.Tests, (one, test) => (test, one.File)).ToLookup(one => one.test, one => one.File);
        foreach (var same in byTest.Select(test => Best([.. test])).Where(same => same.Count > 1))
        {
            return HandinDecision.Refused("handin.sameOutput", HandedFile.List(same.Select(file => file.BaseName)));
        }

        var outputs = byTest.ToDictionary(test => names.StoredAs(test.Key), test => Best([.. test])[0]);
        List<string> left = [.. opened.Files.Concat(opened.Others).Except(outputs.Values).Select(file => file.BaseName)];
        IReadOnlyList<Said> remarks = left.Count > 0 ? [new Said("handin.leftOut", HandedFile.List(left))] : [];
        return asked.Count == 1 ? One(outputs.Values.Single(), remarks, problem) : Several(outputs, remarks, problem);
    }

    /// <summary>The files that are most likely meant as the output of a test; equal ones are one.</summary>
    private static List<HandedFile> Best(IReadOnlyList<HandedFile> files)
    {
        var best = files.Min(file => OutputNames.Rank(file.BaseName));
        List<HandedFile> likely =
        [
            .. files.Where(file => OutputNames.Rank(file.BaseName) == best).OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
        return likely.TrueForAll(file => file.Bytes.Span.SequenceEqual(likely[0].Bytes.Span)) ? likely[..1] : likely;
    }

    private static HandinDecision One(HandedFile file, IReadOnlyList<Said> remarks, Problem problem)
    {
        return file.Bytes.IsEmpty ? HandinDecision.Refused("handin.empty", file.Subject)
            : file.IsPacked || SubmitRule.IsZip(file.Bytes.Span) ? HandinDecision.Refused("handin.packed", file.Subject)
            : Wide(file) is { } wide ? new HandinDecision(null, wide)
            : Sized(file.Bytes, file.Subject, remarks, problem);
    }

    private static HandinDecision Several(Dictionary<string, HandedFile> outputs, IReadOnlyList<Said> remarks, Problem problem)
    {
        if (outputs.Values.Select(Wide).FirstOrDefault(wide => wide is not null) is { } flaw)
        {
            return new HandinDecision(null, flaw);
        }

        var zip = HandinZip.Write(outputs.Select(one => new HandedFile(one.Key, one.Value.Bytes)), CompressionLevel.Fastest);
        return Sized(zip, new Said("handin.subject.files"), remarks, problem);
    }

    private static HandinDecision Sized(ReadOnlyMemory<byte> bytes, Said subject, IReadOnlyList<Said> remarks, Problem problem)
    {
        var most = SubmitRule.MostBytesOf(problem);
        return bytes.Length > most
            ? HandinDecision.Refused("handin.tooLarge", subject, most >> 10)
            : HandinDecision.Taken(HandinKind.Outputs, "", bytes, remarks);
    }

    /// <summary>An answer is never in it; a file of bytes that are no text may well begin like one, but not go on so.</summary>
    private static Said? Wide(HandedFile file) =>
        file.Bytes.Length >= 4 && WideText.EncodingOf(file.Bytes.Span) is { } wide && WideText.EncodingOf(file.Bytes.Span[4..]) == wide
            ? new Said("handin.wide", file.Subject, wide)
            : null;

    /// <summary>One test may stand in several groups: its inputs are then the same file byte by byte.</summary>
    private static bool AreOne(IReadOnlyList<Test> tests) =>
        tests.Count == 1 || tests.Skip(1).All(test => AreEqual(test.InputPath, tests[0].InputPath));

    private static bool AreEqual(string one, string other)
    {
        if (!File.Exists(one) || !File.Exists(other) || new FileInfo(one).Length != new FileInfo(other).Length)
        {
            return false;
        }

        using var left = File.OpenRead(one);
        using var right = File.OpenRead(other);
        Span<byte> a = stackalloc byte[4096];
        Span<byte> b = stackalloc byte[4096];
        int read;
        while ((read = left.ReadAtLeast(a, a.Length, throwOnEndOfStream: false)) > 0)
        {
            if (right.ReadAtLeast(b[..read], read, throwOnEndOfStream: false) != read || !a[..read].SequenceEqual(b[..read]))
            {
                return false;
            }
        }

        return true;
    }
}
