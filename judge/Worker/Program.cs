using Judge.Worker;
using Judge.Worker.Bench;

return await CommandTable.RunAsync(
    [
        new CommandEntry("judge", JudgeCommand.Usage, words => words.JudgeLine, JudgeCommand.RunAsync),
        new CommandEntry("import", ImportCommand.Usage, words => words.ImportLine, ImportCommand.RunAsync),
        new CommandEntry("export", ExportCommand.Usage, words => words.ExportLine, ExportCommand.RunAsync),
        new CommandEntry("grade", GradeCommand.Usage, words => words.GradeLine, GradeCommand.RunAsync),
        new CommandEntry("verify", VerifyCommand.Usage, words => words.VerifyLine, VerifyCommand.RunAsync),
        new CommandEntry("work", WorkCommand.Usage, words => words.WorkLine, WorkCommand.RunAsync),
        new CommandEntry("bench", BenchCommand.Usage, words => words.BenchLine, BenchCommand.RunAsync),
    ],
    args
);
