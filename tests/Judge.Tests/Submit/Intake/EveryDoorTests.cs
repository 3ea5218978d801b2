using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Judge.Grade;
using Judge.Problems;
using Judge.Score;
using Judge.Submit.Intake;
using static Judge.Tests.Submit.Intake.Handed;

namespace Judge.Tests.Submit.Intake;

/// <summary>The same work through every door comes to the same bytes in the same language, or to the same refusal.</summary>
public sealed class EveryDoorTests
{
    private static readonly string?[] Choices = [null, "pascal", "python", "c", "cpp", "cobol"];

    private static readonly Gen<string> Names =
        from folder in Gen.Elements("", "", "", "bai/", "An/bài tập/", "../", "C:\\", "/")
        from stem in Gen.Elements("main", "bai1", "BAI1", "Bài 1", "u", "con", "-rf", ".an", "__main__", "01", "a b")
        from ending in Gen.Elements(".pas", ".PAS", ".py", ".cpp", ".c", ".h", ".inc", ".txt", ".exe", ".INP", "")
        select folder + stem + ending;

    private static readonly Gen<byte[]> Texts =
        from mark in Gen.Elements<byte[]>([], [], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF])
        from body in Gen.Elements<byte[]>(
            [.. "begin\r\n  writeln(1)\r\nend.\r\n"u8],
            [.. "print('CÓ')\n"u8],
            [0x7B, 0xB5, 0xAE, 0xD8, 0x7D, 0x0A],
            [],
            [.. " \n\u001a"u8],
            [.. "a\0b"u8],
            Encoding.Unicode.GetBytes("begin end."),
            Encoding.BigEndianUnicode.GetBytes("begin end."),
            Encoding.UTF32.GetBytes("begin end."),
            [0x7F, 0x45, 0x4C, 0x46, 0x02]
        )
        select (byte[])[.. mark, .. body];

    private static readonly Gen<HandedFile[]> Works =
        from count in Gen.Choose(1, 4)
        from files in (from name in Names from text in Texts select new HandedFile(name, text)).ArrayOf(count)
        select files.DistinctBy(file => file.Path).ToArray();

    private static readonly Problem Outputs = Some.Problem() with
    {
        Kind = TaskKind.OutputOnly,
        Tests = [.. ((string[])["g1/01", "g1/02", "g2/01"]).Select(name => new Test(name, IsSample: false, "", ""))],
    };

    private static readonly Gen<HandedFile[]> OutputWorks =
        from count in Gen.Choose(1, 4)
        from files in (
            from name in Gen.Elements(
                "1_1.out",
                "g1-01.out",
                "output_2.txt",
                "2.ans",
                "02",
                "g2/01.out",
                "G2.1.OUT",
                "1.out",
                "x.py",
                "a.rar"
            )
            from text in Texts
            select new HandedFile(name, text)
        ).ArrayOf(count)
        select files.DistinctBy(file => file.Path).ToArray();

    [Fact]
    public void Outputs_are_the_same_loose_and_in_a_zip_and_give_themselves_again() =>
        Prop.ForAll(
                OutputWorks.ToArbitrary(),
                files =>
                {
                    var loose = Decide(Outputs, null, files);
                    var zip = Zipped([.. files, File("Thumbs.db")], "Bài nộp/", _ => { });
                    return loose.Told() == Decide(Outputs, null, [.. files.Reverse()]).Told()
                        && loose.Told() == Decide(Outputs, null, Zip(files)).Told()
                        && loose.Told() == Decide(Outputs, null, new HandedFile("x.zip", zip)).Told()
                        && (loose.Handin is not { } kept || loose.Told() == Decide(Outputs, null, new HandedFile("", kept.Bytes)).Told());
                }
            )
            .Holds(cases: 500);

    [Fact]
    public void Loose_files_and_the_same_files_in_a_zip_are_the_same() =>
        Prop.ForAll(
                Works.ToArbitrary(),
                Gen.Elements(Choices).ToArbitrary(),
                (files, chosen) =>
                {
                    var loose = Decide(chosen, files).Told();
                    var noisy = Zipped([.. files, File("__MACOSX/._a.pas"), File("Thumbs.db")], "Bài nộp/", _ => { });
                    return loose == Decide(chosen, [.. files.Reverse()]).Told()
                        && loose == Decide(chosen, Zip(files)).Told()
                        && loose == Decide(chosen, new HandedFile("x.zip", noisy)).Told();
                }
            )
            .Holds(cases: 1_000);

    [Fact]
    public void What_was_stored_gives_itself_again() =>
        Prop.ForAll(
                Works.ToArbitrary(),
                Gen.Elements(Choices).ToArbitrary(),
                (files, chosen) =>
                    Decide(chosen, files).Handin is not { } handin
                    || Decide(handin.Language, new HandedFile("", handin.Bytes)).Told() == Decide(chosen, files).Told()
            )
            .Holds(cases: 1_000);

    [Fact]
    public void A_zip_damaged_anywhere_is_taken_or_refused_with_a_sentence() =>
        Prop.ForAll(
                Works.ToArbitrary(),
                (from at in Gen.Choose(0, 1_000) from value in Gen.Choose(0, 255) select (at, (byte)value))
                    .ArrayOf(3)
                    .ToArbitrary(),
                Gen.Choose(0, 30).ToArbitrary(),
                (files, changes, cut) =>
                {
                    var zip = Zipped(files, "", _ => { });
                    foreach (var (at, value) in changes)
                    {
                        zip[^(1 + at % zip.Length)] = value;
                    }

                    return Decide("pascal", new HandedFile("a.zip", zip[..^(cut % 3 == 0 ? cut : 0)])).Told().Length > 0;
                }
            )
            .Holds(cases: 1_000);

    [Fact]
    public void Typed_text_is_a_file_of_the_chosen_language() =>
        Prop.ForAll(
                Texts.ToArbitrary(),
                Gen.Elements("pascal", "python", "c", "cpp").ToArbitrary(),
                (text, chosen) =>
                {
                    var name = Known.Find(chosen)!.Source;
                    var (typed, file) = (Decide(null, new HandedFile(name, text)), Decide(chosen, new HandedFile("", text)));
                    return typed.Handin is null ? typed.Refusal!.Key == file.Refusal?.Key : typed.Told() == file.Told();
                }
            )
            .Holds(cases: 300);

    [Fact]
    public void A_drop_folder_hands_on_what_the_door_gives() =>
        Prop.ForAll(
                Names.ToArbitrary(),
                Texts.ToArbitrary(),
                (name, text) =>
                {
                    var file = new HandedFile(Path.GetFileName(name), text);
                    return file.Name.Length == 0 || Graded(file) == Decide(null, file).Told();
                }
            )
            .Holds(cases: 200);

    /// <summary>What the grader hands to the judge, or why it does not.</summary>
    private static string Graded(HandedFile file)
    {
        var results = Directory.CreateTempSubdirectory("every-door-").FullName;
        try
        {
            var (told, problem) = ("", Some.Problem());
            var grader = new Grader(
                (_, language, bytes, _) =>
                {
                    told = $"{HandinKind.Program} {language} {Convert.ToHexString(bytes.Span)}";
                    return Task.FromResult(new Judgement { Verdict = Verdict.Accepted, Share = 1 });
                },
                Known,
                slots: 1,
                results,
                Sentences.InVietnamese
            );
            var one = new Contestant("An", [new ContestantSource(problem.Name, file.Name, file.Bytes)]);
            grader
                .RunAsync(
                    [problem],
                    [one],
                    (grading, _, _) => told = grading.Refusal is { } refusal ? Sentences.InVietnamese[refusal] : told,
                    CancellationToken.None
                )
                .GetAwaiter()
                .GetResult();
            return told;
        }
        finally
        {
            Directory.Delete(results, recursive: true);
        }
    }
}
