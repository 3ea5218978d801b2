using System.Globalization;
using Judge.Formats.Draft;
using Judge.Problems;
using Judge.Score;
using Judge.Submit;

namespace Judge.Worker;

/// <summary>What the command line says to people: Vietnamese, or English with <c>--lang en</c>.</summary>
internal sealed class Words
{
    private readonly bool _english;

    private Words(bool english)
    {
        _english = english;
        Culture = CultureInfo.GetCultureInfo(english ? "en-GB" : "vi-VN");
    }

    public string Language => _english ? "en" : "vi";

    /// <summary>For numbers that people read; machines get invariant ones.</summary>
    public CultureInfo Culture { get; }

    public string Test => Say("Test", "Test");
    public string Sample => Say("mẫu", "sample");
    public string Result => Say("Kết quả", "Result");
    public string Time => Say("Thời gian", "Time");
    public string Memory => Say("Bộ nhớ", "Memory");
    public string Points => Say("điểm", "points");
    public string CompilerSays => Say("Trình biên dịch báo:", "The compiler says:");
    public string JudgeLine => Say("chấm một bài làm", "judge one source");
    public string WorkLine => Say("chạy một máy chấm", "run a judge node");
    public string BenchLine => Say("đo tốc độ trên máy này", "measure the speed of this machine");
    public string ImportLine =>
        Say(
            "nhập bài từ Themis, Polygon, CMS, HUSTOJ, Kattis hoặc các cặp tệp",
            "import problems from Themis, Polygon, CMS, HUSTOJ, Kattis or pairs of files"
        );
    public string ExportLine => Say("xuất một bài thành gói Kattis", "export a problem as a package of Kattis");
    public string NotExported => Say("Không xuất được.", "Not exported.");
    public string Format => Say("Định dạng", "Format");
    public string Interrupted => Say("Đã dừng theo yêu cầu.", "Stopped as asked.");

    public static Words Of(IReadOnlyList<string> args)
    {
        return new Words(english: args.SkipWhile(word => word != "--lang").Skip(1).FirstOrDefault() == "en");
    }

    public string Verdict(Verdict verdict) =>
        verdict switch
        {
            Problems.Verdict.Accepted => Say("Đúng", "Accepted"),
            Problems.Verdict.WrongAnswer => Say("Sai kết quả", "Wrong answer"),
            Problems.Verdict.TimeLimit => Say("Quá thời gian", "Time limit"),
            Problems.Verdict.MemoryLimit => Say("Quá bộ nhớ", "Memory limit"),
            Problems.Verdict.RuntimeError => Say("Lỗi thực thi", "Runtime error"),
            Problems.Verdict.OutputLimit => Say("Ghi ra quá nhiều", "Output limit"),
            Problems.Verdict.CompileError => Say("Lỗi biên dịch", "Compile error"),
            _ => Say("Lỗi hệ thống chấm", "Judge error"),
        };

    /// <param name="file">Name of the output file, where there is one.</param>
    public string Message(TestMessage message, int code, string? file) =>
        message switch
        {
            TestMessage.NoOutputFile => Say($"Không thấy tệp {file}", $"No file {file}"),
            TestMessage.ExitCode => Say($"mã thoát {code}", $"exit code {code}"),
            TestMessage.Signal => Say($"tín hiệu {code}", $"signal {code}"),
            TestMessage.WallTime => Say("chờ quá lâu", "waited too long"),
            TestMessage.EmptyOutput => Say("không ghi ra gì", "nothing was written"),
            _ => "",
        };

    public string Fault(CompileFault fault) =>
        fault switch
        {
            CompileFault.TimeLimit => Say("Biên dịch quá 10 giây.", "Compiling took more than 10 seconds."),
            CompileFault.MemoryLimit => Say("Biên dịch cần hơn 512 MB bộ nhớ.", "Compiling took more than 512 MB of memory."),
            CompileFault.OutputLimit => Say("Chương trình dịch ra lớn hơn 32 MB.", "The compiled program is larger than 32 MB."),
            CompileFault.NoProgram => Say("Bài làm không phải là một chương trình chạy được.", "The source is no program that can be run."),
            CompileFault.BadArchive => Say("Không mở được tệp zip.", "The zip file cannot be opened."),
            CompileFault.ArchiveTooLarge => Say(
                "Tệp zip có quá nhiều tệp hoặc quá lớn.",
                "The zip file holds too many files, or too large ones."
            ),
            CompileFault.BadFileNames => Say(
                "Tệp zip có thư mục hoặc tên tệp không dùng được.",
                "The zip file has folders or file names that cannot be used."
            ),
            CompileFault.NoMainFile => Say(
                "Không biết tệp nào là chương trình chính; hãy gọi nó là main.",
                "It cannot be told which file is the program; call it main."
            ),
            CompileFault.NoOutputs => Say("Không có tệp nào mang tên của một test.", "No file is called as a test is."),
            CompileFault.Crashed => Say("Trình biên dịch bị hỏng khi đọc bài làm.", "The compiler crashed on this source."),
            _ => "",
        };

