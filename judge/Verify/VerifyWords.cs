using Judge.Problems;
using Judge.Score;

namespace Judge.Verify;

/// <summary>A sentence for each finding, in Vietnamese or English; the command line and the organiser's page say the same.</summary>
public static class VerifyWords
{
    public static string Say(Finding finding, bool english)
    {
        var (vietnamese, other) = Sentence(finding.Code);
        var sentence = english ? other : vietnamese;
        return finding.Detail.Length > 0 ? $"{sentence} ({finding.Detail})" : sentence;
    }

    public static string Say(Severity severity, bool english) =>
        severity switch
        {
            Severity.Error => english ? "Error" : "Lỗi",
            Severity.Warning => english ? "Warning" : "Cảnh báo",
            _ => english ? "Note" : "Ghi chú",
        };

    public static string Say(Verdict verdict, bool english) =>
        verdict switch
        {
            Verdict.Accepted => english ? "Accepted" : "Đúng",
            Verdict.WrongAnswer => english ? "Wrong answer" : "Sai kết quả",
            Verdict.TimeLimit => english ? "Time limit exceeded" : "Quá thời gian",
            Verdict.MemoryLimit => english ? "Memory limit exceeded" : "Quá bộ nhớ",
            Verdict.RuntimeError => english ? "Runtime error" : "Lỗi thực thi",
            Verdict.OutputLimit => english ? "Output limit exceeded" : "Quá giới hạn in ra",
            Verdict.CompileError => english ? "Compile error" : "Lỗi biên dịch",
            _ => english ? "System error" : "Lỗi của hệ thống",
        };

    /// <summary>What must come of a solution, such as <c>Mọi test: đúng hoặc sai kết quả; ít nhất một test: sai kết quả</c>.</summary>
    public static string Say(Expectation expectation, bool english, IFormatProvider culture)
    {
        string One(Verdict verdict) => Say(verdict, english).ToLowerInvariant();
        string Either(IReadOnlySet<Verdict> verdicts) =>
            verdicts.Order().Select(One).ToList() is [.. { Count: > 0 } others, var last]
                ? $"{string.Join(", ", others)} {(english ? "or" : "hoặc")} {last}"
                : One(verdicts.FirstOrDefault());
        string Number(decimal points) => PointsRule.Round(points).ToString("0.##", culture);

        var parts = new List<string>();
        if (expectation.Permitted is { } permitted)
        {
            parts.Add($"{(english ? "every test" : "mọi test")}: {Either(permitted)}");
        }

        if (expectation.Required is { } required && expectation.Permitted?.SetEquals(required) != true)
        {
            parts.Add($"{(english ? "at least one test" : "ít nhất một test")}: {Either(required)}");
        }

        if (expectation.Permitted is { Count: 1 } only && only.Contains(Verdict.CompileError))
        {
            parts = [english ? "does not compile" : "không biên dịch được"];
        }

        if (expectation.Score is var (least, most))
        {
            parts.Add(
                least == most
                    ? $"{Number(least)} {(english ? "points" : "điểm")}"
                    : $"{(PointsRule.Round(least) == least ? english ? "from" : "từ" : english ? "above" : "trên")} {Number(least)} "
                        + $"{(PointsRule.Round(most) == most ? english ? "to" : "đến" : english ? "and below" : "và dưới")} "
                        + $"{Number(most)} {(english ? "points" : "điểm")}"
            );
        }

        if (expectation.Message.Length > 0)
        {
            parts.Add($"{(english ? "the checker says" : "trình chấm nói")} “{expectation.Message}”");
        }

        var sentence = string.Join("; ", parts);
        return expectation.Tests.Length > 0 ? $"{expectation.Tests}: {sentence}" : sentence;
    }

    /// <summary>What the measured times say of the limit, in one sentence.</summary>
    public static string Say(TimeAdvice advice, bool english, IFormatProvider culture)
    {
        string slowest = advice.SlowestAccepted.ToString("0.###", culture),
            least = advice.Least.ToString("0.##", culture),
            limit = advice.Limit.ToString("0.##", culture);
        return english
            ? $"The slowest right solution ({advice.Slowest}) needs {slowest} s of CPU on its slowest test; a limit of {least} "
                + $"s or more is sensible, it is {limit} s."
            : $"Bài giải đúng chậm nhất ({advice.Slowest}) cần {slowest} giây CPU ở test chậm nhất; giới hạn nên từ {least} "
                + $"giây trở lên, hiện là {limit} giây.";
    }

