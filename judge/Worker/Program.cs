using Judge.Worker;
using Judge.Worker.Bench;

return await CommandTable.RunAsync(
    [
        JudgeCommand.Entry,
        ImportCommand.Entry,
        ExportCommand.Entry,
        GradeCommand.Entry,
        VerifyCommand.Entry,
        KoduCommand.Entry,
        WorkCommand.Entry,
        ClusterCommand.Entry,
        BenchCommand.Entry,
    ],
    args,
    Console.Error
);