    /// <param name="most">Greatest size of the source in bytes.</param>
    public string BadSource(SubmitResult flaw, int most) =>
        flaw switch
        {
            SubmitResult.TooLarge => Say($"Bài làm lớn hơn {most >> 10} KB.", $"The source is larger than {most >> 10} KB."),
            SubmitResult.Empty => Say("Bài làm trống.", "The source is empty."),
            _ => Say("Bài làm không phải là tệp văn bản.", "The source is not a text file."),
        };

    public string Exported(string file) => Say($"Đã ghi {file}", $"Written: {file}");

    public string Outcome(ImportOutcome outcome) =>
        outcome switch
        {
            ImportOutcome.Stored => Say("đã nhập", "imported"),
            ImportOutcome.Replaced => Say("đã nhập, thay gói cũ", "imported in place of the old one"),
            ImportOutcome.Sound => Say("nhập được (chỉ thử)", "can be imported (a trial only)"),
            _ => Say("không nhập", "not imported"),
        };

    public string Kind(ImportLineKind kind) =>
        kind switch
        {
            ImportLineKind.Default => Say("[mặc định]", "[default]"),
            ImportLineKind.LeftOut => Say("[bỏ qua]", "[left out]"),
            ImportLineKind.Warning => Say("[chú ý]", "[mind]"),
            ImportLineKind.Error => Say("[lỗi]", "[error]"),
            _ => "",
        };

    public string NoDatabase =>
        Say(
            "Máy chấm riêng cần cơ sở dữ liệu PostgreSQL: --database \"Host=…;Username=…;Database=…\".",
            "A judge node needs a PostgreSQL database: --database \"Host=…;Username=…;Database=…\"."
        );

    public string NoNumber(string option, string value) =>
        Say($"{option} phải là một số, không phải {value}.", $"{option} must be a number, not {value}.");

    public string Usage(string usage) => Say($"Cách dùng: {usage}", $"Usage: {usage}");

    public string NoSource(string file) =>
        Say($"Không thấy tệp {file}; hãy kiểm tra lại đường dẫn.", $"There is no file {file}; check the path.");

    public string UnknownLanguage(string name, IEnumerable<string> known) =>
        Say(
            $"Không biết ngôn ngữ của {name}; dùng được: {string.Join(", ", known)}.",
            $"No language is known for {name}; known are {string.Join(", ", known)}."
        );

    public string NoGradeFolders(string folder) =>
        Say(
            $"Trong {folder} không nhận ra thư mục bài làm (mỗi thí sinh một thư mục) và thư mục đề (mỗi bài một thư mục, mỗi "
                + "test một thư mục); hãy ghi --contestants và --tasks.",
            $"In {folder} the folder of works (a folder a contestant) and the folder of tasks (a folder a problem, a folder a "
                + "test) cannot be told; name them by --contestants and --tasks."
        );

    public string BadTasks(string folder) =>
        Say($"Không dùng được đề trong {folder}; các lý do ở trên.", $"The tasks in {folder} cannot be used; the reasons stand above.");

    public string Graded(int contestants, int problems, string folder) =>
        Say(
            $"Đã chấm {contestants} thí sinh, {problems} bài: {folder}/BangDiem.xlsx và {folder}/Logs.",
            $"Graded {contestants} contestants on {problems} problems: {folder}/BangDiem.xlsx and {folder}/Logs."
        );

    public string GradeLine => Say("chấm một thư mục bài làm như Themis", "grade a folder of works as Themis does");

    public string VerifiedGood => Say("Gói bài dùng được.", "The package is good.");

    public string VerifiedBad => Say("Gói bài có lỗi cần sửa.", "The package has errors to be mended.");

    public string VerifyLine => Say("kiểm tra một gói bài", "look a problem package over");

    public string UnknownCommand(string name, IEnumerable<string> known) =>
        Say(
            $"Không có lệnh {name}; các lệnh: {string.Join(", ", known)}.",
            $"There is no command {name}; there are {string.Join(", ", known)}."
        );

    public string UnknownOption(string option) =>
        Say($"Không có tùy chọn {option}; gõ help để xem cách dùng.", $"There is no option {option}; help lists them.");

    public string ValueMissing(string option) => Say($"Thiếu giá trị sau {option}.", $"A value is missing after {option}.");

    public string Unexpected(string message) => Say($"Lỗi của máy chấm: {message}", $"The judge failed: {message}");

    private string Say(string vietnamese, string english) => _english ? english : vietnamese;
}