    private static (string Vietnamese, string English) Sentence(FindingCode code) =>
        code switch
        {
            FindingCode.Unreadable => ("Không đọc được gói bài.", "The package cannot be read."),
            FindingCode.NoStatement => ("Chưa có đề bài.", "There is no statement."),
            FindingCode.ShortStatement => ("Đề bài quá ngắn.", "The statement is very short."),
            FindingCode.OneLanguage => ("Chưa có đề bằng tiếng Việt.", "There is no statement in Vietnamese."),
            FindingCode.NoSample => ("Không có test mẫu.", "There is no sample."),
            FindingCode.NoValidator => ("Không có chương trình kiểm tra dữ liệu vào.", "There is no input validator."),
            FindingCode.ValidatorFailed => ("Chương trình kiểm tra dữ liệu vào bị hỏng.", "The input validator failed."),
            FindingCode.InputRefused => ("Dữ liệu vào không hợp lệ.", "The input is not valid."),
            FindingCode.BadInputAccepted => ("Dữ liệu vào sai mà không bị phát hiện.", "No validator refuses this wrong input."),
            FindingCode.SameInput => ("Trùng dữ liệu vào với test khác.", "The same input as another test."),
            FindingCode.NoFinalNewline => ("Tệp không kết thúc bằng dấu xuống dòng.", "The file does not end with a line end."),
            FindingCode.CarriageReturns => ("Tệp dùng dấu xuống dòng của Windows.", "The file has Windows line ends."),
            FindingCode.EmptyInput => ("Dữ liệu vào trống.", "The input is empty."),
            FindingCode.LargeAnswer => ("Đáp án lớn hơn nửa giới hạn ghi ra.", "The answer is above half of the output limit."),
            FindingCode.AnswerTooLarge => ("Đáp án vượt giới hạn ghi ra.", "The answer is above the output limit."),
            FindingCode.NotPadded => (
                "Thứ tự test theo chữ: 10 đứng trước 2; nên đặt tên 02, 10.",
                "Tests are in the order of letters, 10 before 2; better name them 02, 10."
            ),
            FindingCode.AnswerRefused => ("Trình chấm không nhận chính đáp án.", "The checker refuses the answer itself."),
            FindingCode.GoodOutputRefused => ("Trình chấm không nhận kết quả đúng này.", "The checker refuses this good output."),
            FindingCode.BadOutputAccepted => ("Trình chấm nhận kết quả sai này.", "The checker accepts this bad output."),
            FindingCode.CheckerFailed => ("Trình chấm bị hỏng.", "The checker failed."),
            FindingCode.NoAccepted => ("Không có bài giải đúng nào của ban giám khảo.", "There is no right solution of the jury."),
            FindingCode.NoWrong => (
                "Không có bài giải sai nào, nên không biết test có bắt được lỗi không.",
                "There is no wrong solution, so nothing shows that the tests catch errors."
            ),
            FindingCode.UnknownFolder => (
                "Không rõ bài này phải ra kết quả gì; hãy đặt vào thư mục accepted (bài đúng) hoặc wrong_answer (bài sai).",
                "Nothing says what must come of it; put it in the folder accepted (right) or wrong_answer (wrong)."
            ),
            FindingCode.UnknownLanguage => ("Không chấm được ngôn ngữ này.", "Its language cannot be judged here."),
            FindingCode.NotCompiled => ("Không biên dịch được.", "It does not compile."),
            FindingCode.WrongVerdict => ("Kết quả chấm không như mong đợi.", "The verdicts are not as expected."),
            FindingCode.WrongScore => ("Điểm không như mong đợi.", "The points are not as expected."),
            FindingCode.JudgeFailed => ("Không chấm được.", "It could not be judged."),
            FindingCode.MessageMissing => ("Trình chấm không nói điều mong đợi.", "The checker does not say what is expected."),
            FindingCode.NothingFailsTest => ("Không bài giải sai nào bị trượt ở test này.", "No wrong solution fails this test."),
            FindingCode.LimitTooTight => ("Giới hạn thời gian quá sát.", "The time limit is tight."),
            FindingCode.LimitTooLoose => ("Giới hạn thời gian quá rộng.", "The time limit is far above what is needed."),
            _ => (code.ToString(), code.ToString()),
        };
}
