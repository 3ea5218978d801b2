using System.Globalization;
using Judge.Problems;

namespace Judge.Formats.Draft;

/// <summary>Tells what a package turned out to be, as the judge reads it; the same for all formats.</summary>
internal static class ImportSummary
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static void Tell(Problem problem, PackageDraft draft)
    {
        var samples = problem.Tests.Count(test => test.IsSample);
        draft.Understood(
            $"{problem.Tests.Count - samples} test chấm, {samples} test mẫu.",
            $"{problem.Tests.Count - samples} secret tests, {samples} samples."
        );
        if (draft.Converted > 0)
        {
            draft.Warning(
                $"{draft.Converted} tệp test kết thúc dòng theo kiểu Windows; đã đổi sang kiểu mà máy chấm dùng.",
                $"{draft.Converted} test files end every line as Windows does; changed to the judge's line ends.",
                ("CR LF → LF", "CR LF → LF")
            );
        }

        var (seconds, megabytes) = ((decimal)problem.TimeLimit.TotalSeconds, problem.MemoryBytes / (decimal)(1 << 20));
        draft.Understood(
            string.Create(Vietnamese, $"Giới hạn: {seconds:0.###} giây, {megabytes:0.###} MB."),
            string.Create(CultureInfo.InvariantCulture, $"Limits: {seconds:0.###} s, {megabytes:0.###} MB.")
        );
        draft.Understood(
            problem.Files is { } named
                ? $"Vào, ra: tệp {named.Input}, {named.Output}{(named.Streams ? " hoặc luồng chuẩn" : "")}."
                : "Vào, ra: bàn phím, màn hình (luồng chuẩn).",
            problem.Files is { } files
                ? $"Input and output: files {files.Input}, {files.Output}{(files.Streams ? " or standard streams" : "")}."
                : "Input and output: keyboard and screen (standard streams)."
        );
        TellChecker(problem, draft);
        TellScores(problem, draft);
        if (problem.Languages.Count > 0)
        {
            draft.Understood(
                $"Chỉ nhận: {string.Join(", ", problem.Languages)}.",
                $"Languages: {string.Join(", ", problem.Languages)} only."
            );
        }
    }

    private static void TellChecker(Problem problem, PackageDraft draft)
    {
        var (vietnamese, english) = problem.Checker switch
        {
            _ when problem.Interactor is { } interactor => (
                $"Tương tác với {interactor.Main} ({problem.InteractorContract}).",
                $"Interactive, with {interactor.Main} ({problem.InteractorContract})."
            ),
            Checker.Program program => (
                $"Trình chấm: {program.Source.Main} ({program.Contract}).",
                $"Checker: {program.Source.Main} ({program.Contract})."
            ),
            Checker.BuiltIn builtIn => (
                $"Trình chấm có sẵn: {Vietnamized(builtIn.Kind)}.",
                $"Checker: built in, {Anglicized(builtIn.Kind)}."
            ),
            _ => ("Trình chấm: script C#.", "Checker: a C# script."),
        };
        draft.Understood(vietnamese, english);
    }

    private static void TellScores(Problem problem, PackageDraft draft)
    {
        List<TestGroup> groups = [.. problem.Groups.Where(group => !group.IsSample)];
        if (!problem.Scores)
        {
            draft.Understood("Điểm: các test bằng nhau.", "Scoring: all tests weigh the same.");
        }
        else if (groups is [{ Name: "" } all])
        {
            draft.Understood(
                string.Create(Vietnamese, $"Điểm: cộng từng test, tối đa {all.Max:0.####}."),
                string.Create(CultureInfo.InvariantCulture, $"Scoring: points per test, {all.Max:0.####} at most.")
            );
        }
        else
        {
            draft.Understood(
                "Điểm theo nhóm: "
                    + string.Join(
                        "; ",
                        groups.Select(group =>
                            string.Create(
                                Vietnamese,
                                $"{group.Name} {group.Max:0.####} ({group.Tests.Count} test, {Vietnamized(group.Aggregation)})"
                            )
                        )
                    )
                    + ".",
                "Scoring by group: "
                    + string.Join(
                        "; ",
                        groups.Select(group =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{group.Name} {group.Max:0.####} ({group.Tests.Count} tests, {Anglicized(group.Aggregation)})"
                            )
                        )
                    )
                    + "."
            );
        }
    }

    private static string Vietnamized(BuiltInChecker kind) =>
        kind switch
        {
            BuiltInChecker.Tokens => "so từng từ",
            BuiltInChecker.Lines => "so từng dòng",
            BuiltInChecker.UnorderedLines => "so các dòng không kể thứ tự",
            _ => $"Themis C{kind - BuiltInChecker.ThemisC1 + 1}",
        };

    private static string Anglicized(BuiltInChecker kind) =>
        kind switch
        {
            BuiltInChecker.Tokens => "word by word",
            BuiltInChecker.Lines => "line by line",
            BuiltInChecker.UnorderedLines => "lines in any order",
            _ => $"Themis C{kind - BuiltInChecker.ThemisC1 + 1}",
        };

    private static string Vietnamized(Aggregation aggregation) =>
        aggregation switch
        {
            Aggregation.Sum => "cộng",
            Aggregation.Min => "nhỏ nhất",
            Aggregation.Max => "lớn nhất",
            Aggregation.Average => "trung bình",
            Aggregation.Product => "tích",
            _ => "đúng hết mới có điểm",
        };

    private static string Anglicized(Aggregation aggregation) =>
        aggregation switch
        {
            Aggregation.Sum => "sum",
            Aggregation.Min => "smallest",
            Aggregation.Max => "greatest",
            Aggregation.Average => "average",
            Aggregation.Product => "product",
            _ => "all or nothing",
        };
}
